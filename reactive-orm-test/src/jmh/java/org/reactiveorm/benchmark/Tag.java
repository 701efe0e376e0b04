package org.reactiveorm.benchmark;

import java.math.BigDecimal;
import java.time.Instant;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;

/** A small table that is read whole. */
@Entity(table = "tags")
public record Tag(
        @Id @Generated long id,
        String name,
        String description,
        int uses,
        boolean hidden,
        @Column(precision = 12, scale = 2) BigDecimal weight,
        @CreatedAt Instant createdAt) {}
