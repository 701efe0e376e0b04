package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** A nut: cannot be without a bolt. */
@Entity(table = "nuts")
public record Nut(
        @Id @Generated long id,
        long boltId,
        @BelongsTo(key = "boltId") One<Bolt> bolt) {}
