package org.reactiveorm.recipes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;

// tag::job[]
/** Work that is waiting to be done, or was done. */
@Entity(table = "jobs")
public record Job(
        @Id @Generated long id,
        String task,
        @CreatedAt Instant createdAt,
        @Nullable Instant doneAt) {}
// end::job[]
