package org.reactiveorm.semantics;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.CreatedBy;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.UpdatedBy;
import org.reactiveorm.model.One;

/** Who votes is a row of another table; the rest of its history is an embedded record. */
@Entity(table = "votes")
public record Vote(
        @Id @Generated UUID id,
        @CreatedBy int voterId,
        @BelongsTo(key = "voterId") One<Person> voter,
        @Embedded History history) {

    /** When and by whom. */
    public record History(
            @CreatedAt LocalDateTime createdAt,
            @UpdatedAt LocalDateTime updatedAt,
            @UpdatedBy @Nullable Long updatedBy) {}
}
