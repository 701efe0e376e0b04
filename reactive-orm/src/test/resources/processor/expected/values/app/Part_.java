package app;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;

/** How rows become a {@link InvoiceCard.Part}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Part_ {

    /** What a {@link InvoiceCard.Part} needs, and its reader. */
    public static final ShapeModel<InvoiceCard.Part> SHAPE = ShapeModel.flat(
            InvoiceCard.Part.class,
            List.of("next", "whole"),
            Part_::read)
            .of(new EntityShape<Invoice, InvoiceCard.Part>("Part", Invoice.class, Set.of(), Part_::fetch));

    private Part_() {}

    private static InvoiceCard.Part read(Row row) {
        return new InvoiceCard.Part(
                row.getLong(0),
                ColumnTypes.BIG_DECIMAL.read(row, 1));
    }

    /** What is read of a {@link Invoice}, with the values of the parameters. */
    public static Fetch<Invoice, InvoiceCard.Part> fetch(Arguments arguments) {
        return Fetch.flat(
                "Part",
                List.<Expression<Invoice, ?>>of(Invoice_.INVOICE.next,
                Invoice_.INVOICE.parent.get(Invoice_.INVOICE.total)),
                Part_::read);
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
