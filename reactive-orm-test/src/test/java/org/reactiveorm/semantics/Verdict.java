package org.reactiveorm.semantics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.CreatedBy;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.UpdatedBy;

/** Auditors of types of their own. */
@Entity(table = "verdicts")
public record Verdict(
        @Id @Generated UUID id,
        @CreatedBy @Nullable UUID judge,
        @UpdatedBy @Nullable Grade grade) {}
