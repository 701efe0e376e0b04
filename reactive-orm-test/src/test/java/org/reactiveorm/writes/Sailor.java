package org.reactiveorm.writes;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.One;

/** A sailor: cannot be without its crew. */
@Entity(table = "sailors")
public record Sailor(
        @Id @Generated long id,
        String name,
        @Version int version,
        long crewId,
        @BelongsTo(key = "crewId") One<Crew> crew) {}
