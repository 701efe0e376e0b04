package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Version;

/** A key of three columns, and a version. */
@Entity(table = "seats")
public record Seat(
        @Id PlaceId id, @Nullable String guest, @Version long version) {}
