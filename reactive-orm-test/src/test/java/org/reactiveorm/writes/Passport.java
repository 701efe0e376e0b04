package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

/** A passport: cannot be without its player. */
@Entity(table = "passports")
public record Passport(
        @Id @Generated long id,
        @Unique String number,
        @Unique long playerId,
        @BelongsTo(key = "playerId") One<Player> player) {}
