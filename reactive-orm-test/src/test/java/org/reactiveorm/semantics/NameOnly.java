package org.reactiveorm.semantics;

import org.reactiveorm.annotation.Shape;

/** One value. */
@Shape
public record NameOnly(String name) {}
