package org.reactiveorm.writes;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

/** A locker: can be without a player. */
@Entity(table = "lockers")
public record Locker(
        @Id @Generated long id,
        @Unique String number,
        @Unique @Nullable Long playerId,
        @BelongsTo(key = "playerId") One<Player> player) {}
