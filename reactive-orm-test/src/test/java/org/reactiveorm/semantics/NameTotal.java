package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Shape;

/** A row of SQL. */
@Shape
public record NameTotal(String productName, @Nullable Long grandTotal) {}
