package org.reactiveorm.semantics;

import static org.reactiveorm.annotation.ReferentialAction.CASCADE;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A join table with columns of its own. */
@Entity(table = "lines")
public record Line(
        @Id LineId id,
        int quantity,
        @Nullable String remark,

        @BelongsTo(key = "id.purchaseId", onDelete = CASCADE)
        One<Purchase> purchase,

        @BelongsTo(key = "id.productId") One<Product> product,
        Many<Delivery> deliveries) {}
