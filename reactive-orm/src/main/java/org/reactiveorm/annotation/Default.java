package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a column gets when an insert leaves it out, either from the database ({@link #value}) or from Java ({@link #supplier}). A column
 * that is set to null is NULL.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Default {

    /**
     * The database's default of the column: a literal of the component's type ({@code "false"}, {@code "0.00"},
     * {@code "draft"}), without quotes and checked at compile time, or an expression in parentheses that is passed on as SQL
     * ({@code "(now() + interval '1 day')"}).
     */
    String value() default "";

    /**
     * A {@code java.util.function.Supplier} of the component's type, whose {@code get()} makes the value of each new row before the
     * insert is sent; the database has no default then. It must have a public no-argument constructor; one instance serves all threads,
     * and must not block.
     */
    Class<?> supplier() default void.class;
}
