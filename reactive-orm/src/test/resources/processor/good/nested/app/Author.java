package app;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.HasOne;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity
public record Author(
        @Id UUID id,
        String name,
        @Nullable Mood mood,
        @Embedded Home home,
        List<String> tags,
        @Nullable UUID bossId,
        @BelongsTo(key = "bossId") One<Author> boss,
        @HasOne(mappedBy = "owner") One<Desk> desk,
        @HasMany(mappedBy = "author") Many<Essay> essays) {}
