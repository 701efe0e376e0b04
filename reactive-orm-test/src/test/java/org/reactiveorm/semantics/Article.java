package org.reactiveorm.semantics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.CreatedBy;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.UpdatedBy;
import org.reactiveorm.model.Many;

/** Says when and by whom it was written. */
@Entity(table = "articles")
public record Article(
        @Id @Generated long id,
        String title,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt,
        @CreatedBy String author,
        @UpdatedBy @Nullable String editor,
        Many<Revision> revisions) {}
