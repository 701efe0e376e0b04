package org.reactiveorm.semantics;

import static org.reactiveorm.annotation.ReferentialAction.CASCADE;
import static org.reactiveorm.annotation.ReferentialAction.NO_ACTION;
import static org.reactiveorm.annotation.ReferentialAction.RESTRICT;
import static org.reactiveorm.annotation.ReferentialAction.SET_DEFAULT;
import static org.reactiveorm.annotation.ReferentialAction.SET_NULL;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** A foreign key with each referential action. */
@Entity(table = "wards")
public record Ward(
        @Id int id,
        @Nullable String calmCode,
        @Nullable String strictCode,
        @Nullable String loyalCode,
        @Nullable String freeCode,
        @Default("home") String lodgerCode,

        @BelongsTo(key = "calmCode", onDelete = NO_ACTION, onUpdate = NO_ACTION)
        One<Guardian> calm,

        @BelongsTo(key = "strictCode", onDelete = RESTRICT, onUpdate = RESTRICT)
        One<Guardian> strict,

        @BelongsTo(key = "loyalCode", onDelete = CASCADE, onUpdate = CASCADE)
        One<Guardian> loyal,

        @BelongsTo(key = "freeCode", onDelete = SET_NULL, onUpdate = SET_NULL)
        One<Guardian> free,

        @BelongsTo(key = "lodgerCode", onDelete = SET_DEFAULT, onUpdate = SET_DEFAULT)
        One<Guardian> lodger) {}
