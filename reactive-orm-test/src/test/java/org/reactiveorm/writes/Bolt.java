package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** A bolt: cannot be without a nut, which cannot be without a bolt. */
@Entity(table = "bolts")
public record Bolt(
        @Id @Generated long id,
        long nutId,
        @BelongsTo(key = "nutId") One<Nut> nut) {}
