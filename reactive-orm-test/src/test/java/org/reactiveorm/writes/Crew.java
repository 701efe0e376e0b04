package org.reactiveorm.writes;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A crew: its captain is one of its sailors, a circle with one key that may be NULL. */
@Entity(table = "crews")
public record Crew(
        @Id @Generated long id,
        @Unique String name,
        @Nullable Long captainId,
        @BelongsTo(key = "captainId") One<Sailor> captain,
        @HasMany(mappedBy = "crew") Many<Sailor> sailors) {}
