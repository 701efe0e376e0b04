package app;

import java.util.List;
import java.util.UUID;
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
import org.reactiveorm.query.BooleanColumn;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.ComparableColumn;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.RelationRef;

/** The typed model of {@link Folder}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Folder_ implements EntityRef<Folder, Long> {

    /** The typed model of {@link Folder}. */
    public static final Folder_ FOLDER = new Folder_();

    /** {@link Folder#getId()}. */
    public final DecimalColumn<Folder, Long> id;

    /** {@link Folder#getOwner()}. */
    public final ComparableColumn<Folder, UUID> owner;

    /** {@link Folder#isGone()}. */
    public final BooleanColumn<Folder> gone;

    private final EntityModel<Folder> entityModel;
    private final List<Column<Folder, ?>> allColumns;
    private final List<RelationRef<Folder, ?>> allRelations;

    private Folder_() {
        EntityModelBuilder<Folder> entity = EntityModel.builder(Folder.class, Table.of("folder"));
        this.id = new DecimalColumn<>("Folder", entity.property(
                Property.<Folder, Long>of("id", "id", ColumnTypes.LONG, e -> e.getId())));
        this.owner = new ComparableColumn<>("Folder", entity.property(
                Property.<Folder, UUID>of("owner", "owner", ColumnTypes.UUID, e -> e.getOwner()).from(ValueSource.of(ValueSource.Kind.TENANT))));
        this.gone = new BooleanColumn<>("Folder", entity.property(
                Property.<Folder, Boolean>of("gone", "gone", ColumnTypes.BOOLEAN, e -> e.isGone()).from(ValueSource.of(ValueSource.Kind.DELETION))));
        this.entityModel = entity
                .primaryKey(new Key<>("folder_pkey", List.<Property<Folder, ?>>of(this.id.property())))
                .reader(Folder_::read)
                .attacher(Folder_::attach)
                .build();
        this.allColumns = List.<Column<Folder, ?>>of(this.id, this.owner, this.gone);
        this.allRelations = List.<RelationRef<Folder, ?>>of();
    }

    @Override
    public EntityModel<Folder> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Folder, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Folder, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }

    @Override
    public Condition<Folder> hasId(Long id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    private static Folder read(Row row) {
        Folder entity = new Folder();
        entity.setId(row.getLong(0));
        entity.setOwner(ColumnTypes.UUID.require(row, 1));
        entity.setGone(row.getBoolean(2));
        return entity;
    }

    private static Folder attach(Folder entity, Handles handles) {
        return entity;
    }

    /** Finds {@link #FOLDER} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return FOLDER;
        }
    }
}
