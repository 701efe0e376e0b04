package org.reactiveorm.semantics;

import java.util.UUID;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** Its id and that of its crate are computed by the database. */
@Entity(table = "bottles")
public record Bottle(
        @Id @Generated(Generated.By.DATABASE_UUID) UUID id,
        String name,
        UUID crateId,
        @BelongsTo(key = "crateId") One<Crate> crate) {}
