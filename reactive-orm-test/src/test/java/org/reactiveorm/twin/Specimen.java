package org.reactiveorm.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.semantics.Grade;
import org.reactiveorm.semantics.Status;
import tools.jackson.databind.JsonNode;

/** Two nullable columns of nearly every type, so that a column can be compared with another one. */
@Entity(table = "specimens")
public record Specimen(
        @Id int id,
        @Nullable String text,
        @Nullable String otherText,
        @Nullable Short tiny,
        @Nullable Short otherTiny,
        @Nullable Integer whole,
        @Nullable Integer otherWhole,
        @Nullable Long big,
        @Nullable Long otherBig,
        @Nullable BigDecimal decimal,
        @Nullable BigDecimal otherDecimal,
        @Nullable Float single,
        @Nullable Double real,
        @Nullable Double otherReal,
        @Nullable Boolean flag,
        @Nullable Boolean otherFlag,
        @Nullable Status status,
        @Nullable Status otherStatus,
        @Nullable Grade grade,
        @Nullable Grade otherGrade,
        @Nullable LocalDate day,
        @Nullable LocalDate otherDay,
        @Nullable LocalTime time,
        @Nullable LocalDateTime local,
        @Nullable LocalDateTime otherLocal,
        @Nullable Instant instant,
        @Nullable Instant otherInstant,
        @Nullable UUID uuid,
        @Nullable UUID otherUuid,
        @Nullable List<String> labels,
        @Nullable List<String> otherLabels,
        @Nullable List<Integer> sizes,
        @Json @Nullable JsonNode json,
        @Nullable Integer originId,
        @BelongsTo(key = "originId") One<Specimen> origin,
        @HasMany(mappedBy = "origin") Many<Specimen> copies) {}
