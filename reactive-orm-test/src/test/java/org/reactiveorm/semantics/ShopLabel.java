package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Shape;

/** A row of SQL with a record in it that may be missing as a whole. */
@Shape
public record ShopLabel(String code, @Embedded @Nullable Address address) {}
