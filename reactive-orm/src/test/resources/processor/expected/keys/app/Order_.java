package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.OwnedToOneRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.ToManyRef;

/** The typed model of {@link Order}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Order_ implements EntityRef<Order, Long> {

    /** The typed model of {@link Order}. */
    public static final Order_ ORDER = new Order_();

    private static final Many<OrderLine> LINES_NOT_LOADED =
            Many.notLoaded("Order", "ORDER.lines");

    private static final One<Receipt> RECEIPT_NOT_LOADED =
            One.notLoaded("Order", "ORDER.receipt");

    /** {@link Order#id()}. */
    public final DecimalColumn<Order, Long> id;

    /** {@link Order#lines()}. */
    public final ToManyRef<Order, OrderLine, OrderLineId> lines;

    /** {@link Order#receipt()}. */
    public final OwnedToOneRef<Order, Receipt, Long> receipt;

    private final EntityModel<Order> entityModel;
    private final List<Column<Order, ?>> allColumns;
    private final List<RelationRef<Order, ?>> allRelations;

    private Order_() {
        EntityModelBuilder<Order> entity = EntityModel.builder(Order.class, Table.of("orders"));
        this.id = new DecimalColumn<>("Order", entity.property(
                Property.<Order, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.lines = new ToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<Order, OrderLine>of("lines", List.<Property<Order, ?>>of(this.id.property()),
                () -> OrderLine_.ORDER_LINE.model(), List.of("id.orderId")))),
                () -> OrderLine_.ORDER_LINE);
        this.receipt = new OwnedToOneRef<>(
                entity.relation(new InverseToOne<>(
                Ends.<Order, Receipt>of("receipt", List.<Property<Order, ?>>of(this.id.property()),
                () -> Receipt_.RECEIPT.model(), List.of("orderId")))),
                () -> Receipt_.RECEIPT);
        this.entityModel = entity
                .primaryKey(new Key<>("orders_pkey", List.<Property<Order, ?>>of(this.id.property())))
                .reader(Order_::read)
                .attacher(Order_::attach)
                .build();
        this.allColumns = List.<Column<Order, ?>>of(this.id);
        this.allRelations = List.<RelationRef<Order, ?>>of(this.lines, this.receipt);
    }

    @Override
    public EntityModel<Order> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Order, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Order, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Order> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Order read(Row row) {
        return new Order(
                row.getLong(0),
                LINES_NOT_LOADED,
                RECEIPT_NOT_LOADED);
    }

    private static Order attach(Order entity, Handles handles) {
        return new Order(
                entity.id(),
                handles.get(0, entity.lines()),
                handles.get(1, entity.receipt()));
    }

    /** Finds {@link #ORDER} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return ORDER;
        }
    }
}
