package org.reactiveorm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.model.ValueSource;

/** Describes an entity as the processor would, as far as its table goes: rows are never read. */
final class Described<E> {

    private final String name;
    private final Table table;
    private final EntityModelBuilder<E> model;
    private final List<Property<E, ?>> properties = new ArrayList<>();

    Described(Class<E> type, Table table) {
        this.name = type.getSimpleName();
        this.table = table;
        this.model = EntityModel.builder(type, table)
                .reader(row -> {
                    throw new AssertionError("no row is read here");
                })
                .attacher((entity, handles) -> entity);
    }

    static <E> Described<E> entity(Class<E> type, String table) {
        return new Described<>(type, Table.of(table));
    }

    /** A column whose name is the property's. */
    Described<E> column(String property, ColumnType<?> type) {
        return column(property, property, type);
    }

    Described<E> column(String property, String column, ColumnType<?> type) {
        return add(Property.of(property, column, type, entity -> null));
    }

    Described<E> nullable(String property, ColumnType<?> type) {
        return add(Property.of(property, property, type, (E entity) -> null).nullable());
    }

    Described<E> from(ValueSource source, String property, ColumnType<?> type) {
        return add(Property.of(property, property, type, (E entity) -> null).from(source));
    }

    /** {@code id int8}, the primary key. */
    Described<E> identity() {
        return from(ValueSource.of(ValueSource.Kind.IDENTITY), "id", ColumnTypes.LONG)
                .primaryKey("id");
    }

    Described<E> primaryKey(String... key) {
        model.primaryKey(new Key<>(table.name() + "_pkey", all(key)));
        return this;
    }

    Described<E> unique(String... key) {
        model.unique(new Key<>(table.name() + "_" + String.join("_", key) + "_key", all(key)));
        return this;
    }

    Described<E> partiallyUnique(String where, String... key) {
        model.partiallyUnique(new Key<>(table.name() + "_" + String.join("_", key) + "_key", all(key), where));
        return this;
    }

    Described<E> index(String... key) {
        model.index(new Key<>(table.name() + "_" + String.join("_", key) + "_idx", all(key)));
        return this;
    }

    /** A to-one relation to the other side's {@code targetKey}. */
    <C> Described<E> belongsTo(
            String relation, Supplier<EntityModel<C>> target, List<String> key, Reference reference) {
        String constraint = table.name() + "_" + relation + "_fkey";
        model.relation(new ToOne<>(
                Ends.of(relation, all(key.toArray(String[]::new)), target, reference.targetKey()),
                new ForeignKey(constraint, reference.onDelete(), reference.onUpdate())));
        return this;
    }

    <C> Described<E> belongsTo(String relation, Supplier<EntityModel<C>> target, String key) {
        return belongsTo(relation, target, List.of(key), Reference.to("id"));
    }

    <C> Described<E> hasOne(String relation, Supplier<EntityModel<C>> target, String... targetKey) {
        model.relation(new InverseToOne<>(Ends.of(relation, all("id"), target, List.of(targetKey))));
        return this;
    }

    <C> Described<E> manyToMany(String relation, Supplier<EntityModel<C>> target, JoinTable joinTable) {
        model.relation(new ToManyThrough<>(Ends.of(relation, all("id"), target, List.of("id")), joinTable));
        return this;
    }

    EntityModel<E> model() {
        return model.build();
    }

    private <T> Described<E> add(Property<E, T> property) {
        properties.add(model.property(property));
        return this;
    }

    private List<Property<E, ?>> all(String... names) {
        return List.of(names).stream()
                .<Property<E, ?>>map(wanted -> properties.stream()
                        .filter(property -> property.name().equals(wanted))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** The other end of a foreign key. */
    record Reference(List<String> targetKey, ReferentialAction onDelete, ReferentialAction onUpdate) {

        static Reference to(String... targetKey) {
            return new Reference(List.of(targetKey), ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
        }

        Reference onDelete(ReferentialAction action) {
            return new Reference(targetKey, action, onUpdate);
        }

        Reference onUpdate(ReferentialAction action) {
            return new Reference(targetKey, onDelete, action);
        }
    }
}
