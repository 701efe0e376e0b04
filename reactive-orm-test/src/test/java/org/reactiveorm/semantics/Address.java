package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;

/** Two columns of a shop. */
public record Address(String street, @Nullable String city) {}
