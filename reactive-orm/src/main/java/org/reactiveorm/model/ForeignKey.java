package org.reactiveorm.model;

import org.reactiveorm.annotation.ReferentialAction;

/**
 * The constraint behind a {@link ToOne}.
 *
 * @param name the constraint's name in the database
 * @param onDelete what happens when the referred row is deleted
 * @param onUpdate what happens when the referred key changes
 */
public record ForeignKey(String name, ReferentialAction onDelete, ReferentialAction onUpdate) {

    /** Whether rows that refer to a deleted one are deleted or changed with it. */
    public boolean followsDeletion() {
        return onDelete != ReferentialAction.NO_ACTION && onDelete != ReferentialAction.RESTRICT;
    }
}
