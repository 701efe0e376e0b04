package app;

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
import org.reactiveorm.model.Key;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.OptionalToOneRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link Comment}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Comment_ implements EntityRef<Comment, Long> {

    /** The typed model of {@link Comment}. */
    public static final Comment_ COMMENT = new Comment_();

    private static final One<Post> POST_NOT_LOADED =
            One.notLoaded("Comment", "COMMENT.post");

    private static final One<User> AUTHOR_NOT_LOADED =
            One.notLoaded("Comment", "COMMENT.author");

    private static final One<User> EDITOR_NOT_LOADED =
            One.notLoaded("Comment", "COMMENT.editor");

    /** {@link Comment#id()}. */
    public final DecimalColumn<Comment, Long> id;

    /** {@link Comment#text()}. */
    public final TextColumn<Comment> text;

    /** {@link Comment#postId()}. */
    public final DecimalColumn<Comment, Long> postId;

    /** {@link Comment#authorId()}. */
    public final DecimalColumn<Comment, Long> authorId;

    /** {@link Comment#editorId()}. */
    public final DecimalColumn<Comment, Long> editorId;

    /** {@link Comment#post()}. */
    public final ToOneRef<Comment, Post, Long> post;

    /** {@link Comment#author()}. */
    public final ToOneRef<Comment, User, Long> author;

    /** {@link Comment#editor()}. */
    public final OptionalToOneRef<Comment, User, Long> editor;

    private final EntityModel<Comment> entityModel;
    private final List<Column<Comment, ?>> allColumns;
    private final List<RelationRef<Comment, ?>> allRelations;

    private Comment_() {
        EntityModelBuilder<Comment> entity = EntityModel.builder(Comment.class, Table.of("comments"));
        this.id = new DecimalColumn<>("Comment", entity.property(
                Property.<Comment, Long>of("id", "id", ColumnTypes.LONG, e -> e.id()).from(ValueSource.of(ValueSource.Kind.IDENTITY))));
        this.text = new TextColumn<>("Comment", entity.property(
                Property.<Comment, String>of("text", "text", ColumnTypes.STRING, e -> e.text())));
        this.postId = new DecimalColumn<>("Comment", entity.property(
                Property.<Comment, Long>of("postId", "post_id", ColumnTypes.LONG, e -> e.postId())));
        this.authorId = new DecimalColumn<>("Comment", entity.property(
                Property.<Comment, Long>of("authorId", "author_id", ColumnTypes.LONG, e -> e.authorId())));
        this.editorId = new DecimalColumn<>("Comment", entity.property(
                Property.<Comment, Long>of("editorId", "editor_id", ColumnTypes.LONG, e -> e.editorId()).nullable()));
        this.post = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Comment, Post>of("post", List.<Property<Comment, ?>>of(this.postId.property()),
                () -> Post_.POST.model(), List.of("id")),
                new ForeignKey("comments_post_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Post_.POST);
        this.author = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Comment, User>of("author", List.<Property<Comment, ?>>of(this.authorId.property()),
                () -> User_.USER.model(), List.of("id")),
                new ForeignKey("comments_author_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> User_.USER);
        this.editor = new OptionalToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Comment, User>of("editor", List.<Property<Comment, ?>>of(this.editorId.property()),
                () -> User_.USER.model(), List.of("id")),
                new ForeignKey("comments_editor_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> User_.USER);
        this.entityModel = entity
                .primaryKey(new Key<>("comments_pkey", List.<Property<Comment, ?>>of(this.id.property())))
                .reader(Comment_::read)
                .attacher(Comment_::attach)
                .build();
        this.allColumns = List.<Column<Comment, ?>>of(this.id, this.text, this.postId, this.authorId, this.editorId);
        this.allRelations = List.<RelationRef<Comment, ?>>of(this.post, this.author, this.editor);
    }

    @Override
    public EntityModel<Comment> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Comment, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Comment, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Comment> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Comment read(Row row) {
        return new Comment(
                row.getLong(0),
                ColumnTypes.STRING.require(row, 1),
                row.getLong(2),
                row.getLong(3),
                ColumnTypes.LONG.read(row, 4),
                POST_NOT_LOADED,
                AUTHOR_NOT_LOADED,
                EDITOR_NOT_LOADED);
    }

    private static Comment attach(Comment entity, Handles handles) {
        return new Comment(
                entity.id(),
                entity.text(),
                entity.postId(),
                entity.authorId(),
                entity.editorId(),
                handles.get(0, entity.post()),
                handles.get(1, entity.author()),
                handles.get(2, entity.editor()));
    }

    /** Finds {@link #COMMENT} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return COMMENT;
        }
    }
}
