package org.reactiveorm.semantics;

import java.util.List;

/** Stored as JSON. */
public record Details(String colour, int grams, List<String> parts) {}
