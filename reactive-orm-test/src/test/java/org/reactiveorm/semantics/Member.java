package org.reactiveorm.semantics;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.HasMany;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.UpdatedAt;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Unique keys of every kind: of one column, of several that may be NULL, of some of the rows. */
@Entity(table = "members")
@Unique({"club", "number"})
@Unique(value = "email", where = "left_on is null", name = "members_email_of_those_here")
@Unique(value = "email", where = "left_on is not null and age > 90", name = "members_email_of_the_old")
@Unique(value = "nick", where = "left_on is null")
public record Member(
        @Id @Generated long id,
        @Unique String handle,
        @Nullable String club,
        @Nullable Integer number,
        @Nullable String email,
        @Nullable String nick,
        @Default("0") int visits,
        @Nullable Integer age,
        @Nullable LocalDate leftOn,
        @Version int version,
        @UpdatedAt Instant updatedAt,
        @Nullable Long sponsorId,
        @BelongsTo(key = "sponsorId") One<Member> sponsor,
        @HasMany(mappedBy = "sponsor") Many<Member> sponsored) {}
