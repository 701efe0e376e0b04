package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FloatColumn;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;

/** The typed model of {@link Shop.Store}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class Store_ implements EntityRef<Shop.Store, Long> {

    /** The typed model of {@link Shop.Store}. */
    public static final Store_ STORE = new Store_();

    /** {@link Shop.Store#id()}. */
    public final DecimalColumn<Shop.Store, Long> id;

    /** {@link Shop.Store#name()}. */
    public final TextColumn<Shop.Store> name;

    /** {@link Shop.Store#floors()}. */
    public final IntegerColumn<Shop.Store, Integer> floors;

    /** The columns of {@link Shop.Store#place()}. */
    public final PlaceColumns place;

    private final EntityModel<Shop.Store> entityModel;
    private final List<Column<Shop.Store, ?>> allColumns;
    private final List<RelationRef<Shop.Store, ?>> allRelations;

    private Store_() {
        EntityModelBuilder<Shop.Store> entity = EntityModel.builder(Shop.Store.class, Table.of("store"));
        this.id = new DecimalColumn<>("Store", entity.property(
                Property.<Shop.Store, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.name = new TextColumn<>("Store", entity.property(
                Property.<Shop.Store, String>of("name", "name", ColumnTypes.STRING, e -> e.name())));
        this.floors = new IntegerColumn<>("Store", entity.property(
                Property.<Shop.Store, Integer>of("floors", "floors", ColumnTypes.INTEGER, e -> e.floors()).nullable()));
        this.place = new PlaceColumns(entity);
        this.entityModel = entity
                .primaryKey(new Key<>("store_pkey", List.<Property<Shop.Store, ?>>of(this.id.property())))
                .reader(Store_::read)
                .attacher(Store_::attach)
                .build();
        this.allColumns = List.<Column<Shop.Store, ?>>of(this.id, this.name, this.floors, this.place.lat, this.place.lon);
        this.allRelations = List.<RelationRef<Shop.Store, ?>>of();
    }

    @Override
    public EntityModel<Shop.Store> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Shop.Store, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Shop.Store, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Shop.Store> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Shop.Store read(Row row) {
        return new Shop.Store(
                row.getLong(0),
                ColumnTypes.STRING.require(row, 1),
                ColumnTypes.INTEGER.read(row, 2),
                readPlace(row));
    }

    private static @Nullable Place readPlace(Row row) {
        return ColumnTypes.DOUBLE.read(row, 3) == null
                && ColumnTypes.DOUBLE.read(row, 4) == null
                ? null
                : new Place(row.getDouble(3), row.getDouble(4));
    }

    private static Shop.Store attach(Shop.Store entity, Handles handles) {
        return entity;
    }

    /** The columns of {@link Shop.Store#place()}. */
    public static final class PlaceColumns {

        /** {@link Place#lat()}. */
        public final FloatColumn<Shop.Store, Double> lat;

        /** {@link Place#lon()}. */
        public final FloatColumn<Shop.Store, Double> lon;

        private PlaceColumns(EntityModelBuilder<Shop.Store> entity) {
            this.lat = new FloatColumn<>("Store", entity.property(
                    Property.<Shop.Store, Double>of("place.lat", "place_lat", ColumnTypes.DOUBLE, e -> e.place() == null ? null : e.place().lat()).nullable()));
            this.lon = new FloatColumn<>("Store", entity.property(
                    Property.<Shop.Store, Double>of("place.lon", "place_lon", ColumnTypes.DOUBLE, e -> e.place() == null ? null : e.place().lon()).nullable()));
        }
    }

    /** Finds {@link #STORE} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return STORE;
        }
    }
}
