package app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
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
import org.reactiveorm.query.ArrayColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.ComparableColumn;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FloatColumn;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.JsonColumn;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.TimeColumn;
import org.reactiveorm.query.ValueColumn;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The typed model of {@link Everything}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Everything_ implements EntityRef<Everything, UUID> {

    private static final ColumnType<Mood> MOOD_TYPE =
            ColumnTypes.textEnum(Mood.class, List.of(Mood.values()), List.of("HAPPY", "so-so"));

    private static final ColumnType<Color> COLOR_TYPE =
            ColumnTypes.nativeEnum(Color.class, "paint", List.of(Color.values()), List.of("r\"ed'", "GREEN"));

    private static final ColumnType<List<String>> TAGS_TYPE =
            ColumnTypes.listOf(ColumnTypes.STRING);

    private static final ColumnType<Mood> MOODS_ELEMENT =
            ColumnTypes.textEnum(Mood.class, List.of(Mood.values()), List.of("HAPPY", "so-so"));

    private static final ColumnType<List<Mood>> MOODS_TYPE =
            ColumnTypes.listOf(MOODS_ELEMENT);

    private static final ColumnType<Map<String, List<Integer>>> JSON_TYPE =
            ColumnTypes.json(new TypeReference<Map<String, List<Integer>>>() {});

    private static final ColumnType<JsonNode> NODE_TYPE =
            ColumnTypes.jsonNode();

    private static final ColumnType<Money> JSON_MONEY_TYPE =
            ColumnTypes.json(new TypeReference<Money>() {});

    private static final ColumnType<Money> PRICE_TYPE =
            ColumnTypes.converted(new MoneyCodec(), Money.class, ColumnTypes.LONG);

    private static final ColumnType<String> EMAIL_TYPE =
            ColumnTypes.declared(ColumnTypes.STRING, "citext");

    private static final ColumnType<String> ADDRESS_CITY_TYPE =
            ColumnTypes.declared(ColumnTypes.STRING, "varchar(20)");

    /** The typed model of {@link Everything}. */
    public static final Everything_ EVERYTHING = new Everything_();

    /** {@link Everything#id()}. */
    public final ComparableColumn<Everything, UUID> id;

    /** {@link Everything#name()}. */
    public final TextColumn<Everything> name;

    /** {@link Everything#bytes()}. */
    public final ValueColumn<Everything, byte[]> bytes;

    /** {@link Everything#maybeBytes()}. */
    public final ValueColumn<Everything, byte[]> maybeBytes;

    /** {@link Everything#createdAt()}. */
    public final TimeColumn<Everything, Instant> createdAt;

    /** {@link Everything#updatedAt()}. */
    public final TimeColumn<Everything, Instant> updatedAt;

    /** {@link Everything#date()}. */
    public final TimeColumn<Everything, LocalDate> date;

    /** {@link Everything#duration()}. */
    public final ComparableColumn<Everything, Duration> duration;

    /** {@link Everything#mood()}. */
    public final ComparableColumn<Everything, Mood> mood;

    /** {@link Everything#color()}. */
    public final ComparableColumn<Everything, Color> color;

    /** {@link Everything#tags()}. */
    public final ArrayColumn<Everything, String> tags;

    /** {@link Everything#moods()}. */
    public final ArrayColumn<Everything, Mood> moods;

    /** {@link Everything#json()}. */
    public final JsonColumn<Everything, Map<String, List<Integer>>> json;

    /** {@link Everything#node()}. */
    public final JsonColumn<Everything, JsonNode> node;

    /** {@link Everything#jsonMoney()}. */
    public final JsonColumn<Everything, Money> jsonMoney;

    /** {@link Everything#price()}. */
    public final ComparableColumn<Everything, Money> price;

    /** {@link Everything#email()}. */
    public final TextColumn<Everything> email;

    /** {@link Everything#quote()}. */
    public final TextColumn<Everything> quote;

    /** The columns of {@link Everything#address()}. */
    public final AddressColumns address;

    /** The columns of {@link Everything#extra()}. */
    public final ExtraColumns extra;

    /** {@link Everything#model()}. */
    public final TextColumn<Everything> model;

    /** {@link Everything#draft()}. */
    public final TextColumn<Everything> draft;

    /** {@link Everything#entity()}. */
    public final TextColumn<Everything> entity;

    private final EntityModel<Everything> entityModel;
    private final List<Column<Everything, ?>> allColumns;
    private final List<RelationRef<Everything, ?>> allRelations;

    private Everything_() {
        EntityModelBuilder<Everything> entity = EntityModel.builder(Everything.class, new Table("stuff", "everything"));
        this.id = new ComparableColumn<>("Everything", entity.property(
                Property.<Everything, UUID>of("id", "id", ColumnTypes.UUID, e -> e.id()).from(ValueSource.of(ValueSource.Kind.UUID_V7))));
        this.name = new TextColumn<>("Everything", entity.property(
                Property.<Everything, String>of("name", "name", ColumnTypes.STRING, e -> e.name())));
        this.bytes = new ValueColumn<>("Everything", entity.property(
                Property.<Everything, byte[]>of("bytes", "bytes", ColumnTypes.BYTES, e -> e.bytes())));
        this.maybeBytes = new ValueColumn<>("Everything", entity.property(
                Property.<Everything, byte[]>of("maybeBytes", "maybe_bytes", ColumnTypes.BYTES, e -> e.maybeBytes()).nullable()));
        this.createdAt = new TimeColumn<>("Everything", entity.property(
                Property.<Everything, Instant>of("createdAt", "created_at", ColumnTypes.INSTANT, e -> e.createdAt()).from(ValueSource.of(ValueSource.Kind.CREATED_AT))));
        this.updatedAt = new TimeColumn<>("Everything", entity.property(
                Property.<Everything, Instant>of("updatedAt", "updated_at", ColumnTypes.INSTANT, e -> e.updatedAt()).from(ValueSource.of(ValueSource.Kind.UPDATED_AT))));
        this.date = new TimeColumn<>("Everything", entity.property(
                Property.<Everything, LocalDate>of("date", "date", ColumnTypes.LOCAL_DATE, e -> e.date()).from(ValueSource.defaulted("(current_date)"))));
        this.duration = new ComparableColumn<>("Everything", entity.property(
                Property.<Everything, Duration>of("duration", "duration", ColumnTypes.DURATION, e -> e.duration()).from(ValueSource.defaulted("'PT1H'"))));
        this.mood = new ComparableColumn<>("Everything", entity.property(
                Property.<Everything, Mood>of("mood", "mood", MOOD_TYPE, e -> e.mood()).from(ValueSource.defaulted("'so-so'"))));
        this.color = new ComparableColumn<>("Everything", entity.property(
                Property.<Everything, Color>of("color", "color", COLOR_TYPE, e -> e.color()).nullable()));
        this.tags = new ArrayColumn<>("Everything", entity.property(
                Property.<Everything, List<String>>of("tags", "tags", TAGS_TYPE, e -> e.tags())), ColumnTypes.STRING);
        this.moods = new ArrayColumn<>("Everything", entity.property(
                Property.<Everything, List<Mood>>of("moods", "moods", MOODS_TYPE, e -> e.moods())), MOODS_ELEMENT);
        this.json = new JsonColumn<>("Everything", entity.property(
                Property.<Everything, Map<String, List<Integer>>>of("json", "json", JSON_TYPE, e -> e.json())));
        this.node = new JsonColumn<>("Everything", entity.property(
                Property.<Everything, JsonNode>of("node", "node", NODE_TYPE, e -> e.node())));
        this.jsonMoney = new JsonColumn<>("Everything", entity.property(
                Property.<Everything, Money>of("jsonMoney", "json_money", JSON_MONEY_TYPE, e -> e.jsonMoney()).nullable()));
        this.price = new ComparableColumn<>("Everything", entity.property(
                Property.<Everything, Money>of("price", "price", PRICE_TYPE, e -> e.price())));
        this.email = new TextColumn<>("Everything", entity.property(
                Property.<Everything, String>of("email", "email", EMAIL_TYPE, e -> e.email())));
        this.quote = new TextColumn<>("Everything", entity.property(
                Property.<Everything, String>of("quote", "quote", ColumnTypes.STRING, e -> e.quote()).from(ValueSource.defaulted("'it''s \\ \" \u00fc\n'"))));
        this.address = new AddressColumns(entity);
        this.extra = new ExtraColumns(entity);
        this.model = new TextColumn<>("Everything", entity.property(
                Property.<Everything, String>of("model", "model", ColumnTypes.STRING, e -> e.model())));
        this.draft = new TextColumn<>("Everything", entity.property(
                Property.<Everything, String>of("draft", "draft", ColumnTypes.STRING, e -> e.draft())));
        this.entity = new TextColumn<>("Everything", entity.property(
                Property.<Everything, String>of("entity", "entity", ColumnTypes.STRING, e -> e.entity())));
        this.entityModel = entity
                .primaryKey(new Key<>("everything_pkey", List.<Property<Everything, ?>>of(this.id.property())))
                .index(new Key<>("everything_address_city_idx", List.<Property<Everything, ?>>of(this.address.city.property())))
                .index(new Key<>("everything_name_address_city_idx", List.<Property<Everything, ?>>of(this.name.property(), this.address.city.property())))
                .reader(Everything_::read)
                .attacher(Everything_::attach)
                .build();
        this.allColumns = List.<Column<Everything, ?>>of(this.id, this.name, this.bytes, this.maybeBytes, this.createdAt, this.updatedAt, this.date, this.duration, this.mood, this.color, this.tags, this.moods, this.json, this.node, this.jsonMoney, this.price, this.email, this.quote, this.address.street, this.address.city, this.address.zip, this.address.geo.lat, this.address.geo.lon, this.extra.code, this.extra.size, this.model, this.draft, this.entity);
        this.allRelations = List.<RelationRef<Everything, ?>>of();
    }

    @Override
    public EntityModel<Everything> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Everything, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Everything, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<UUID> idType() {
        return UUID.class;
    }

    @Override
    public Condition<Everything> hasId(UUID id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(UUID id) {
        return List.of(id);
    }

    private static Everything read(Row row) {
        return new Everything(
                ColumnTypes.UUID.require(row, 0),
                ColumnTypes.STRING.require(row, 1),
                ColumnTypes.BYTES.require(row, 2),
                ColumnTypes.BYTES.read(row, 3),
                ColumnTypes.INSTANT.require(row, 4),
                ColumnTypes.INSTANT.require(row, 5),
                ColumnTypes.LOCAL_DATE.require(row, 6),
                ColumnTypes.DURATION.require(row, 7),
                MOOD_TYPE.require(row, 8),
                COLOR_TYPE.read(row, 9),
                TAGS_TYPE.require(row, 10),
                MOODS_TYPE.require(row, 11),
                JSON_TYPE.require(row, 12),
                NODE_TYPE.require(row, 13),
                JSON_MONEY_TYPE.read(row, 14),
                PRICE_TYPE.require(row, 15),
                EMAIL_TYPE.require(row, 16),
                ColumnTypes.STRING.require(row, 17),
                new Address(ColumnTypes.STRING.require(row, 18), ADDRESS_CITY_TYPE.require(row, 19), ColumnTypes.STRING.read(row, 20), new Geo(row.getDouble(21), row.getDouble(22))),
                readExtra(row),
                ColumnTypes.STRING.require(row, 25),
                ColumnTypes.STRING.require(row, 26),
                ColumnTypes.STRING.require(row, 27));
    }

    private static @Nullable Extra readExtra(Row row) {
        return ColumnTypes.STRING.read(row, 23) == null
                && ColumnTypes.INTEGER.read(row, 24) == null
                ? null
                : new Extra(ColumnTypes.STRING.require(row, 23), row.getInt(24));
    }

    private static Everything attach(Everything entity, Handles handles) {
        return entity;
    }

    /** The columns of {@link Everything#address()}. */
    public static final class AddressColumns {

        /** {@link Address#street()}. */
        public final TextColumn<Everything> street;

        /** {@link Address#city()}. */
        public final TextColumn<Everything> city;

        /** {@link Address#zip()}. */
        public final TextColumn<Everything> zip;

        /** The columns of {@link Address#geo()}. */
        public final AddressGeoColumns geo;

        private AddressColumns(EntityModelBuilder<Everything> entity) {
            this.street = new TextColumn<>("Everything", entity.property(
                    Property.<Everything, String>of("address.street", "address_street", ColumnTypes.STRING, e -> e.address() == null ? null : e.address().street())));
            this.city = new TextColumn<>("Everything", entity.property(
                    Property.<Everything, String>of("address.city", "address_city", ADDRESS_CITY_TYPE, e -> e.address() == null ? null : e.address().city())));
            this.zip = new TextColumn<>("Everything", entity.property(
                    Property.<Everything, String>of("address.zip", "address_zip", ColumnTypes.STRING, e -> e.address() == null ? null : e.address().zip()).nullable()));
            this.geo = new AddressGeoColumns(entity);
        }
    }

    /** The columns of {@link Address#geo()}. */
    public static final class AddressGeoColumns {

        /** {@link Geo#lat()}. */
        public final FloatColumn<Everything, Double> lat;

        /** {@link Geo#lon()}. */
        public final FloatColumn<Everything, Double> lon;

        private AddressGeoColumns(EntityModelBuilder<Everything> entity) {
            this.lat = new FloatColumn<>("Everything", entity.property(
                    Property.<Everything, Double>of("address.geo.lat", "address_lat", ColumnTypes.DOUBLE, e -> e.address() == null ? null : e.address().geo() == null ? null : e.address().geo().lat())));
            this.lon = new FloatColumn<>("Everything", entity.property(
                    Property.<Everything, Double>of("address.geo.lon", "address_lon", ColumnTypes.DOUBLE, e -> e.address() == null ? null : e.address().geo() == null ? null : e.address().geo().lon())));
        }
    }

    /** The columns of {@link Everything#extra()}. */
    public static final class ExtraColumns {

        /** {@link Extra#code()}. */
        public final TextColumn<Everything> code;

        /** {@link Extra#size()}. */
        public final IntegerColumn<Everything, Integer> size;

        private ExtraColumns(EntityModelBuilder<Everything> entity) {
            this.code = new TextColumn<>("Everything", entity.property(
                    Property.<Everything, String>of("extra.code", "x_code", ColumnTypes.STRING, e -> e.extra() == null ? null : e.extra().code()).nullable()));
            this.size = new IntegerColumn<>("Everything", entity.property(
                    Property.<Everything, Integer>of("extra.size", "x_size", ColumnTypes.INTEGER, e -> e.extra() == null ? null : e.extra().size()).nullable()));
        }
    }

    /** Finds {@link #EVERYTHING} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return EVERYTHING;
        }
    }
}
