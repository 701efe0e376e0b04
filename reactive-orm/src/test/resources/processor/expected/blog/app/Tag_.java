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
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;

/** The typed model of {@link Tag}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Tag_ implements EntityRef<Tag, String> {

    /** The typed model of {@link Tag}. */
    public static final Tag_ TAG = new Tag_();

    private static final Many<Post> POSTS_NOT_LOADED =
            Many.notLoaded("Tag", "TAG.posts");

    /** {@link Tag#name()}. */
    public final TextColumn<Tag> name;

    /** {@link Tag#posts()}. */
    public final OptionalToManyRef<Tag, Post, Long> posts;

    private final EntityModel<Tag> entityModel;
    private final List<Column<Tag, ?>> allColumns;
    private final List<RelationRef<Tag, ?>> allRelations;

    private Tag_() {
        EntityModelBuilder<Tag> entity = EntityModel.builder(Tag.class, Table.of("tags"));
        this.name = new TextColumn<>("Tag", entity.property(
                Property.<Tag, String>of("name", "name", ColumnTypes.STRING, e -> e.name())));
        this.posts = new OptionalToManyRef<>(
                entity.relation(new ToManyThrough<>(
                Ends.<Tag, Post>of("posts", List.<Property<Tag, ?>>of(this.name.property()),
                () -> Post_.POST.model(), List.of("id")),
                new JoinTable(Table.of("posts_tags"), List.of("tag_name"), List.of("post_id")))),
                () -> Post_.POST);
        this.entityModel = entity
                .primaryKey(new Key<>("tags_pkey", List.<Property<Tag, ?>>of(this.name.property())))
                .reader(Tag_::read)
                .attacher(Tag_::attach)
                .build();
        this.allColumns = List.<Column<Tag, ?>>of(this.name);
        this.allRelations = List.<RelationRef<Tag, ?>>of(this.posts);
    }

    @Override
    public EntityModel<Tag> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Tag, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Tag, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<String> idType() {
        return String.class;
    }

    @Override
    public Condition<Tag> hasId(String id) {
        return this.name.eq(id);
    }

    @Override
    public List<Object> idValues(String id) {
        return List.of(id);
    }

    private static Tag read(Row row) {
        return new Tag(
                ColumnTypes.STRING.require(row, 0),
                POSTS_NOT_LOADED);
    }

    private static Tag attach(Tag entity, Handles handles) {
        return new Tag(
                entity.name(),
                handles.get(0, entity.posts()));
    }

    /** Finds {@link #TAG} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return TAG;
        }
    }
}
