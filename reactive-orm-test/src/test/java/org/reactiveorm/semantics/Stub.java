package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

/** A part of a ticket. */
@Entity(table = "stubs")
public record Stub(
        @Id @Generated long id,
        @Unique String number,
        @Nullable @Column(length = 8) String label,
        long ticketId,
        @BelongsTo(key = "ticketId") One<Ticket> ticket) {}
