package org.reactiveorm.library;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** An author: generated id, defaults, timestamps, a version, and relations of several kinds. */
@Entity(table = "authors")
public record Author(
        @Id @Generated long id,
        @Unique String email,
        String name,
        @Nullable Integer born,
        @Default("false") boolean active,
        @Default("0.00") @Column(precision = 12, scale = 2) BigDecimal royalties,
        @Default("('{}')") List<String> awards,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt,
        @Version int version,
        Many<Book> books,
        One<Contract> contract) {}
