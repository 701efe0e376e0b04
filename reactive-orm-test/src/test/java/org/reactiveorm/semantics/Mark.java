package org.reactiveorm.semantics;

import java.util.UUID;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;

/** An id that the library makes. */
@Entity(table = "marks")
public record Mark(
        @Id @Generated UUID id,
        @Unique String name,
        @ManyToMany(mappedBy = "marks") Many<Product> products) {}
