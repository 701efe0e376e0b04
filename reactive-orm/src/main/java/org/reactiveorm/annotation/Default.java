package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The database's default of a column, so that an insert may leave it out. A literal of the component's type
 * ({@code "false"}, {@code "0.00"}, {@code "draft"}), checked at compile time, or an expression in parentheses that is
 * passed on as SQL ({@code "(now() + interval '1 day')"}).
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Default {

    /** The literal, without quotes, or the parenthesised expression. */
    String value();
}
