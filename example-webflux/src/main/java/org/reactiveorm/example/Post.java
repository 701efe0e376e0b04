package org.reactiveorm.example;

import static org.reactiveorm.annotation.ReferentialAction.CASCADE;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** Something that a user has written; it goes with its user. */
@Entity(table = "posts")
public record Post(
        @Id @Generated long id,
        String title,
        @Nullable String body,
        @Default("false") boolean published,
        @CreatedAt Instant createdAt,
        long userId,
        @BelongsTo(key = "userId", onDelete = CASCADE) One<User> user) {}
