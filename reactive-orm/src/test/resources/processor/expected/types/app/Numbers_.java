package app;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.BooleanColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FloatColumn;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.RelationRef;

/** The typed model of {@link Numbers}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class Numbers_ implements EntityRef<Numbers, Integer> {

    private static final ColumnType<BigDecimal> BALANCE_TYPE =
            ColumnTypes.declared(ColumnTypes.BIG_DECIMAL, "numeric(12,2)");

    /** The typed model of {@link Numbers}. */
    public static final Numbers_ NUMBERS = new Numbers_();

    /** {@link Numbers#id()}. */
    public final IntegerColumn<Numbers, Integer> id;

    /** {@link Numbers#flag()}. */
    public final BooleanColumn<Numbers> flag;

    /** {@link Numbers#s()}. */
    public final IntegerColumn<Numbers, Short> s;

    /** {@link Numbers#i()}. */
    public final IntegerColumn<Numbers, Integer> i;

    /** {@link Numbers#l()}. */
    public final DecimalColumn<Numbers, Long> l;

    /** {@link Numbers#f()}. */
    public final FloatColumn<Numbers, Float> f;

    /** {@link Numbers#d()}. */
    public final FloatColumn<Numbers, Double> d;

    /** {@link Numbers#boxedFlag()}. */
    public final BooleanColumn<Numbers> boxedFlag;

    /** {@link Numbers#boxedShort()}. */
    public final IntegerColumn<Numbers, Short> boxedShort;

    /** {@link Numbers#balance()}. */
    public final DecimalColumn<Numbers, BigDecimal> balance;

    /** {@link Numbers#big()}. */
    public final DecimalColumn<Numbers, BigInteger> big;

    /** {@link Numbers#version()}. */
    public final DecimalColumn<Numbers, Long> version;

    private final EntityModel<Numbers> entityModel;
    private final List<Column<Numbers, ?>> allColumns;
    private final List<RelationRef<Numbers, ?>> allRelations;

    private Numbers_() {
        EntityModelBuilder<Numbers> entity = EntityModel.builder(Numbers.class, Table.of("numbers"));
        this.id = new IntegerColumn<>("Numbers", entity.property(
                Property.<Numbers, Integer>of("id", "id", ColumnTypes.INTEGER, e -> e.id()).from(ValueSource.sequence("numbers_id_seq"))));
        this.flag = new BooleanColumn<>("Numbers", entity.property(
                Property.<Numbers, Boolean>of("flag", "flag", ColumnTypes.BOOLEAN, e -> e.flag())));
        this.s = new IntegerColumn<>("Numbers", entity.property(
                Property.<Numbers, Short>of("s", "s", ColumnTypes.SHORT, e -> e.s())));
        this.i = new IntegerColumn<>("Numbers", entity.property(
                Property.<Numbers, Integer>of("i", "i", ColumnTypes.INTEGER, e -> e.i()).from(ValueSource.defaulted("7"))));
        this.l = new DecimalColumn<>("Numbers", entity.property(
                Property.<Numbers, Long>of("l", "l", ColumnTypes.LONG, e -> e.l())));
        this.f = new FloatColumn<>("Numbers", entity.property(
                Property.<Numbers, Float>of("f", "f", ColumnTypes.FLOAT, e -> e.f())));
        this.d = new FloatColumn<>("Numbers", entity.property(
                Property.<Numbers, Double>of("d", "d", ColumnTypes.DOUBLE, e -> e.d())));
        this.boxedFlag = new BooleanColumn<>("Numbers", entity.property(
                Property.<Numbers, Boolean>of("boxedFlag", "boxed_flag", ColumnTypes.BOOLEAN, e -> e.boxedFlag()).nullable()));
        this.boxedShort = new IntegerColumn<>("Numbers", entity.property(
                Property.<Numbers, Short>of("boxedShort", "boxed_short", ColumnTypes.SHORT, e -> e.boxedShort()).nullable()));
        this.balance = new DecimalColumn<>("Numbers", entity.property(
                Property.<Numbers, BigDecimal>of("balance", "balance", BALANCE_TYPE, e -> e.balance()).from(ValueSource.defaulted("0.00"))));
        this.big = new DecimalColumn<>("Numbers", entity.property(
                Property.<Numbers, BigInteger>of("big", "big", ColumnTypes.BIG_INTEGER, e -> e.big())));
        this.version = new DecimalColumn<>("Numbers", entity.property(
                Property.<Numbers, Long>of("version", "version", ColumnTypes.LONG, e -> e.version()).from(ValueSource.of(ValueSource.Kind.VERSION))));
        this.entityModel = entity
                .primaryKey(new Key<>("numbers_pkey", List.<Property<Numbers, ?>>of(this.id.property())))
                .reader(Numbers_::read)
                .attacher(Numbers_::attach)
                .build();
        this.allColumns = List.<Column<Numbers, ?>>of(this.id, this.flag, this.s, this.i, this.l, this.f, this.d, this.boxedFlag, this.boxedShort, this.balance, this.big, this.version);
        this.allRelations = List.<RelationRef<Numbers, ?>>of();
    }

    @Override
    public EntityModel<Numbers> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Numbers, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Numbers, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Integer> idType() {
        return Integer.class;
    }

    @Override
    public Condition<Numbers> hasId(Integer id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Integer id) {
        return List.of(id);
    }

    private static Numbers read(Row row) {
        return new Numbers(
                row.getInt(0),
                row.getBoolean(1),
                row.getShort(2),
                row.getInt(3),
                row.getLong(4),
                row.getFloat(5),
                row.getDouble(6),
                ColumnTypes.BOOLEAN.read(row, 7),
                ColumnTypes.SHORT.read(row, 8),
                BALANCE_TYPE.require(row, 9),
                ColumnTypes.BIG_INTEGER.require(row, 10),
                row.getLong(11));
    }

    private static Numbers attach(Numbers entity, Handles handles) {
        return entity;
    }

    /** Finds {@link #NUMBERS} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return NUMBERS;
        }
    }
}
