package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A tree. */
@Entity(table = "categories")
public record Category(
        @Id @Generated long id,
        @Unique String name,
        @Nullable Long parentId,
        @BelongsTo(key = "parentId") One<Category> parent,
        @HasMany(mappedBy = "parent") Many<Category> children,
        Many<Product> products) {}
