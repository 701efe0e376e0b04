package org.reactiveorm.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.reactiveorm.model.ColumnType;

/** What a value says about the time that it means. */
enum Moment {
    INSTANT,
    /** Stored without time zone, as it is in UTC. */
    INSTANT_IN_UTC,
    LOCAL;

    static Moment of(ColumnType<?> type) {
        if (type.javaType() != Instant.class && type.javaType() != OffsetDateTime.class) {
            return LOCAL;
        }
        return type.isKeptInUtc() ? INSTANT_IN_UTC : INSTANT;
    }
}
