package org.reactiveorm.semantics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.SoftDelete;
import org.reactiveorm.annotation.TenantId;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;

/** Of a tenant, deleted at a moment. */
@Entity(table = "projects")
public record Project(
        @Id @Generated long id,
        @TenantId String tenant,
        String name,
        @SoftDelete @Nullable Instant deletedAt,
        @UpdatedAt Instant changedAt,
        @Version int version,
        Many<Task> tasks) {}
