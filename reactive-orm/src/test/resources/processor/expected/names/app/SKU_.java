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
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.OptionalToManyRef;
import org.reactiveorm.query.OptionalToOneRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.TextColumn;

/** The typed model of {@link SKU}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class SKU_ implements EntityRef<SKU, String> {

    /** The typed model of {@link SKU}. */
    public static final SKU_ SKU = new SKU_();

    private static final One<SKU> BUNDLE_NOT_LOADED =
            One.notLoaded("SKU", "SKU.bundle");

    private static final Many<SKU> PARTS_NOT_LOADED =
            Many.notLoaded("SKU", "SKU.parts");

    /** {@link SKU#code()}. */
    public final TextColumn<SKU> code;

    /** {@link SKU#label()}. */
    public final TextColumn<SKU> label;

    /** {@link SKU#bundleCode()}. */
    public final TextColumn<SKU> bundleCode;

    /** {@link SKU#bundle()}. */
    public final OptionalToOneRef<SKU, SKU, String> bundle;

    /** {@link SKU#parts()}. */
    public final OptionalToManyRef<SKU, SKU, String> parts;

    private final EntityModel<SKU> entityModel;
    private final List<Column<SKU, ?>> allColumns;
    private final List<RelationRef<SKU, ?>> allRelations;

    private SKU_() {
        EntityModelBuilder<SKU> entity = EntityModel.builder(SKU.class, Table.of("skus"));
        this.code = new TextColumn<>("SKU", entity.property(
                Property.<SKU, String>of("code", "code", ColumnTypes.STRING, e -> e.code())));
        this.label = new TextColumn<>("SKU", entity.property(
                Property.<SKU, String>of("label", "label", ColumnTypes.STRING, e -> e.label())));
        this.bundleCode = new TextColumn<>("SKU", entity.property(
                Property.<SKU, String>of("bundleCode", "bundle_code", ColumnTypes.STRING, e -> e.bundleCode()).nullable()));
        this.bundle = new OptionalToOneRef<>(
                entity.relation(new ToOne<>(
                Ends.<SKU, SKU>of("bundle", List.<Property<SKU, ?>>of(this.bundleCode.property()),
                () -> SKU_.SKU.model(), List.of("code")),
                new ForeignKey("skus_bundle_code_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> SKU_.SKU);
        this.parts = new OptionalToManyRef<>(
                entity.relation(new ToMany<>(
                Ends.<SKU, SKU>of("parts", List.<Property<SKU, ?>>of(this.code.property()),
                () -> SKU_.SKU.model(), List.of("bundleCode")))),
                () -> SKU_.SKU);
        this.entityModel = entity
                .primaryKey(new Key<>("skus_pkey", List.<Property<SKU, ?>>of(this.code.property())))
                .reader(SKU_::read)
                .attacher(SKU_::attach)
                .build();
        this.allColumns = List.<Column<SKU, ?>>of(this.code, this.label, this.bundleCode);
        this.allRelations = List.<RelationRef<SKU, ?>>of(this.bundle, this.parts);
    }

    @Override
    public EntityModel<SKU> model() {
        return this.entityModel;
    }

    @Override
    public List<Column<SKU, ?>> columns() {
        return this.allColumns;
    }

    @Override
    public List<RelationRef<SKU, ?>> relations() {
        return this.allRelations;
    }

    @Override
    public Class<String> idType() {
        return String.class;
    }

    @Override
    public Condition<SKU> hasId(String id) {
        return this.code.eq(id);
    }

    @Override
    public List<Object> idValues(String id) {
        return List.of(id);
    }

    private static SKU read(Row row) {
        return new SKU(
                ColumnTypes.STRING.require(row, 0),
                ColumnTypes.STRING.require(row, 1),
                ColumnTypes.STRING.read(row, 2),
                BUNDLE_NOT_LOADED,
                PARTS_NOT_LOADED);
    }

    private static SKU attach(SKU entity, Handles handles) {
        return new SKU(
                entity.code(),
                entity.label(),
                entity.bundleCode(),
                handles.get(0, entity.bundle()),
                handles.get(1, entity.parts()));
    }

    /** Finds {@link #SKU} for the library. */
    public static final class Provider implements EntityProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public EntityRef<?, ?> entity() {
            return SKU;
        }
    }
}
