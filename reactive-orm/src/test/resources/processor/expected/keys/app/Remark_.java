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
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.OptionalToOneRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link Remark}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Remark_ implements EntityRef<Remark, Long> {

    /** The typed model of {@link Remark}. */
    public static final Remark_ REMARK = new Remark_();

    private static final One<OrderLine> LINE_NOT_LOADED =
            One.notLoaded("Remark", "REMARK.line");

    private static final One<Remark> PARENT_NOT_LOADED =
            One.notLoaded("Remark", "REMARK.parent");

    private static final Many<Remark> CHILDREN_NOT_LOADED =
            Many.notLoaded("Remark", "REMARK.children");

    /** {@link Remark#id()}. */
    public final DecimalColumn<Remark, Long> id;

    /** {@link Remark#orderId()}. */
    public final DecimalColumn<Remark, Long> orderId;

    /** {@link Remark#lineNo()}. */
    public final IntegerColumn<Remark, Integer> lineNo;

    /** {@link Remark#line()}. */
    public final ToOneRef<Remark, OrderLine, OrderLineId> line;

    /** {@link Remark#parentId()}. */
    public final DecimalColumn<Remark, Long> parentId;

    /** {@link Remark#parent()}. */
    public final OptionalToOneRef<Remark, Remark, Long> parent;

    /** {@link Remark#children()}. */
    public final OptionalToManyRef<Remark, Remark, Long> children;

    private final EntityModel<Remark> entityModel;
    private final List<Column<Remark, ?>> allColumns;
    private final List<RelationRef<Remark, ?>> allRelations;

    private Remark_() {
        EntityModelBuilder<Remark> entity = EntityModel.builder(Remark.class, Table.of("remark"));
        this.id = new DecimalColumn<>("Remark", entity.property(
                Property.<Remark, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.orderId = new DecimalColumn<>("Remark", entity.property(
                Property.<Remark, Long>of("orderId", "order_id", ColumnTypes.LONG, e -> e.orderId())));
        this.lineNo = new IntegerColumn<>("Remark", entity.property(
                Property.<Remark, Integer>of("lineNo", "line_no", ColumnTypes.INTEGER, e -> e.lineNo())));
        this.parentId = new DecimalColumn<>("Remark", entity.property(
                Property.<Remark, Long>of("parentId", "parent_id", ColumnTypes.LONG, e -> e.parentId()).nullable()));
        this.line = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Remark, OrderLine>of("line", List.<Property<Remark, ?>>of(this.orderId.property(), this.lineNo.property()),
                () -> OrderLine_.ORDER_LINE.model(), List.of("id.orderId", "id.lineNo")),
                new ForeignKey("remark_order_id_line_no_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> OrderLine_.ORDER_LINE);
        this.parent = new OptionalToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Remark, Remark>of("parent", List.<Property<Remark, ?>>of(this.parentId.property()),
                () -> Remark_.REMARK.model(), List.of("id")),
                new ForeignKey("remark_parent_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Remark_.REMARK);
        this.children = new OptionalToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<Remark, Remark>of("children", List.<Property<Remark, ?>>of(this.id.property()),
                () -> Remark_.REMARK.model(), List.of("parentId")))),
                () -> Remark_.REMARK);
        this.entityModel = entity
                .primaryKey(new Key<>("remark_pkey", List.<Property<Remark, ?>>of(this.id.property())))
                .partiallyUnique(new Key<>("remark_order_id_line_no_key", List.<Property<Remark, ?>>of(this.orderId.property(), this.lineNo.property()), "\"parent_id\" is null"))
                .reader(Remark_::read)
                .attacher(Remark_::attach)
                .build();
        this.allColumns = List.<Column<Remark, ?>>of(this.id, this.orderId, this.lineNo, this.parentId);
        this.allRelations = List.<RelationRef<Remark, ?>>of(this.line, this.parent, this.children);
    }

    @Override
    public EntityModel<Remark> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Remark, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Remark, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Remark> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Remark read(Row row) {
        return new Remark(
                row.getLong(0),
                row.getLong(1),
                row.getInt(2),
                LINE_NOT_LOADED,
                ColumnTypes.LONG.read(row, 3),
                PARENT_NOT_LOADED,
                CHILDREN_NOT_LOADED);
    }

    private static Remark attach(Remark entity, Handles handles) {
        return new Remark(
                entity.id(),
                entity.orderId(),
                entity.lineNo(),
                handles.get(0, entity.line()),
                entity.parentId(),
                handles.get(1, entity.parent()),
                handles.get(2, entity.children()));
    }

    /** Finds {@link #REMARK} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return REMARK;
        }
    }
}
