package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;

/** Nothing has to be given. */
@Entity(table = "slips")
public record Slip(@Id @Generated long id, @Nullable String remark) {}
