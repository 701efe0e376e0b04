package app;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.Branch;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;
import org.reactiveorm.query.TimeColumn;

/** How rows become a {@link InvoiceCard}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class InvoiceCard_ {

    /** What a {@link InvoiceCard} needs, and its reader. */
    public static final ShapeModel<InvoiceCard> SHAPE = ShapeModel.nested(InvoiceCard.class)
            .of(new EntityShape<Invoice, InvoiceCard>("InvoiceCard", Invoice.class, Set.of("least"), InvoiceCard_::fetch).with(Part_.SHAPE));

    private InvoiceCard_() {}

    private static Fetch.Assembly<InvoiceCard> read(Row row) {
        BigDecimal c0 = ColumnTypes.BIG_DECIMAL.require(row, 0);
        String c1 = ColumnTypes.STRING.require(row, 1);
        return related -> new InvoiceCard(
                c0,
                c1,
                related.list(0, InvoiceCard.Part.class));
    }

    /** What is read of a {@link Invoice}, with the values of the parameters. */
    public static Fetch<Invoice, InvoiceCard> fetch(Arguments arguments) {
        return new Fetch<>(
                "InvoiceCard",
                List.<Expression<Invoice, ?>>of(Invoice_.INVOICE.total,
                Invoice_.INVOICE.buyer.initial),
                List.<Branch<Invoice, ?, ?>>of(new Branch<>(Invoice_.INVOICE.parts.where(Invoice_.INVOICE.since.gt(((TimeColumn<Invoice, LocalDateTime>) Invoice_.INVOICE.since).parse("1999-01-01T00:00:00"))
                .and(Invoice_.INVOICE.total.gte(arguments.value("least", ((DecimalColumn<Invoice, BigDecimal>) Invoice_.INVOICE.total))))
                .and(Invoice_.INVOICE.large.eq(true))
                .and(Invoice_.INVOICE.parent.get(Invoice_.INVOICE.folded).ne("x"))).orderBy(Invoice_.INVOICE.folded.asc()), Part_.fetch(arguments))),
                InvoiceCard_::read);
    }

    /** Finds {@link #SHAPE} for the library. */
    public static final class Provider implements ShapeProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public ShapeModel<?> shape() {
            return SHAPE;
        }
    }
}
