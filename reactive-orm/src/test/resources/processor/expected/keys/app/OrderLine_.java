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
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.ToManyRef;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link OrderLine}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class OrderLine_ implements EntityRef<OrderLine, OrderLineId> {

    /** The typed model of {@link OrderLine}. */
    public static final OrderLine_ ORDER_LINE = new OrderLine_();

    private static final One<Order> ORDER_NOT_LOADED =
            One.notLoaded("OrderLine", "ORDER_LINE.order");

    private static final Many<Remark> REMARKS_NOT_LOADED =
            Many.notLoaded("OrderLine", "ORDER_LINE.remarks");

    /** The columns of {@link OrderLine#id()}. */
    public final IdColumns id;

    /** {@link OrderLine#order()}. */
    public final ToOneRef<OrderLine, Order, Long> order;

    /** {@link OrderLine#article()}. */
    public final TextColumn<OrderLine> article;

    /** {@link OrderLine#remarks()}. */
    public final ToManyRef<OrderLine, Remark, Long> remarks;

    private final EntityModel<OrderLine> entityModel;
    private final List<Column<OrderLine, ?>> allColumns;
    private final List<RelationRef<OrderLine, ?>> allRelations;

    private OrderLine_() {
        EntityModelBuilder<OrderLine> entity = EntityModel.builder(OrderLine.class, Table.of("order_line"));
        this.id = new IdColumns(entity);
        this.article = new TextColumn<>("OrderLine", entity.property(
                Property.<OrderLine, String>of("article", "article", ColumnTypes.STRING, e -> e.article())));
        this.order = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<OrderLine, Order>of("order", List.<Property<OrderLine, ?>>of(this.id.orderId.property()),
                () -> Order_.ORDER.model(), List.of("id")),
                new ForeignKey("order_line_order_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Order_.ORDER);
        this.remarks = new ToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<OrderLine, Remark>of("remarks", List.<Property<OrderLine, ?>>of(this.id.orderId.property(), this.id.lineNo.property()),
                () -> Remark_.REMARK.model(), List.of("orderId", "lineNo")))),
                () -> Remark_.REMARK);
        this.entityModel = entity
                .primaryKey(new Key<>("order_line_pkey", List.<Property<OrderLine, ?>>of(this.id.orderId.property(), this.id.lineNo.property())))
                .reader(OrderLine_::read)
                .attacher(OrderLine_::attach)
                .build();
        this.allColumns = List.<Column<OrderLine, ?>>of(this.id.orderId, this.id.lineNo, this.article);
        this.allRelations = List.<RelationRef<OrderLine, ?>>of(this.order, this.remarks);
    }

    @Override
    public EntityModel<OrderLine> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<OrderLine, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<OrderLine, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<OrderLineId> idType() {
        return OrderLineId.class;
    }

    @Override
    public Condition<OrderLine> hasId(OrderLineId id) {
        return this.id.orderId.eq(id.orderId())
                .and(this.id.lineNo.eq(id.lineNo()));
    }

    @Override
    public List<Object> idValues(OrderLineId id) {
        return List.of(this.id.orderId.valueOf(id.orderId()), this.id.lineNo.valueOf(id.lineNo()));
    }

    private static OrderLine read(Row row) {
        return new OrderLine(
                new OrderLineId(row.getLong(0), row.getInt(1)),
                ORDER_NOT_LOADED,
                ColumnTypes.STRING.require(row, 2),
                REMARKS_NOT_LOADED);
    }

    private static OrderLine attach(OrderLine entity, Handles handles) {
        return new OrderLine(
                entity.id(),
                handles.get(0, entity.order()),
                entity.article(),
                handles.get(1, entity.remarks()));
    }

    /** The columns of {@link OrderLine#id()}. */
    public static final class IdColumns {

        /** {@link OrderLineId#orderId()}. */
        public final DecimalColumn<OrderLine, Long> orderId;

        /** {@link OrderLineId#lineNo()}. */
        public final IntegerColumn<OrderLine, Integer> lineNo;

        private IdColumns(EntityModelBuilder<OrderLine> entity) {
            this.orderId = new DecimalColumn<>("OrderLine", entity.property(
                    Property.<OrderLine, Long>of("id.orderId", "order_id", ColumnTypes.LONG, e -> e.id() == null ? null : e.id().orderId())));
            this.lineNo = new IntegerColumn<>("OrderLine", entity.property(
                    Property.<OrderLine, Integer>of("id.lineNo", "line_no", ColumnTypes.INTEGER, e -> e.id() == null ? null : e.id().lineNo())));
        }
    }

    /** Finds {@link #ORDER_LINE} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return ORDER_LINE;
        }
    }
}
