package org.reactiveorm.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Computed;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.Version;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Much of it follows from the rest. */
@Entity(table = "parcels")
public record Parcel(
        @Id @Generated long id,
        String code,
        int width,
        int height,
        @Column(precision = 8, scale = 2) @Nullable BigDecimal price,
        LocalDate sent,
        @Computed("width * height") int area,
        @Unique @Computed("lower(code)") String folded,
        @Computed("price * 2") @Nullable BigDecimal insured,
        @Computed("width > height") boolean wide,
        @Computed("sent + 3") LocalDate due,
        @Computed("array[width, height]") List<Integer> sides,

        @Json @Computed("('{\"width\": ' || width::text || '}')::jsonb")
        Size size,

        @Computed("case when width > 100 then 'gone' else 'ACTIVE' end")
        Status status,

        @Embedded Label label,
        @Version int version,
        @Nullable Long insideId,
        One<Parcel> inside,
        Many<Parcel> contents) {

    /** Of JSON. */
    public record Size(int width) {}

    /** A column that is set and one that follows. */
    public record Label(
            String text, @Computed("length(label_text)") int length) {}
}
