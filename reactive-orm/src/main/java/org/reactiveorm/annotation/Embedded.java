package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record whose components are columns of this entity's table. Its own nullable components stay nullable. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Embedded {

    /** What the column names begin with; the default is the component's name in snake_case and an underscore. */
    String prefix() default DEFAULT_PREFIX;

    /** Stands for the default prefix, so that the empty prefix can be asked for. */
    String DEFAULT_PREFIX = "\0";
}
