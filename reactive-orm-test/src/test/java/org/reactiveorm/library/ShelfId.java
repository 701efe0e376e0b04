package org.reactiveorm.library;

/** The key of a {@link Shelf}. */
public record ShelfId(String room, int number) {}
