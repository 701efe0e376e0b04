package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A to-one relation whose foreign key is in this table. Stands on a {@code One<T>} component. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface BelongsTo {

    /**
     * The components that hold the foreign key, in the order of the other side's id; empty: the relation's name followed
     * by {@code Id} ({@code user} looks for {@code userId}). A component of an id record is named by its path
     * ({@code "id.orderId"}).
     */
    String[] key() default {};

    /**
     * What the database does to this row when the other one is deleted. {@code SET_NULL} needs a key that is {@code
     * @Nullable}, {@code SET_DEFAULT} one with a {@link Default}.
     */
    ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

    /** What the database does to this row when the other one's key changes; see {@link #onDelete()}. */
    ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;
}
