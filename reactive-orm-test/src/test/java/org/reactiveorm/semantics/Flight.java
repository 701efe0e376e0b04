package org.reactiveorm.semantics;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** Refers to a padded id with more blanks. */
@Entity(table = "flights")
public record Flight(
        @Id @Generated long id,
        String number,
        @Column(type = "char(6)") String originCode,
        @BelongsTo(key = "originCode") One<Airport> origin) {}
