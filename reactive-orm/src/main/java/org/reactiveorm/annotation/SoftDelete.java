package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the column that says whether a row counts as deleted: a {@code boolean}, or a {@code @Nullable} {@code Instant}, {@code
 * OffsetDateTime} or {@code LocalDateTime} that is the moment of it. {@code orm.delete(…)} sets it instead of removing the row,
 * and every statement of the library leaves such rows out, also where the entity is reached over a relation. See {@code
 * Scope.SOFT_DELETE} for the way to them, and {@code permanently()} for the way to be rid of them.
 *
 * <p>A unique key of the table still counts deleted rows. To let a deleted row's value be used again the key has to be a
 * partial unique index: {@code @Unique(where = "deleted_at is null")}. Foreign keys see no difference between a
 * deleted row and another; what refers to it stays as it is, and finds nothing.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface SoftDelete {}
