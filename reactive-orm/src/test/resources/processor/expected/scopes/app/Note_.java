package app;

import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
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
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.TimeColumn;

/** The typed model of {@link Note}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Note_ implements EntityRef<Note, Long> {

    /** The typed model of {@link Note}. */
    public static final Note_ NOTE = new Note_();

    /** {@link Note#id()}. */
    public final DecimalColumn<Note, Long> id;

    /** {@link Note#tenant()}. */
    public final TextColumn<Note> tenant;

    /** {@link Note#text()}. */
    public final TextColumn<Note> text;

    /** {@link Note#deletedAt()}. */
    public final TimeColumn<Note, Instant> deletedAt;

    private final EntityModel<Note> entityModel;
    private final List<Column<Note, ?>> allColumns;
    private final List<RelationRef<Note, ?>> allRelations;

    private Note_() {
        EntityModelBuilder<Note> entity = EntityModel.builder(Note.class, Table.of("note"));
        this.id = new DecimalColumn<>("Note", entity.property(
                Property.<Note, Long>of("id", "id", ColumnTypes.LONG, e -> e.id())));
        this.tenant = new TextColumn<>("Note", entity.property(
                Property.<Note, String>of("tenant", "tenant", ColumnTypes.STRING, e -> e.tenant()).from(ValueSource.of(ValueSource.Kind.TENANT))));
        this.text = new TextColumn<>("Note", entity.property(
                Property.<Note, String>of("text", "text", ColumnTypes.STRING, e -> e.text())));
        this.deletedAt = new TimeColumn<>("Note", entity.property(
                Property.<Note, Instant>of("deletedAt", "deleted_at", ColumnTypes.INSTANT, e -> e.deletedAt()).nullable().from(ValueSource.of(ValueSource.Kind.DELETION))));
        this.entityModel = entity
                .primaryKey(new Key<>("note_pkey", List.<Property<Note, ?>>of(this.id.property())))
                .reader(Note_::read)
                .attacher(Note_::attach)
                .build();
        this.allColumns = List.<Column<Note, ?>>of(this.id, this.tenant, this.text, this.deletedAt);
        this.allRelations = List.<RelationRef<Note, ?>>of();
    }

    @Override
    public EntityModel<Note> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Note, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Note, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Note> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Note read(Row row) {
        return new Note(
                row.getLong(0),
                ColumnTypes.STRING.require(row, 1),
                ColumnTypes.STRING.require(row, 2),
                ColumnTypes.INSTANT.read(row, 3));
    }

    private static Note attach(Note entity, Handles handles) {
        return entity;
    }

    /** Finds {@link #NOTE} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return NOTE;
        }
    }
}
