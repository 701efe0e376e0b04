package org.reactiveorm.semantics;

import java.time.Instant;
import java.util.UUID;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** The same moment in columns of several types. */
@Entity(table = "first")
public record Meeting(
        @Id UUID id,
        Instant at,
        @Column(type = "timestamptz(3)") Instant rounded,
        @Column(type = "timestamp with time zone") Instant spelled,
        @Column(type = "timestamp") Instant utc,
        @Column(type = "real") double share,
        @Column(type = "char(4)") String code) {}
