package org.reactiveorm.semantics;

import java.util.List;
import org.reactiveorm.annotation.OrderBy;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Where;

/** Reads what is computed, and asks about it. */
@Shape(of = Parcel.class)
public record ParcelCard(
        int area,
        boolean wide,

        @Where("due > '2026-01-01' and area >= :least") @OrderBy("folded desc")
        List<Inner> contents) {

    /** One of them. */
    @Shape(of = Parcel.class)
    public record Inner(String folded, Status status) {}
}
