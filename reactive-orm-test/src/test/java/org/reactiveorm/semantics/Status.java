package org.reactiveorm.semantics;

import org.reactiveorm.annotation.EnumValue;

/** Stored as text. */
public enum Status {
    DRAFT,
    ACTIVE,
    @EnumValue("gone")
    RETIRED
}
