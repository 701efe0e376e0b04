package org.reactiveorm.semantics;

import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;

/** An id that the database pads with blanks. */
@Entity(table = "airports")
public record Airport(@Id @Column(type = "char(4)") String code, String name, Many<Flight> departures) {}
