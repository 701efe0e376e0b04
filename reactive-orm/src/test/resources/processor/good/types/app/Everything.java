package app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Index;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.UpdatedAt;
import tools.jackson.databind.JsonNode;

@Entity(schema = "stuff")
@Index({"name", "address.city"})
public record Everything(
        @Id @Generated UUID id,
        String name,
        byte[] bytes,
        byte @Nullable [] maybeBytes,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt,
        @Default("(current_date)") LocalDate date,
        @Default("PT1H") Duration duration,
        @Default("MEDIUM") Mood mood,
        @Nullable Color color,
        List<String> tags,
        List<Mood> moods,
        @Json Map<String, List<Integer>> json,
        JsonNode node,
        @Json @Nullable Money jsonMoney,
        @Column(codec = MoneyCodec.class) Money price,
        @Column(type = "citext") String email,
        @Default("it's \\ \" \u00fc\n") String quote,
        @Embedded Address address,
        @Embedded(prefix = "x_") @Nullable Extra extra,
        String model,
        String draft,
        String entity) {}
