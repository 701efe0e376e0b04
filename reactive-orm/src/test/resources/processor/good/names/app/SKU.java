package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Its constant has the name of the class. */
@Entity(table = "skus")
public record SKU(
        @Id String code,
        String label,
        @Nullable String bundleCode,
        @BelongsTo(key = "bundleCode") One<SKU> bundle,
        @HasMany(mappedBy = "bundle") Many<SKU> parts) {}
