package app;

import java.util.List;
import java.util.UUID;
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
import org.reactiveorm.query.Column;
import org.reactiveorm.query.ComparableColumn;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.IntegerColumn;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.ToOneRef;

/** The typed model of {@link Desk}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class Desk_ implements EntityRef<Desk, Integer> {

    /** The typed model of {@link Desk}. */
    public static final Desk_ DESK = new Desk_();

    private static final One<Author> OWNER_NOT_LOADED =
            One.notLoaded("Desk", "DESK.owner");

    /** {@link Desk#id()}. */
    public final IntegerColumn<Desk, Integer> id;

    /** {@link Desk#ownerId()}. */
    public final ComparableColumn<Desk, UUID> ownerId;

    /** {@link Desk#owner()}. */
    public final ToOneRef<Desk, Author, UUID> owner;

    private final EntityModel<Desk> entityModel;
    private final List<Column<Desk, ?>> allColumns;
    private final List<RelationRef<Desk, ?>> allRelations;

    private Desk_() {
        EntityModelBuilder<Desk> entity = EntityModel.builder(Desk.class, Table.of("desk"));
        this.id = new IntegerColumn<>("Desk", entity.property(
                Property.<Desk, Integer>of("id", "id", ColumnTypes.INTEGER, e -> e.id())));
        this.ownerId = new ComparableColumn<>("Desk", entity.property(
                Property.<Desk, UUID>of("ownerId", "owner_id", ColumnTypes.UUID, e -> e.ownerId())));
        this.owner = new ToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<Desk, Author>of("owner", List.<Property<Desk, ?>>of(this.ownerId.property()),
                () -> Author_.AUTHOR.model(), List.of("id")),
                new ForeignKey("desk_owner_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> Author_.AUTHOR);
        this.entityModel = entity
                .primaryKey(new Key<>("desk_pkey", List.<Property<Desk, ?>>of(this.id.property())))
                .unique(new Key<>("desk_owner_id_key", List.<Property<Desk, ?>>of(this.ownerId.property())))
                .reader(Desk_::read)
                .attacher(Desk_::attach)
                .build();
        this.allColumns = List.<Column<Desk, ?>>of(this.id, this.ownerId);
        this.allRelations = List.<RelationRef<Desk, ?>>of(this.owner);
    }

    @Override
    public EntityModel<Desk> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<Desk, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<Desk, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<Integer> idType() {
        return Integer.class;
    }

    @Override
    public Condition<Desk> hasId(Integer id) {
        return this.id.eq(id);
    }

    @Override
    public List<Object> idValues(Integer id) {
        return List.of(id);
    }

    private static Desk read(Row row) {
        return new Desk(
                row.getInt(0),
                ColumnTypes.UUID.require(row, 1),
                OWNER_NOT_LOADED);
    }

    private static Desk attach(Desk entity, Handles handles) {
        return new Desk(
                entity.id(),
                entity.ownerId(),
                handles.get(0, entity.owner()));
    }

    /** Finds {@link #DESK} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return DESK;
        }
    }
}
