package org.reactiveorm.writes;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;

/** A fixture: a key of two columns that others refer to. */
@Entity(table = "fixtures")
public record Fixture(@Id FixtureId id, String place, Many<Appearance> appearances) {}
