package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of related rows, in a {@code long} or {@code int} component of a {@link Shape}; with {@link Where} of those for
 * which the condition holds. What another component shows of the same relation makes no difference.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Count {

    /** The relation. */
    String value();
}
