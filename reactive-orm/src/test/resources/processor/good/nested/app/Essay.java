package app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity
public record Essay(
        @Id @Generated long id,
        String title,
        boolean published,
        @Nullable Integer likes,
        @Nullable Integer shares,
        BigDecimal fee,
        Mood mood,
        Instant createdAt,
        UUID authorId,
        @BelongsTo(key = "authorId") One<Author> author,
        @ManyToMany Many<Topic> topics) {}
