package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;

/** Nothing has to be given. */
@Entity(table = "tickets")
public record Ticket(@Id @Generated long id, @Nullable String remark) {}
