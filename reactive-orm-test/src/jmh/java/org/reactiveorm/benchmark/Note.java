package org.reactiveorm.benchmark;

import java.time.Instant;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;

/** What is inserted: a table of its own, so that the tables that are read stay as they are. */
@Entity(table = "notes")
public record Note(
        @Id @Generated long id,
        String title,
        String body,
        int views,
        @CreatedAt Instant createdAt) {}
