package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Nullable columns of every kind, a required and an optional to-one, an implicit and an explicit many-to-many. */
@Entity(table = "products")
public record Product(
        @Id @Generated long id,
        String name,
        @Nullable String note,
        @Nullable Integer stock,
        @Nullable Short rank,
        @Nullable Long sold,
        @Default("0.00") @Column(precision = 12, scale = 2) BigDecimal price,
        @Nullable Double weight,
        @Nullable Boolean fragile,
        @Default("DRAFT") Status status,
        @Nullable Grade grade,
        @Nullable List<String> labels,
        @Nullable List<Integer> sizes,
        @Json @Nullable Details details,
        @Nullable LocalDate since,
        long categoryId,
        @BelongsTo(key = "categoryId") One<Category> category,
        @Nullable String shopCode,
        @BelongsTo(key = "shopCode") One<Shop> shop,
        @ManyToMany(table = "product_marks") Many<Mark> marks,
        Many<Line> lines) {}
