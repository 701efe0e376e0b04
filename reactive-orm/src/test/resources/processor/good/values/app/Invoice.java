package app;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Computed;
import org.reactiveorm.annotation.CreatedBy;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Index;
import org.reactiveorm.annotation.Json;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.annotation.UpdatedBy;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

/** Values of every origin. */
@Entity
@Index({"total", "buyer.initial"})
public record Invoice(
        @Id @Default(supplier = Numbers.class) String id,
        BigDecimal net,
        int count,
        @Embedded Buyer buyer,
        @Embedded Totals totals,
        @Computed("net * count") BigDecimal total,
        @Unique @Computed("lower(\"buyer_name\")") @Nullable String folded,
        @Computed("count + 1") long next,
        @Computed("net::float8") double rough,
        @Computed("count > 10") boolean large,
        @Computed("'2000-01-01'::timestamp") LocalDateTime since,
        @Computed("md5(id)::uuid") UUID digest,
        @Computed("'{}'") List<String> labels,
        @Json @Computed("'{}'") Object data,
        @Default(supplier = Nested.Of.class) @Nullable Integer grade,
        @CreatedBy String creator,
        @UpdatedBy @Nullable UUID editor,
        @Nullable String parentId,
        One<Invoice> parent,
        Many<Invoice> parts) {

    /** Some columns that are set, one that is not. */
    public record Buyer(String name, @Computed("left(buyer_name, 1)") String initial) {}

    /** Nothing that can be set. */
    public record Totals(@Computed("count") int all) {}
}
