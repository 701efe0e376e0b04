package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.query.BooleanColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.RelationRef;

/** The typed model of {@link Friend}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Friend_ implements EntityRef<Friend, Integer> {

    /** The typed model of {@link Friend}. */
    public static final Friend_ FRIEND = new Friend_();

    private static final Many<Friend> FOLLOWING_NOT_LOADED =
            Many.notLoaded("Friend", "FRIEND.following");

    private static final Many<Friend> FOLLOWERS_NOT_LOADED =
            Many.notLoaded("Friend", "FRIEND.followers");

    /** {@link Friend#getId()}. */
    public final IntegerColumn<Friend, Integer> id;

    /** {@link Friend#active}. */
    public final BooleanColumn<Friend> active;

    /** {@link Friend#isNew()}. */
    public final BooleanColumn<Friend> isNew;

    /** {@link Friend#following}. */
    public final OptionalToManyRef<Friend, Friend, Integer> following;

    /** {@link Friend#followers}. */
    public final OptionalToManyRef<Friend, Friend, Integer> followers;

    private final EntityModel<Friend> entityModel;
    private final List<Column<Friend, ?>> allColumns;
    private final List<RelationRef<Friend, ?>> allRelations;

    private Friend_() {
        EntityModelBuilder<Friend> entity = EntityModel.builder(Friend.class, Table.of("friend"));
        this.id = new IntegerColumn<>("Friend", entity.property(
                Property.<Friend, Integer>of("id", "id", ColumnTypes.INTEGER, e -> e.getId())));
        this.active = new BooleanColumn<>("Friend", entity.property(
                Property.<Friend, Boolean>of("active", "active", ColumnTypes.BOOLEAN, e -> e.active)));
        this.isNew = new BooleanColumn<>("Friend", entity.property(
                Property.<Friend, Boolean>of("isNew", "is_new", ColumnTypes.BOOLEAN, e -> e.isNew())));
        this.following = new OptionalToManyRef<>(
                entity.relation(new ToManyThrough<>(
                Ends.<Friend, Friend>of("following", List.<Property<Friend, ?>>of(this.id.property()),
                () -> Friend_.FRIEND.model(), List.of("id")),
                new JoinTable(Table.of("follows"), List.of("follower_id"), List.of("followed_id")))),
                () -> Friend_.FRIEND);
        this.followers = new OptionalToManyRef<>(
                entity.relation(new ToManyThrough<>(
                Ends.<Friend, Friend>of("followers", List.<Property<Friend, ?>>of(this.id.property()),
                () -> Friend_.FRIEND.model(), List.of("id")),
                new JoinTable(Table.of("follows"), List.of("followed_id"), List.of("follower_id")))),
                () -> Friend_.FRIEND);
        this.entityModel = entity
                .primaryKey(new Key<>("friend_pkey", List.<Property<Friend, ?>>of(this.id.property())))
                .reader(Friend_::read)
                .attacher(Friend_::attach)
                .build();
        this.allColumns = List.<Column<Friend, ?>>of(this.id, this.active, this.isNew);
        this.allRelations = List.<RelationRef<Friend, ?>>of(this.following, this.followers);
    }

    @Override
    public EntityModel<Friend> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Friend, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Friend, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Integer> idType() {
        return Integer.class;
    }

    @Override
    public Condition<Friend> hasId(Integer id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Integer id) {
        return List.of(id);
    }

    private static Friend read(Row row) {
        Friend entity = new Friend();
        entity.setId(row.getInt(0));
        entity.active = row.getBoolean(1);
        entity.setNew(row.getBoolean(2));
        entity.following = FOLLOWING_NOT_LOADED;
        entity.followers = FOLLOWERS_NOT_LOADED;
        return entity;
    }

    private static Friend attach(Friend entity, Handles handles) {
        entity.following = handles.get(0, entity.following);
        entity.followers = handles.get(1, entity.followers);
        return entity;
    }

    /** Finds {@link #FRIEND} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return FRIEND;
        }
    }
}
