package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link Receipt}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Receipt_ implements EntityRef<Receipt, Long> {

    /** The typed model of {@link Receipt}. */
    public static final Receipt_ RECEIPT = new Receipt_();

    private static final One<Order> ORDER_NOT_LOADED =
            One.notLoaded("Receipt", "RECEIPT.order");

    /** {@link Receipt#orderId()}. */
    public final DecimalColumn<Receipt, Long> orderId;

    /** {@link Receipt#order()}. */
    public final ToOneRef<Receipt, Order, Long> order;

    /** {@link Receipt#text()}. */
    public final TextColumn<Receipt> text;

    private final EntityModel<Receipt> entityModel;
    private final List<Column<Receipt, ?>> allColumns;
    private final List<RelationRef<Receipt, ?>> allRelations;

    private Receipt_() {
        EntityModelBuilder<Receipt> entity = EntityModel.builder(Receipt.class, Table.of("receipt"));
        this.orderId = new DecimalColumn<>("Receipt", entity.property(
                Property.<Receipt, Long>of("orderId", "order_id", ColumnTypes.LONG, e -> e.orderId())));
        this.text = new TextColumn<>("Receipt", entity.property(
                Property.<Receipt, String>of("text", "text", ColumnTypes.STRING, e -> e.text())));
        this.order = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Receipt, Order>of("order", List.<Property<Receipt, ?>>of(this.orderId.property()),
                () -> Order_.ORDER.model(), List.of("id")),
                new ForeignKey("receipt_order_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Order_.ORDER);
        this.entityModel = entity
                .primaryKey(new Key<>("receipt_pkey", List.<Property<Receipt, ?>>of(this.orderId.property())))
                .reader(Receipt_::read)
                .attacher(Receipt_::attach)
                .build();
        this.allColumns = List.<Column<Receipt, ?>>of(this.orderId, this.text);
        this.allRelations = List.<RelationRef<Receipt, ?>>of(this.order);
    }

    @Override
    public EntityModel<Receipt> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Receipt, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Receipt, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Receipt> hasId(Long id) {
        return this.orderId.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Receipt read(Row row) {
        return new Receipt(
                row.getLong(0),
                ORDER_NOT_LOADED,
                ColumnTypes.STRING.require(row, 1));
    }

    private static Receipt attach(Receipt entity, Handles handles) {
        return new Receipt(
                entity.orderId(),
                handles.get(0, entity.order()),
                entity.text());
    }

    /** Finds {@link #RECEIPT} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return RECEIPT;
        }
    }
}
