package org.reactiveorm.semantics;

import java.util.UUID;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;

/** An id that the database computes, which others refer to. */
@Entity(table = "crates")
public record Crate(
        @Id @Generated(Generated.By.DATABASE_UUID) UUID id, String name, Many<Bottle> bottles) {}
