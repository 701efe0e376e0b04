package org.reactiveorm.recipes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;
import tools.jackson.databind.JsonNode;

// tag::event[]
/** Something that happened; what exactly differs. */
@Entity(table = "events")
public record Event(
        @Id @Generated long id,
        Instant happenedAt,
        List<String> labels,
        @Json @Nullable JsonNode payload) {}
// end::event[]
