package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

/** A contract: cannot be without its team. */
@Entity(table = "contracts")
public record Contract(
        @Id @Generated long id,
        @Unique String title,
        @Default("0") int pay,
        long teamId,

        @BelongsTo(key = "teamId", onDelete = ReferentialAction.CASCADE)
        One<Team> team) {}
