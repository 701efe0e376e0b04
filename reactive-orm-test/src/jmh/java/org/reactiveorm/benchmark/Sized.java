package org.reactiveorm.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalColumn;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.ToManyRef;
import org.reactiveorm.query.ToOneRef;

/**
 * The model of an entity with as many columns and relations as one likes, made of what generated models are made of: no record
 * has three hundred components. Its rows are never read.
 */
final class Sized implements EntityRef<Sized.Row, Long> {

    /** A row of it. */
    record Row(long id) {}

    private final EntityModel<Row> model;
    private final List<Column<Row, ?>> columns = new ArrayList<>();
    private final List<RelationRef<Row, ?>> relations = new ArrayList<>();

    /** The first column is the id, the second one the foreign key of all relations, which are to one and to many by turns. */
    Sized(int columns, int relations) {
        EntityModelBuilder<Row> entity = EntityModel.builder(Row.class, Table.of("rows_of_" + columns));
        for (int i = 0; i < columns; i++) {
            Property<Row, Long> property = Property.of(name(i), name(i), ColumnTypes.LONG, Row::id);
            this.columns.add(new DecimalColumn<>(
                    "Row",
                    entity.property(
                            i == 0 ? property.from(ValueSource.of(ValueSource.Kind.IDENTITY)) : property.nullable())));
        }
        for (int i = 0; i < relations; i++) {
            this.relations.add(i % 2 == 0 ? toMany(entity, "many" + i) : toOne(entity, "one" + i));
        }
        this.model = entity.primaryKey(new Key<>("rows_pkey", List.of(property(0))))
                .reader(row -> new Row(row.getLong(0)))
                .attacher((row, handles) -> row)
                .build();
    }

    private static String name(int column) {
        return column == 0 ? "id" : "column" + column;
    }

    private Property<Row, ?> property(int column) {
        return columns.get(column).property();
    }

    private RelationRef<Row, Row> toMany(EntityModelBuilder<Row> entity, String name) {
        return new ToManyRef<>(
                entity.relation(new ToMany<>(Ends.of(name, List.of(property(0)), this::model, List.of(name(1))))),
                () -> this);
    }

    private RelationRef<Row, Row> toOne(EntityModelBuilder<Row> entity, String name) {
        return new ToOneRef<>(
                entity.relation(new ToOne<>(
                        Ends.of(name, List.of(property(1)), this::model, List.of(name(0))),
                        new ForeignKey(name + "_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))),
                () -> this);
    }

    /** Three of its columns. */
    List<Column<Row, ?>> threeColumns() {
        return List.of(columns.get(0), columns.get(1), columns.get(columns.size() - 1));
    }

    /** The relation to many that was declared last. */
    RelationRef<Row, ?> lastToMany() {
        return relations.get((relations.size() - 1) / 2 * 2);
    }

    @Override
    public EntityModel<Row> model() {
        return model;
    }

    @Override
    public List<Column<Row, ?>> columns() {
        return columns;
    }

    @Override
    public List<RelationRef<Row, ?>> relations() {
        return relations;
    }

    @Override
    @SuppressWarnings("unchecked") // the id is a Long
    public Condition<Row> hasId(Long id) {
        return ((Column<Row, Long>) columns.get(0)).eq(id);
    }

    @Override
    public List<Object> idValues(Long id) {
        return List.of(id);
    }

    @Override
    public Class<Long> idType() {
        return Long.class;
    }
}
