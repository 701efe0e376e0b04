package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;

/** An id of three columns. */
@Entity(table = "places")
public record Place(@Id PlaceId id, @Nullable String title, Many<Box> boxes) {}
