package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Something to go wrong in every column. */
@Entity(table = "tickets")
@Unique({"hall", "seat"})
public record Ticket(
        @Id @Generated long id,
        @Unique @Column(length = 20) String code,
        @Nullable @Column(name = "group") String hall,
        @Nullable @Column(length = 5) String seat,
        @Nullable @Column(precision = 6, scale = 2) BigDecimal price,
        int rank,
        @Nullable Grade grade,
        @Nullable @Column(type = "inet") String origin,
        @Nullable @Column(type = "int4range") String slot,
        @Nullable @Unique Instant printed,
        @Nullable String buyerCode,
        @BelongsTo(key = "buyerCode") One<Guardian> buyer,
        @ManyToMany Many<Club> clubs,
        Many<Stub> stubs) {}
