package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.SoftDelete;
import org.reactiveorm.model.One;

/** A kit: marked instead of removed. */
@Entity(table = "kits")
public record Kit(
        @Id @Generated long id,
        String color,
        @SoftDelete boolean isGone,
        long teamId,
        @BelongsTo(key = "teamId") One<Team> team) {}
