package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.BooleanColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.ToManyRef;

/** The typed model of {@link User}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class User_ implements EntityRef<User, Long> {

    /** The typed model of {@link User}. */
    public static final User_ USER = new User_();

    private static final Many<Post> POSTS_NOT_LOADED =
            Many.notLoaded("User", "USER.posts");

    /** {@link User#id()}. */
    public final DecimalColumn<User, Long> id;

    /** {@link User#username()}. */
    public final TextColumn<User> username;

    /** {@link User#email()}. */
    public final TextColumn<User> email;

    /** {@link User#age()}. */
    public final IntegerColumn<User, Integer> age;

    /** {@link User#isVerified()}. */
    public final BooleanColumn<User> isVerified;

    /** {@link User#posts()}. */
    public final ToManyRef<User, Post, Long> posts;

    private final EntityModel<User> entityModel;
    private final List<Column<User, ?>> allColumns;
    private final List<RelationRef<User, ?>> allRelations;

    private User_() {
        EntityModelBuilder<User> entity = EntityModel.builder(User.class, Table.of("users"));
        this.id = new DecimalColumn<>("User", entity.property(
                Property.<User, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.username = new TextColumn<>("User", entity.property(
                Property.<User, String>of("username", "username", ColumnTypes.STRING, e -> e.username())));
        this.email = new TextColumn<>("User", entity.property(
                Property.<User, String>of("email", "email", ColumnTypes.STRING, e -> e.email())));
        this.age = new IntegerColumn<>("User", entity.property(
                Property.<User, Integer>of("age", "age", ColumnTypes.INTEGER, e -> e.age()).nullable()));
        this.isVerified = new BooleanColumn<>("User", entity.property(
                Property.<User, Boolean>of("isVerified", "is_verified", ColumnTypes.BOOLEAN, e -> e.isVerified()).from(ValueSource.defaulted("false"))));
        this.posts = new ToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<User, Post>of("posts", List.<Property<User, ?>>of(this.id.property()),
                () -> Post_.POST.model(), List.of("userId")))),
                () -> Post_.POST);
        this.entityModel = entity
                .primaryKey(new Key<>("users_pkey", List.<Property<User, ?>>of(this.id.property())))
                .unique(new Key<>("users_username_key", List.<Property<User, ?>>of(this.username.property())))
                .unique(new Key<>("users_email_key", List.<Property<User, ?>>of(this.email.property())))
                .reader(User_::read)
                .attacher(User_::attach)
                .build();
        this.allColumns = List.<Column<User, ?>>of(this.id, this.username, this.email, this.age, this.isVerified);
        this.allRelations = List.<RelationRef<User, ?>>of(this.posts);
    }

    @Override
    public EntityModel<User> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<User, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<User, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<User> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static User read(Row row) {
        return new User(
                row.getLong(0),
                ColumnTypes.STRING.require(row, 1),
                ColumnTypes.STRING.require(row, 2),
                ColumnTypes.INTEGER.read(row, 3),
                row.getBoolean(4),
                POSTS_NOT_LOADED);
    }

    private static User attach(User entity, Handles handles) {
        return new User(
                entity.id(),
                entity.username(),
                entity.email(),
                entity.age(),
                entity.isVerified(),
                handles.get(0, entity.posts()));
    }

    /** Finds {@link #USER} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return USER;
        }
    }
}
