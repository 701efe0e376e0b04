package org.reactiveorm.semantics;

import java.time.OffsetDateTime;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.UpdatedBy;
import org.reactiveorm.model.One;

/** Must know at any time who wrote it. */
@Entity(table = "revisions")
public record Revision(
        @Id @Generated long id,
        long articleId,
        One<Article> article,
        String text,
        @CreatedAt OffsetDateTime writtenAt,
        @UpdatedBy String writer) {}
