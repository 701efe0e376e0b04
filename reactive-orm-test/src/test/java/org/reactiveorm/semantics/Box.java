package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** A foreign key of three columns. */
@Entity(table = "boxes")
public record Box(
        @Id @Generated long id,
        String content,
        @Nullable String hall,
        @Nullable Integer aisle,
        @Nullable Short shelf,
        @BelongsTo(key = {"hall", "aisle", "shelf"}) One<Place> place) {}
