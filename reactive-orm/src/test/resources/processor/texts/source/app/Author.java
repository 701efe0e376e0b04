package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity
public record Author(
        @Id long id,
        String name,
        @Nullable Integer age,
        @Embedded Home home,
        @Nullable Long bossId,
        @BelongsTo(key = "bossId") One<Author> boss,
        @HasMany(mappedBy = "author") Many<Essay> essays) {}
