package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.Shape;

/** A row of SQL with what cannot be made up: enums, and JSON with a number in it. */
@Shape
public record VerifiedRow(
        long id,
        String name,
        @Nullable Integer stock,
        Status status,
        Status mandatory,
        @Nullable Grade grade,
        List<String> labels,
        List<Integer> sizes,
        @Json Details details,
        @Nullable BigDecimal price,
        @Nullable LocalDate since) {}
