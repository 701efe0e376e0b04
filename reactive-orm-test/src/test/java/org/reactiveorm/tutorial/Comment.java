package org.reactiveorm.tutorial;

import static org.reactiveorm.annotation.ReferentialAction.CASCADE;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

// tag::comment[]
@Entity(table = "comments")
public record Comment(
        @Id @Generated long id,
        String text,
        long postId,
        @BelongsTo(key = "postId", onDelete = CASCADE) One<Post> post,
        long authorId,
        @BelongsTo(key = "authorId", onDelete = CASCADE) One<User> author) {}
// end::comment[]
