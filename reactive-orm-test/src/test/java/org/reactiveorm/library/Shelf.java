package org.reactiveorm.library;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** A shelf: a composite key. */
@Entity(table = "shelves")
public record Shelf(@Id ShelfId id, String label) {}
