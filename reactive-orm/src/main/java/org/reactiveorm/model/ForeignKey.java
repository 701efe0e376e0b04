package org.reactiveorm.model;

import org.reactiveorm.annotation.ReferentialAction;

/**
 * The constraint behind a {@link ToOne}.
 *
 * @param name the constraint's name in the database
 * @param onDelete what happens when the referred row is deleted
 * @param onUpdate what happens when the referred key changes
 */
public record ForeignKey(String name, ReferentialAction onDelete, ReferentialAction onUpdate) {}
