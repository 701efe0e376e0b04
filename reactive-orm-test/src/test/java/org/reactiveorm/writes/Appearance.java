package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.One;

/** An appearance of a player in a fixture: an explicit join table with a key of three columns. */
@Entity(table = "appearances")
public record Appearance(
        @Id AppearanceId id,
        @Default("90") int minutes,

        @BelongsTo(
                key = {"id.season", "id.number"},
                onDelete = ReferentialAction.CASCADE)
        One<Fixture> fixture,

        @BelongsTo(key = "id.playerId", onDelete = ReferentialAction.CASCADE)
        One<Player> player) {}
