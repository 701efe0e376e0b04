package org.reactiveorm.library;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A book: a required parent, an optional one of its own kind, and tags through a join table. */
@Entity(table = "books")
public record Book(
        @Id @Generated long id,
        String title,
        @Nullable Integer pages,
        long authorId,

        @BelongsTo(key = "authorId", onDelete = ReferentialAction.CASCADE)
        One<Author> author,

        @Nullable Long sequelOfId,
        @BelongsTo(key = "sequelOfId") One<Book> sequelOf,
        Many<Book> sequels,
        @ManyToMany(table = "book_tags") Many<Tag> tags) {}
