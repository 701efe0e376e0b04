package app;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.From;
import org.reactiveorm.annotation.OrderBy;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Where;

/** Reads what is computed, and asks about it. */
@Shape(of = Invoice.class)
public record InvoiceCard(
        BigDecimal total,
        @From("buyer.initial") String initial,

        @Where("since > '1999-01-01T00:00:00' and total >= :least and large = true and parent.folded <> 'x'")
        @OrderBy("folded")
        List<Part> parts) {

    /** One of them. */
    @Shape(of = Invoice.class)
    public record Part(long next, @From("parent.total") @Nullable BigDecimal whole) {}
}
