package org.reactiveorm.library;

import java.util.UUID;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

/** A contract: an id that the database computes, and the key side of a one-to-one relation. */
@Entity(table = "library_contracts")
public record Contract(
        @Id @Generated(Generated.By.DATABASE_UUID) UUID id,
        String terms,
        @Unique long authorId,
        @BelongsTo(key = "authorId") One<Author> author) {}
