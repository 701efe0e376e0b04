package app;

import java.math.BigDecimal;
import java.time.Instant;
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
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.BooleanColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.ComparableColumn;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.TimeColumn;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link Essay}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Essay_ implements EntityRef<Essay, Long> {

    private static final ColumnType<Mood> MOOD_TYPE =
            ColumnTypes.textEnum(Mood.class, List.of(Mood.values()), List.of("CALM", "WILD"));

    /** The typed model of {@link Essay}. */
    public static final Essay_ ESSAY = new Essay_();

    private static final One<Author> AUTHOR_NOT_LOADED =
            One.notLoaded("Essay", "ESSAY.author");

    private static final Many<Topic> TOPICS_NOT_LOADED =
            Many.notLoaded("Essay", "ESSAY.topics");

    /** {@link Essay#id()}. */
    public final DecimalColumn<Essay, Long> id;

    /** {@link Essay#title()}. */
    public final TextColumn<Essay> title;

    /** {@link Essay#published()}. */
    public final BooleanColumn<Essay> published;

    /** {@link Essay#likes()}. */
    public final IntegerColumn<Essay, Integer> likes;

    /** {@link Essay#shares()}. */
    public final IntegerColumn<Essay, Integer> shares;

    /** {@link Essay#fee()}. */
    public final DecimalColumn<Essay, BigDecimal> fee;

    /** {@link Essay#mood()}. */
    public final ComparableColumn<Essay, Mood> mood;

    /** {@link Essay#createdAt()}. */
    public final TimeColumn<Essay, Instant> createdAt;

    /** {@link Essay#authorId()}. */
    public final ComparableColumn<Essay, UUID> authorId;

    /** {@link Essay#author()}. */
    public final ToOneRef<Essay, Author, UUID> author;

    /** {@link Essay#topics()}. */
    public final OptionalToManyRef<Essay, Topic, String> topics;

    private final EntityModel<Essay> entityModel;
    private final List<Column<Essay, ?>> allColumns;
    private final List<RelationRef<Essay, ?>> allRelations;

    private Essay_() {
        EntityModelBuilder<Essay> entity = EntityModel.builder(Essay.class, Table.of("essay"));
        this.id = new DecimalColumn<>("Essay", entity.property(
                Property.<Essay, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.title = new TextColumn<>("Essay", entity.property(
                Property.<Essay, String>of("title", "title", ColumnTypes.STRING, e -> e.title())));
        this.published = new BooleanColumn<>("Essay", entity.property(
                Property.<Essay, Boolean>of("published", "published", ColumnTypes.BOOLEAN, e -> e.published())));
        this.likes = new IntegerColumn<>("Essay", entity.property(
                Property.<Essay, Integer>of("likes", "likes", ColumnTypes.INTEGER, e -> e.likes()).nullable()));
        this.shares = new IntegerColumn<>("Essay", entity.property(
                Property.<Essay, Integer>of("shares", "shares", ColumnTypes.INTEGER, e -> e.shares()).nullable()));
        this.fee = new DecimalColumn<>("Essay", entity.property(
                Property.<Essay, BigDecimal>of("fee", "fee", ColumnTypes.BIG_DECIMAL, e -> e.fee())));
        this.mood = new ComparableColumn<>("Essay", entity.property(
                Property.<Essay, Mood>of("mood", "mood", MOOD_TYPE, e -> e.mood())));
        this.createdAt = new TimeColumn<>("Essay", entity.property(
                Property.<Essay, Instant>of("createdAt", "created_at", ColumnTypes.INSTANT, e -> e.createdAt())));
        this.authorId = new ComparableColumn<>("Essay", entity.property(
                Property.<Essay, UUID>of("authorId", "author_id", ColumnTypes.UUID, e -> e.authorId())));
        this.author = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Essay, Author>of("author", List.<Property<Essay, ?>>of(this.authorId.property()),
                () -> Author_.AUTHOR.model(), List.of("id")),
                new ForeignKey("essay_author_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Author_.AUTHOR);
        this.topics = new OptionalToManyRef<>(
                entity.relation(new ToManyThrough<>(
                Ends.<Essay, Topic>of("topics", List.<Property<Essay, ?>>of(this.id.property()),
                () -> Topic_.TOPIC.model(), List.of("name")),
                new JoinTable(Table.of("essay_topic"), List.of("essay_id"), List.of("topic_name")))),
                () -> Topic_.TOPIC);
        this.entityModel = entity
                .primaryKey(new Key<>("essay_pkey", List.<Property<Essay, ?>>of(this.id.property())))
                .reader(Essay_::read)
                .attacher(Essay_::attach)
                .build();
        this.allColumns = List.<Column<Essay, ?>>of(this.id, this.title, this.published, this.likes, this.shares, this.fee, this.mood, this.createdAt, this.authorId);
        this.allRelations = List.<RelationRef<Essay, ?>>of(this.author, this.topics);
    }

    @Override
    public EntityModel<Essay> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Essay, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Essay, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Essay> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Essay read(Row row) {
        return new Essay(
                row.getLong(0),
                ColumnTypes.STRING.require(row, 1),
                row.getBoolean(2),
                ColumnTypes.INTEGER.read(row, 3),
                ColumnTypes.INTEGER.read(row, 4),
                ColumnTypes.BIG_DECIMAL.require(row, 5),
                MOOD_TYPE.require(row, 6),
                ColumnTypes.INSTANT.require(row, 7),
                ColumnTypes.UUID.require(row, 8),
                AUTHOR_NOT_LOADED,
                TOPICS_NOT_LOADED);
    }

    private static Essay attach(Essay entity, Handles handles) {
        return new Essay(
                entity.id(),
                entity.title(),
                entity.published(),
                entity.likes(),
                entity.shares(),
                entity.fee(),
                entity.mood(),
                entity.createdAt(),
                entity.authorId(),
                handles.get(0, entity.author()),
                handles.get(1, entity.topics()));
    }

    /** Finds {@link #ESSAY} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return ESSAY;
        }
    }
}
