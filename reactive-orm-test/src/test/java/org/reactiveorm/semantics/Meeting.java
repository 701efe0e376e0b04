package org.reactiveorm.semantics;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Columns that are not of the type they are read as, most of them of the same moment; a meeting may follow another. */
@Entity(table = "first")
public record Meeting(
        @Id UUID id,
        Instant at,
        @Column(type = "timestamptz(3)") Instant rounded,
        @Column(type = "timestamp with time zone") Instant spelled,
        @Column(type = "timestamp") Instant utc,
        @Column(type = "real") double share,
        @Column(type = "char(4)") String code,
        @Nullable UUID previousId,
        @BelongsTo(key = "previousId") One<Meeting> previous,
        @HasMany(mappedBy = "previous") Many<Meeting> next) {}
