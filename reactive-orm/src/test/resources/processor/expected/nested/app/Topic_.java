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

/** The typed model of {@link Topic}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Topic_ implements EntityRef<Topic, String> {

    /** The typed model of {@link Topic}. */
    public static final Topic_ TOPIC = new Topic_();

    private static final Many<Essay> ESSAYS_NOT_LOADED =
            Many.notLoaded("Topic", "TOPIC.essays");

    /** {@link Topic#name()}. */
    public final TextColumn<Topic> name;

    /** {@link Topic#essays()}. */
    public final OptionalToManyRef<Topic, Essay, Long> essays;

    private final EntityModel<Topic> entityModel;
    private final List<Column<Topic, ?>> allColumns;
    private final List<RelationRef<Topic, ?>> allRelations;

    private Topic_() {
        EntityModelBuilder<Topic> entity = EntityModel.builder(Topic.class, Table.of("topic"));
        this.name = new TextColumn<>("Topic", entity.property(
                Property.<Topic, String>of("name", "name", ColumnTypes.STRING, e -> e.name())));
        this.essays = new OptionalToManyRef<>(
                entity.relation(new ToManyThrough<>(
                Ends.<Topic, Essay>of("essays", List.<Property<Topic, ?>>of(this.name.property()),
                () -> Essay_.ESSAY.model(), List.of("id")),
                new JoinTable(Table.of("essay_topic"), List.of("topic_name"), List.of("essay_id")))),
                () -> Essay_.ESSAY);
        this.entityModel = entity
                .primaryKey(new Key<>("topic_pkey", List.<Property<Topic, ?>>of(this.name.property())))
                .reader(Topic_::read)
                .attacher(Topic_::attach)
                .build();
        this.allColumns = List.<Column<Topic, ?>>of(this.name);
        this.allRelations = List.<RelationRef<Topic, ?>>of(this.essays);
    }

    @Override
    public EntityModel<Topic> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Topic, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Topic, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<String> idType() {
        return String.class;
    }

    @Override
    public Condition<Topic> hasId(String id) {
        return this.name.eq(id);
    }

    @Override
    public List<Object> idValues(String id) {
        return List.of(id);
    }

    private static Topic read(Row row) {
        return new Topic(
                ColumnTypes.STRING.require(row, 0),
                ESSAYS_NOT_LOADED);
    }

    private static Topic attach(Topic entity, Handles handles) {
        return new Topic(
                entity.name(),
                handles.get(0, entity.essays()));
    }

    /** Finds {@link #TOPIC} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return TOPIC;
        }
    }
}
