package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Related with others of its kind in every way. */
@Entity(table = "people")
public record Person(
        @Id int id,
        String name,
        boolean active,
        @Nullable Integer bossId,
        @BelongsTo(key = "bossId") One<Person> boss,
        @HasMany(mappedBy = "boss") Many<Person> reports,

        @ManyToMany(table = "follows", key = "follower_id", targetKey = "followed_id")
        Many<Person> following,

        @ManyToMany(mappedBy = "following") Many<Person> followers) {}
