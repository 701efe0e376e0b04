package org.reactiveorm.benchmark;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** What is upserted. */
@Entity(table = "counters")
public record Counter(@Id String name, int hits) {}
