package org.reactiveorm.library;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;

/** A shelf: a composite key that others refer to. */
@Entity(table = "shelves", schema = "store")
public record Shelf(@Id ShelfId id, String label, Many<Place> places) {}
