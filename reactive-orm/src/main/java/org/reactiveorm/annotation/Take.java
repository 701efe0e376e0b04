package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At most so many related rows for each parent in a component of a {@link Shape}: the first ones in the order of
 * {@link OrderBy}, without an order any.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Take {

    /** The number of rows, at least one. */
    int value();
}
