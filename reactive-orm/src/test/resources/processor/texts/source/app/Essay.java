package app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity
public record Essay(
        @Id long id,
        String title,
        boolean published,
        @Nullable Integer likes,
        int shares,
        long views,
        short rank,
        BigDecimal fee,
        double ratio,
        Mood mood,
        Instant createdAt,
        UUID key,
        byte[] raw,
        @Column(codec = MoneyCodec.class) Money money,
        List<String> tags,
        @Json Map<String, String> extra,
        @Embedded Home home,
        long authorId,
        @BelongsTo(key = "authorId") One<Author> author,
        @ManyToMany Many<Topic> topics) {}
