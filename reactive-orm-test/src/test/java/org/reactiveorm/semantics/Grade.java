package org.reactiveorm.semantics;

import org.reactiveorm.annotation.EnumValue;
import org.reactiveorm.annotation.NativeEnum;

/** A PostgreSQL enum, whose order is that of the constants. */
@NativeEnum("product_grade")
public enum Grade {
    POOR,
    GOOD,
    @EnumValue("very good")
    BEST
}
