package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.Version;

/** Columns of every type, an id that the library makes, and a column with the name that a statement would like to use. */
@Entity(table = "manuscripts")
public record Manuscript(
        @Id @Generated UUID id,
        @Column(name = "n") String title,
        @Version int version,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt,
        byte @Nullable [] scan,
        @Embedded Numbers numbers,
        @Embedded Moments moments,
        @Nullable Status status,
        @Nullable Grade grade,
        @Nullable List<String> words,
        @Nullable List<Grade> grades,
        @Json @Nullable Details details,
        @Nullable UUID twin) {

    /** Numbers of every kind. */
    public record Numbers(
            @Nullable Boolean flag,
            @Nullable Short pages,
            @Nullable Integer copies,
            @Nullable Float weight,
            @Nullable Double ratio,
            @Column(precision = 12, scale = 2) @Nullable BigDecimal price,
            @Nullable BigInteger isbn) {}

    /** Dates and times of every kind. */
    public record Moments(
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable LocalDateTime local,
            @Nullable OffsetDateTime offset,
            @Nullable Duration length) {}
}
