package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Details of one column, each of which has a default that follows from the component's name and type. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Column {

    /** The column's name; empty: the component's name in snake_case. */
    String name() default "";

    /** The PostgreSQL type as written in DDL, for example {@code citext} or {@code char(2)}; empty: from the Java type. */
    String type() default "";

    /** The longest text, as {@code varchar(length)}; 0: {@code text}. */
    int length() default 0;

    /** The number of digits of a {@code numeric}; 0: unlimited. */
    int precision() default 0;

    /** The number of digits after the point of a {@code numeric}; needs {@link #precision()}. */
    int scale() default 0;

    /**
     * An {@code org.reactiveorm.model.ValueCodec} that turns the component's type into one that has a mapping. It must
     * have a public no-argument constructor; one instance serves all threads.
     */
    Class<?> codec() default void.class;
}
