package org.reactiveorm.writes;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A player: an optional parent, two one-to-one relations, a join table, and players of its own kind. */
@Entity(table = "players")
public record Player(
        @Id @Generated long id,
        @Unique String name,
        @Unique @Nullable String email,
        @Default("0") int goals,
        @Version int version,
        @Nullable Long teamId,
        One<Team> team,
        @Nullable Long mentorId,
        @BelongsTo(key = "mentorId") One<Player> mentor,
        @HasMany(mappedBy = "mentor") Many<Player> mentees,
        One<Passport> passport,
        One<Locker> locker,
        @ManyToMany(table = "player_skills") Many<Skill> skills,
        Many<Appearance> appearances) {}
