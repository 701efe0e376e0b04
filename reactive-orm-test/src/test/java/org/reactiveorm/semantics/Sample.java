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
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;

/** A column of every type that values travel as. */
@Entity(table = "samples")
public record Sample(
        @Id int id,
        @Nullable Boolean flag,
        @Nullable Short tiny,
        @Nullable Integer whole,
        @Nullable Long big,
        @Nullable Float single,
        @Nullable Double real,
        @Column(precision = 12, scale = 3) @Nullable BigDecimal decimal,
        @Nullable BigInteger huge,
        @Nullable String text,
        @Column(type = "char(4)") @Nullable String padded,
        byte @Nullable [] bytes,
        @Nullable UUID uuid,
        @Nullable Instant instant,
        @Column(type = "timestamp") @Nullable Instant utc,
        @Nullable OffsetDateTime offset,
        @Nullable LocalDateTime local,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Duration duration,
        @Nullable Status status,
        @Nullable Grade grade,
        @Nullable List<String> labels,
        @Nullable List<Integer> sizes,
        @Nullable List<Grade> grades,
        @Nullable List<Instant> moments,
        @Json @Nullable Details details,
        @Default("7") @Nullable Integer preset) {}
