package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A to-many relation whose foreign key is in the other table. Needed only where several relations could be the inverse. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface HasMany {

    /** The {@link BelongsTo} component of the other entity that this relation is the inverse of. */
    String mappedBy();
}
