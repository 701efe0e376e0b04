package app;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.ColumnType;
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
import org.reactiveorm.query.ArrayColumn;
import org.reactiveorm.query.BooleanColumn;
import org.reactiveorm.query.BooleanExpression;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.ComparableColumn;
import org.reactiveorm.query.ComparableExpression;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.DecimalExpression;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FloatColumn;
import org.reactiveorm.query.FloatExpression;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.IntegerExpression;
import org.reactiveorm.query.JsonColumn;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.OptionalToOneRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.TextExpression;
import org.reactiveorm.query.TimeColumn;
import org.reactiveorm.query.TimeExpression;
import tools.jackson.core.type.TypeReference;

/** The typed model of {@link Invoice}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Invoice_ implements EntityRef<Invoice, String> {

    private static final ColumnType<List<String>> LABELS_TYPE =
            ColumnTypes.listOf(ColumnTypes.STRING);

    private static final ColumnType<Object> DATA_TYPE =
            ColumnTypes.json(new TypeReference<Object>() {});

    /** The typed model of {@link Invoice}. */
    public static final Invoice_ INVOICE = new Invoice_();

    private static final One<Invoice> PARENT_NOT_LOADED =
            One.notLoaded("Invoice", "INVOICE.parent");

    private static final Many<Invoice> PARTS_NOT_LOADED =
            Many.notLoaded("Invoice", "INVOICE.parts");

    /** {@link Invoice#id()}. */
    public final TextColumn<Invoice> id;

    /** {@link Invoice#net()}. */
    public final DecimalColumn<Invoice, BigDecimal> net;

    /** {@link Invoice#count()}. */
    public final IntegerColumn<Invoice, Integer> count;

    /** The columns of {@link Invoice#buyer()}. */
    public final BuyerColumns buyer;

    /** The columns of {@link Invoice#totals()}. */
    public final TotalsColumns totals;

    /** {@link Invoice#total()}. */
    public final DecimalExpression<Invoice, BigDecimal> total;

    /** {@link Invoice#folded()}. */
    public final TextExpression<Invoice> folded;

    /** {@link Invoice#next()}. */
    public final DecimalExpression<Invoice, Long> next;

    /** {@link Invoice#rough()}. */
    public final FloatExpression<Invoice, Double> rough;

    /** {@link Invoice#large()}. */
    public final BooleanExpression<Invoice> large;

    /** {@link Invoice#since()}. */
    public final TimeExpression<Invoice, LocalDateTime> since;

    /** {@link Invoice#digest()}. */
    public final ComparableExpression<Invoice, UUID> digest;

    /** {@link Invoice#labels()}. */
    public final ArrayColumn<Invoice, String> labels;

    /** {@link Invoice#data()}. */
    public final JsonColumn<Invoice, Object> data;

    /** {@link Invoice#grade()}. */
    public final IntegerColumn<Invoice, Integer> grade;

    /** {@link Invoice#creator()}. */
    public final TextColumn<Invoice> creator;

    /** {@link Invoice#editor()}. */
    public final ComparableColumn<Invoice, UUID> editor;

    /** {@link Invoice#parentId()}. */
    public final TextColumn<Invoice> parentId;

    /** {@link Invoice#parent()}. */
    public final OptionalToOneRef<Invoice, Invoice, String> parent;

    /** {@link Invoice#parts()}. */
    public final OptionalToManyRef<Invoice, Invoice, String> parts;

    private final EntityModel<Invoice> entityModel;
    private final List<Column<Invoice, ?>> allColumns;
    private final List<RelationRef<Invoice, ?>> allRelations;

    private Invoice_() {
        EntityModelBuilder<Invoice> entity = EntityModel.builder(Invoice.class, Table.of("invoice"));
        this.id = new TextColumn<>("Invoice", entity.property(
                Property.<Invoice, String>of("id", "id", ColumnTypes.STRING, e -> e.id()).from(ValueSource.supplied(new Numbers()))));
        this.net = new DecimalColumn<>("Invoice", entity.property(
                Property.<Invoice, BigDecimal>of("net", "net", ColumnTypes.BIG_DECIMAL, e -> e.net())));
        this.count = new IntegerColumn<>("Invoice", entity.property(
                Property.<Invoice, Integer>of("count", "count", ColumnTypes.INTEGER, e -> e.count())));
        this.buyer = new BuyerColumns(entity);
        this.totals = new TotalsColumns(entity);
        this.total = new DecimalColumn<>("Invoice", entity.property(
                Property.<Invoice, BigDecimal>of("total", "total", ColumnTypes.BIG_DECIMAL, e -> e.total()).from(ValueSource.computed("net * count"))));
        this.folded = new TextColumn<>("Invoice", entity.property(
                Property.<Invoice, String>of("folded", "folded", ColumnTypes.STRING, e -> e.folded()).nullable().from(ValueSource.computed("lower(\"buyer_name\")"))));
        this.next = new DecimalColumn<>("Invoice", entity.property(
                Property.<Invoice, Long>of("next", "next", ColumnTypes.LONG, e -> e.next()).from(ValueSource.computed("count + 1"))));
        this.rough = new FloatColumn<>("Invoice", entity.property(
                Property.<Invoice, Double>of("rough", "rough", ColumnTypes.DOUBLE, e -> e.rough()).from(ValueSource.computed("net::float8"))));
        this.large = new BooleanColumn<>("Invoice", entity.property(
                Property.<Invoice, Boolean>of("large", "large", ColumnTypes.BOOLEAN, e -> e.large()).from(ValueSource.computed("count > 10"))));
        this.since = new TimeColumn<>("Invoice", entity.property(
                Property.<Invoice, LocalDateTime>of("since", "since", ColumnTypes.LOCAL_DATE_TIME, e -> e.since()).from(ValueSource.computed("'2000-01-01'::timestamp"))));
        this.digest = new ComparableColumn<>("Invoice", entity.property(
                Property.<Invoice, UUID>of("digest", "digest", ColumnTypes.UUID, e -> e.digest()).from(ValueSource.computed("md5(id)::uuid"))));
        this.labels = new ArrayColumn<>("Invoice", entity.property(
                Property.<Invoice, List<String>>of("labels", "labels", LABELS_TYPE, e -> e.labels()).from(ValueSource.computed("'{}'"))), ColumnTypes.STRING);
        this.data = new JsonColumn<>("Invoice", entity.property(
                Property.<Invoice, Object>of("data", "data", DATA_TYPE, e -> e.data()).from(ValueSource.computed("'{}'"))));
        this.grade = new IntegerColumn<>("Invoice", entity.property(
                Property.<Invoice, Integer>of("grade", "grade", ColumnTypes.INTEGER, e -> e.grade()).nullable().from(ValueSource.supplied(new Nested.Of()))));
        this.creator = new TextColumn<>("Invoice", entity.property(
                Property.<Invoice, String>of("creator", "creator", ColumnTypes.STRING, e -> e.creator()).from(ValueSource.of(ValueSource.Kind.CREATED_BY))));
        this.editor = new ComparableColumn<>("Invoice", entity.property(
                Property.<Invoice, UUID>of("editor", "editor", ColumnTypes.UUID, e -> e.editor()).nullable().from(ValueSource.of(ValueSource.Kind.UPDATED_BY))));
        this.parentId = new TextColumn<>("Invoice", entity.property(
                Property.<Invoice, String>of("parentId", "parent_id", ColumnTypes.STRING, e -> e.parentId()).nullable()));
        this.parent = new OptionalToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Invoice, Invoice>of("parent", List.<Property<Invoice, ?>>of(this.parentId.property()),
                () -> Invoice_.INVOICE.model(), List.of("id")),
                new ForeignKey("invoice_parent_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Invoice_.INVOICE);
        this.parts = new OptionalToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<Invoice, Invoice>of("parts", List.<Property<Invoice, ?>>of(this.id.property()),
                () -> Invoice_.INVOICE.model(), List.of("parentId")))),
                () -> Invoice_.INVOICE);
        this.entityModel = entity
                .primaryKey(new Key<>("invoice_pkey", List.<Property<Invoice, ?>>of(this.id.property())))
                .unique(new Key<>("invoice_folded_key", List.<Property<Invoice, ?>>of(((TextColumn<Invoice>) this.folded).property())))
                .index(new Key<>("invoice_total_buyer_initial_idx", List.<Property<Invoice, ?>>of(((DecimalColumn<Invoice, BigDecimal>) this.total).property(), ((TextColumn<Invoice>) this.buyer.initial).property())))
                .reader(Invoice_::read)
                .attacher(Invoice_::attach)
                .build();
        this.allColumns = List.<Column<Invoice, ?>>of(this.id, this.net, this.count, this.buyer.name, ((TextColumn<Invoice>) this.buyer.initial), ((IntegerColumn<Invoice, Integer>) this.totals.all), ((DecimalColumn<Invoice, BigDecimal>) this.total), ((TextColumn<Invoice>) this.folded), ((DecimalColumn<Invoice, Long>) this.next), ((FloatColumn<Invoice, Double>) this.rough), ((BooleanColumn<Invoice>) this.large), ((TimeColumn<Invoice, LocalDateTime>) this.since), ((ComparableColumn<Invoice, UUID>) this.digest), this.labels, this.data, this.grade, this.creator, this.editor, this.parentId);
        this.allRelations = List.<RelationRef<Invoice, ?>>of(this.parent, this.parts);
    }

    @Override
    public EntityModel<Invoice> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Invoice, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Invoice, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<String> idType() {
        return String.class;
    }

    @Override
    public Condition<Invoice> hasId(String id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(String id) {
        return List.of(id);
    }

    private static Invoice read(Row row) {
        return new Invoice(
                ColumnTypes.STRING.require(row, 0),
                ColumnTypes.BIG_DECIMAL.require(row, 1),
                row.getInt(2),
                new Invoice.Buyer(ColumnTypes.STRING.require(row, 3), ColumnTypes.STRING.require(row, 4)),
                new Invoice.Totals(row.getInt(5)),
                ColumnTypes.BIG_DECIMAL.require(row, 6),
                ColumnTypes.STRING.read(row, 7),
                row.getLong(8),
                row.getDouble(9),
                row.getBoolean(10),
                ColumnTypes.LOCAL_DATE_TIME.require(row, 11),
                ColumnTypes.UUID.require(row, 12),
                LABELS_TYPE.require(row, 13),
                DATA_TYPE.require(row, 14),
                ColumnTypes.INTEGER.read(row, 15),
                ColumnTypes.STRING.require(row, 16),
                ColumnTypes.UUID.read(row, 17),
                ColumnTypes.STRING.read(row, 18),
                PARENT_NOT_LOADED,
                PARTS_NOT_LOADED);
    }

    private static Invoice attach(Invoice entity, Handles handles) {
        return new Invoice(
                entity.id(),
                entity.net(),
                entity.count(),
                entity.buyer(),
                entity.totals(),
                entity.total(),
                entity.folded(),
                entity.next(),
                entity.rough(),
                entity.large(),
                entity.since(),
                entity.digest(),
                entity.labels(),
                entity.data(),
                entity.grade(),
                entity.creator(),
                entity.editor(),
                entity.parentId(),
                handles.get(0, entity.parent()),
                handles.get(1, entity.parts()));
    }

    /** The columns of {@link Invoice#buyer()}. */
    public static final class BuyerColumns {

        /** {@link Invoice.Buyer#name()}. */
        public final TextColumn<Invoice> name;

        /** {@link Invoice.Buyer#initial()}. */
        public final TextExpression<Invoice> initial;

        private BuyerColumns(EntityModelBuilder<Invoice> entity) {
            this.name = new TextColumn<>("Invoice", entity.property(
                    Property.<Invoice, String>of("buyer.name", "buyer_name", ColumnTypes.STRING, e -> e.buyer() == null ? null : e.buyer().name())));
            this.initial = new TextColumn<>("Invoice", entity.property(
                    Property.<Invoice, String>of("buyer.initial", "buyer_initial", ColumnTypes.STRING, e -> e.buyer() == null ? null : e.buyer().initial()).from(ValueSource.computed("left(buyer_name, 1)"))));
        }
    }

    /** The columns of {@link Invoice#totals()}. */
    public static final class TotalsColumns {

        /** {@link Invoice.Totals#all()}. */
        public final IntegerExpression<Invoice, Integer> all;

        private TotalsColumns(EntityModelBuilder<Invoice> entity) {
            this.all = new IntegerColumn<>("Invoice", entity.property(
                    Property.<Invoice, Integer>of("totals.all", "totals_all", ColumnTypes.INTEGER, e -> e.totals() == null ? null : e.totals().all()).from(ValueSource.computed("count"))));
        }
    }

    /** Finds {@link #INVOICE} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return INVOICE;
        }
    }
}
