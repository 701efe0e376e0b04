package org.reactiveorm.semantics;

import java.util.UUID;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

/** An id that the database computes, the side of a one-to-one that has the key. */
@Entity(table = "licences")
public record Licence(
        @Id @Generated(Generated.By.DATABASE_UUID) UUID id,
        String number,
        @Unique String shopCode,
        @BelongsTo(key = "shopCode") One<Shop> shop) {}
