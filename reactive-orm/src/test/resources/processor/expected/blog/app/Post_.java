package app;

import java.time.Instant;
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
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.TimeColumn;
import org.reactiveorm.query.ToManyRef;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link Post}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Post_ implements EntityRef<Post, Long> {

    /** The typed model of {@link Post}. */
    public static final Post_ POST = new Post_();

    private static final One<User> USER_NOT_LOADED =
            One.notLoaded("Post", "POST.user");

    private static final Many<Comment> COMMENTS_NOT_LOADED =
            Many.notLoaded("Post", "POST.comments");

    private static final Many<Tag> TAGS_NOT_LOADED =
            Many.notLoaded("Post", "POST.tags");

    /** {@link Post#id()}. */
    public final DecimalColumn<Post, Long> id;

    /** {@link Post#title()}. */
    public final TextColumn<Post> title;

    /** {@link Post#body()}. */
    public final TextColumn<Post> body;

    /** {@link Post#createdAt()}. */
    public final TimeColumn<Post, Instant> createdAt;

    /** {@link Post#userId()}. */
    public final DecimalColumn<Post, Long> userId;

    /** {@link Post#user()}. */
    public final ToOneRef<Post, User, Long> user;

    /** {@link Post#comments()}. */
    public final ToManyRef<Post, Comment, Long> comments;

    /** {@link Post#tags()}. */
    public final OptionalToManyRef<Post, Tag, String> tags;

    private final EntityModel<Post> entityModel;
    private final List<Column<Post, ?>> allColumns;
    private final List<RelationRef<Post, ?>> allRelations;

    private Post_() {
        EntityModelBuilder<Post> entity = EntityModel.builder(Post.class, Table.of("posts"));
        this.id = new DecimalColumn<>("Post", entity.property(
                Property.<Post, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.title = new TextColumn<>("Post", entity.property(
                Property.<Post, String>of("title", "title", ColumnTypes.STRING, e -> e.title())));
        this.body = new TextColumn<>("Post", entity.property(
                Property.<Post, String>of("body", "body", ColumnTypes.STRING, e -> e.body()).nullable()));
        this.createdAt = new TimeColumn<>("Post", entity.property(
                Property.<Post, Instant>of("createdAt", "created_at", ColumnTypes.INSTANT, e -> e.createdAt()).from(ValueSource.of(ValueSource.Kind.CREATED_AT))));
        this.userId = new DecimalColumn<>("Post", entity.property(
                Property.<Post, Long>of("userId", "user_id", ColumnTypes.LONG, e -> e.userId())));
        this.user = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Post, User>of("user", List.<Property<Post, ?>>of(this.userId.property()),
                () -> User_.USER.model(), List.of("id")),
                new ForeignKey("posts_user_id_fkey", ReferentialAction.CASCADE, ReferentialAction.NO_ACTION))),
                () -> User_.USER);
        this.comments = new ToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<Post, Comment>of("comments", List.<Property<Post, ?>>of(this.id.property()),
                () -> Comment_.COMMENT.model(), List.of("postId")))),
                () -> Comment_.COMMENT);
        this.tags = new OptionalToManyRef<>(
                entity.relation(new ToManyThrough<>(
                Ends.<Post, Tag>of("tags", List.<Property<Post, ?>>of(this.id.property()),
                () -> Tag_.TAG.model(), List.of("name")),
                new JoinTable(Table.of("posts_tags"), List.of("post_id"), List.of("tag_name")))),
                () -> Tag_.TAG);
        this.entityModel = entity
                .primaryKey(new Key<>("posts_pkey", List.<Property<Post, ?>>of(this.id.property())))
                .reader(Post_::read)
                .attacher(Post_::attach)
                .build();
        this.allColumns = List.<Column<Post, ?>>of(this.id, this.title, this.body, this.createdAt, this.userId);
        this.allRelations = List.<RelationRef<Post, ?>>of(this.user, this.comments, this.tags);
    }

    @Override
    public EntityModel<Post> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Post, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Post, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Post> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Post read(Row row) {
        return new Post(
                row.getLong(0),
                ColumnTypes.STRING.require(row, 1),
                ColumnTypes.STRING.read(row, 2),
                ColumnTypes.INSTANT.require(row, 3),
                row.getLong(4),
                USER_NOT_LOADED,
                COMMENTS_NOT_LOADED,
                TAGS_NOT_LOADED);
    }

    private static Post attach(Post entity, Handles handles) {
        return new Post(
                entity.id(),
                entity.title(),
                entity.body(),
                entity.createdAt(),
                entity.userId(),
                handles.get(0, entity.user()),
                handles.get(1, entity.comments()),
                handles.get(2, entity.tags()));
    }

    /** Finds {@link #POST} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return POST;
        }
    }
}
