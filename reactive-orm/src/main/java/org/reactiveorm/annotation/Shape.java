package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that query results are read into. With {@link #of()} each component must name a property of that entity, with
 * the same type and nullability, or it does not compile; without, the record is for {@code orm.sql(…)} and its components
 * are matched with the result's columns by name, in snake_case.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Shape {

    /** The entity whose properties the components name. */
    Class<?> of() default void.class;
}
