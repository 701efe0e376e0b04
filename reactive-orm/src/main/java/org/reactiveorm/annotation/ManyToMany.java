package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A to-many relation through a join table that has no entity of its own. Both sides carry a {@code Many<T>} component;
 * the side with {@link #mappedBy()} takes its join table from the other one.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface ManyToMany {

    /** The join table; empty: the two tables' names in alphabetical order, joined by an underscore. */
    String table() default "";

    /** The columns that refer to this entity's id; empty: {@code <this entity>_<id column>}. */
    String[] key() default {};

    /** The columns that refer to the other entity's id; empty: {@code <other entity>_<id column>}. */
    String[] targetKey() default {};

    /** The component of the other entity that describes the join table; empty: this one does. */
    String mappedBy() default "";

    /**
     * What the database does to the links of this entity's row when the row is deleted: {@code CASCADE} removes them, {@code
     * RESTRICT} and {@code NO_ACTION} refuse to delete a row that has some. Each side says it for its own rows, also the one
     * with {@link #mappedBy()}; a link's columns are its primary key, so there is nothing to set.
     */
    ReferentialAction onDelete() default ReferentialAction.CASCADE;

    /** What the database does to the links of this entity's row when its id changes; see {@link #onDelete()}. */
    ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;
}
