package org.reactiveorm.semantics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;

/** What the library keeps up to date itself; an id from a sequence. */
@Entity(table = "purchases")
public record Purchase(
        @Id @Generated(Generated.By.SEQUENCE) int id,
        @Nullable String buyer,
        @Version long version,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt,
        Many<Line> lines) {}
