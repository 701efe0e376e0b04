package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stores an enum as a PostgreSQL enum type instead of text. Stands on the enum. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface NativeEnum {

    /** The PostgreSQL type; empty: the enum's simple name in snake_case. */
    String value() default "";
}
