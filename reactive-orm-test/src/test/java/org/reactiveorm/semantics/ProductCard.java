package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Shape;

/** Some columns of a product, in another order. */
@Shape(of = Product.class)
public record ProductCard(
        String name,
        long id,
        BigDecimal price,
        @Nullable Integer stock,
        @Nullable Grade grade,
        Status status,
        @Nullable List<String> labels,
        @Nullable Details details) {}
