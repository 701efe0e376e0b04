package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** A foreign key of two columns. */
@Entity(table = "deliveries")
public record Delivery(
        @Id @Generated long id,
        int amount,
        @Nullable Integer linePurchase,
        @Nullable Long lineProduct,
        @BelongsTo(key = {"linePurchase", "lineProduct"}) One<Line> line) {}
