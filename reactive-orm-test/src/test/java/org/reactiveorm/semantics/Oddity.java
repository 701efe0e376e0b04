package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.Version;

/** Names that SQL, or a statement of the library, would like to have for itself. */
@Entity(table = "order")
public record Oddity(
        @Id @Column(name = "select") int id,
        @Unique @Column(name = "Mixed Case") String name,
        @Column(name = "a\"b") @Nullable Integer quoted,
        @Column(name = "excluded") @Nullable Integer excluded,
        @Column(name = "o") @Nullable Integer o,
        @Column(name = "ordinality") @Default("1") int place,
        @Version @Column(name = "n, ünï") int version) {}
