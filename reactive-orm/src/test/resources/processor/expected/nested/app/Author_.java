package app;

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
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.ArrayColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.ComparableColumn;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.OptionalToOneRef;
import org.reactiveorm.query.OwnedToOneRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.ToManyRef;

/** The typed model of {@link Author}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Author_ implements EntityRef<Author, UUID> {

    private static final ColumnType<Mood> MOOD_TYPE =
            ColumnTypes.textEnum(Mood.class, List.of(Mood.values()), List.of("CALM", "WILD"));

    private static final ColumnType<List<String>> TAGS_TYPE =
            ColumnTypes.listOf(ColumnTypes.STRING);

    /** The typed model of {@link Author}. */
    public static final Author_ AUTHOR = new Author_();

    private static final One<Author> BOSS_NOT_LOADED =
            One.notLoaded("Author", "AUTHOR.boss");

    private static final One<Desk> DESK_NOT_LOADED =
            One.notLoaded("Author", "AUTHOR.desk");

    private static final Many<Essay> ESSAYS_NOT_LOADED =
            Many.notLoaded("Author", "AUTHOR.essays");

    /** {@link Author#id()}. */
    public final ComparableColumn<Author, UUID> id;

    /** {@link Author#name()}. */
    public final TextColumn<Author> name;

    /** {@link Author#mood()}. */
    public final ComparableColumn<Author, Mood> mood;

    /** The columns of {@link Author#home()}. */
    public final HomeColumns home;

    /** {@link Author#tags()}. */
    public final ArrayColumn<Author, String> tags;

    /** {@link Author#bossId()}. */
    public final ComparableColumn<Author, UUID> bossId;

    /** {@link Author#boss()}. */
    public final OptionalToOneRef<Author, Author, UUID> boss;

    /** {@link Author#desk()}. */
    public final OwnedToOneRef<Author, Desk, Integer> desk;

    /** {@link Author#essays()}. */
    public final ToManyRef<Author, Essay, Long> essays;

    private final EntityModel<Author> entityModel;
    private final List<Column<Author, ?>> allColumns;
    private final List<RelationRef<Author, ?>> allRelations;

    private Author_() {
        EntityModelBuilder<Author> entity = EntityModel.builder(Author.class, Table.of("author"));
        this.id = new ComparableColumn<>("Author", entity.property(
                Property.<Author, UUID>of("id", "id", ColumnTypes.UUID, e -> e.id())));
        this.name = new TextColumn<>("Author", entity.property(
                Property.<Author, String>of("name", "name", ColumnTypes.STRING, e -> e.name())));
        this.mood = new ComparableColumn<>("Author", entity.property(
                Property.<Author, Mood>of("mood", "mood", MOOD_TYPE, e -> e.mood()).nullable()));
        this.home = new HomeColumns(entity);
        this.tags = new ArrayColumn<>("Author", entity.property(
                Property.<Author, List<String>>of("tags", "tags", TAGS_TYPE, e -> e.tags())), ColumnTypes.STRING);
        this.bossId = new ComparableColumn<>("Author", entity.property(
                Property.<Author, UUID>of("bossId", "boss_id", ColumnTypes.UUID, e -> e.bossId()).nullable()));
        this.boss = new OptionalToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Author, Author>of("boss", List.<Property<Author, ?>>of(this.bossId.property()),
                () -> Author_.AUTHOR.model(), List.of("id")),
                new ForeignKey("author_boss_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Author_.AUTHOR);
        this.desk = new OwnedToOneRef<>(
                entity.relation(new InverseToOne<>(
                Ends.<Author, Desk>of("desk", List.<Property<Author, ?>>of(this.id.property()),
                () -> Desk_.DESK.model(), List.of("ownerId")))),
                () -> Desk_.DESK);
        this.essays = new ToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<Author, Essay>of("essays", List.<Property<Author, ?>>of(this.id.property()),
                () -> Essay_.ESSAY.model(), List.of("authorId")))),
                () -> Essay_.ESSAY);
        this.entityModel = entity
                .primaryKey(new Key<>("author_pkey", List.<Property<Author, ?>>of(this.id.property())))
                .reader(Author_::read)
                .attacher(Author_::attach)
                .build();
        this.allColumns = List.<Column<Author, ?>>of(this.id, this.name, this.mood, this.home.street, this.home.city, this.tags, this.bossId);
        this.allRelations = List.<RelationRef<Author, ?>>of(this.boss, this.desk, this.essays);
    }

    @Override
    public EntityModel<Author> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Author, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Author, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<UUID> idType() {
        return UUID.class;
    }

    @Override
    public Condition<Author> hasId(UUID id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(UUID id) {
        return List.of(id);
    }

    private static Author read(Row row) {
        return new Author(
                ColumnTypes.UUID.require(row, 0),
                ColumnTypes.STRING.require(row, 1),
                MOOD_TYPE.read(row, 2),
                new Home(ColumnTypes.STRING.require(row, 3), ColumnTypes.STRING.read(row, 4)),
                TAGS_TYPE.require(row, 5),
                ColumnTypes.UUID.read(row, 6),
                BOSS_NOT_LOADED,
                DESK_NOT_LOADED,
                ESSAYS_NOT_LOADED);
    }

    private static Author attach(Author entity, Handles handles) {
        return new Author(
                entity.id(),
                entity.name(),
                entity.mood(),
                entity.home(),
                entity.tags(),
                entity.bossId(),
                handles.get(0, entity.boss()),
                handles.get(1, entity.desk()),
                handles.get(2, entity.essays()));
    }

    /** The columns of {@link Author#home()}. */
    public static final class HomeColumns {

        /** {@link Home#street()}. */
        public final TextColumn<Author> street;

        /** {@link Home#city()}. */
        public final TextColumn<Author> city;

        private HomeColumns(EntityModelBuilder<Author> entity) {
            this.street = new TextColumn<>("Author", entity.property(
                    Property.<Author, String>of("home.street", "home_street", ColumnTypes.STRING, e -> e.home() == null ? null : e.home().street())));
            this.city = new TextColumn<>("Author", entity.property(
                    Property.<Author, String>of("home.city", "home_city", ColumnTypes.STRING, e -> e.home() == null ? null : e.home().city()).nullable()));
        }
    }

    /** Finds {@link #AUTHOR} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return AUTHOR;
        }
    }
}
