package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** A natural id, an embedded record, the side of a one-to-one that has no key. */
@Entity(table = "shops")
public record Shop(
        @Id String code,
        @Nullable String motto,
        @Embedded Address address,
        One<Licence> licence,
        Many<Product> products) {}
