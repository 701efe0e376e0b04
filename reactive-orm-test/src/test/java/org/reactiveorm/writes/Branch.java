package org.reactiveorm.writes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A branch of a tree whose keys are made by Java. */
@Entity(table = "branches")
public record Branch(
        @Id @Generated UUID id,
        String name,
        @Nullable String leaf,
        @Nullable UUID parentId,
        @BelongsTo(key = "parentId") One<Branch> parent,
        @HasMany(mappedBy = "parent") Many<Branch> children) {}
