package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A to-one relation whose foreign key is in the other table. Stands on a {@code One<T>} component. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface HasOne {

    /** The {@link BelongsTo} component of the other entity; empty: the only one that refers to this entity. */
    String mappedBy() default "";
}
