package org.reactiveorm.example;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;

/** Somebody who writes posts and has money. */
@Entity(table = "users")
public record User(
        @Id @Generated long id,
        @Unique String username,
        @Unique String email,
        @Nullable Integer age,
        @Default("false") boolean isVerified,
        @Default("0.00") @Column(precision = 12, scale = 2) BigDecimal balance,
        @CreatedAt Instant createdAt,
        @Version long version,
        Many<Post> posts) {}
