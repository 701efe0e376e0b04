package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.SoftDelete;
import org.reactiveorm.annotation.TenantId;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Of a tenant, deleted by a flag; a tree. */
@Entity(table = "tasks")
public record Task(
        @Id @Generated long id,
        @TenantId String tenant,
        String title,
        @SoftDelete boolean gone,
        @Nullable Long projectId,
        @BelongsTo(key = "projectId") One<Project> project,
        @Nullable Long parentId,
        @BelongsTo(key = "parentId") One<Task> parent,
        @HasMany(mappedBy = "parent") Many<Task> subtasks,
        @ManyToMany(table = "task_topics") Many<Topic> topics) {}
