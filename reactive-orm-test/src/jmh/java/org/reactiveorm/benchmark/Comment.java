package org.reactiveorm.benchmark;

import java.time.Instant;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** The second level of the include tree. */
@Entity(table = "comments")
public record Comment(
        @Id @Generated long id,
        String text,
        @CreatedAt Instant createdAt,
        long postId,
        @BelongsTo(key = "postId") One<Post> post,
        long authorId,
        @BelongsTo(key = "authorId") One<User> author) {}
