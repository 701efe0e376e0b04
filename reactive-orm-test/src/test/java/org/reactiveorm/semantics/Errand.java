package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Defaults of every kind: literals, expressions, and what Java makes, the key among them. */
@Entity(table = "errands")
public record Errand(
        @Id @Default(supplier = ErrandNumbers.class) String number,
        @Default("open") @Nullable String state,
        @Default("0.50") @Nullable BigDecimal price,
        @Default("(now() + interval '1 day')") @Nullable Instant until,
        @Default("DRAFT") @Nullable Status status,
        @Default("{a,b}") @Nullable List<String> labels,
        @Default("(gen_random_uuid())") @Nullable UUID token,
        @Default(supplier = Counter.class) @Nullable Integer serial,
        @Default(supplier = Flaw.class) @Nullable String flaw,
        @Nullable String partOfId,
        One<Errand> partOf,
        Many<Errand> parts) {}
