package org.reactiveorm.semantics;

/** The id of a place. */
public record PlaceId(String hall, int aisle, short shelf) {}
