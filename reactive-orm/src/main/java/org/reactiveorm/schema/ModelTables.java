package org.reactiveorm.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;

/** Reads the tables off the models. The order in which the models are given does not matter. */
final class ModelTables {

    /** Tables without a schema first, then by schema and name. */
    static final Comparator<Table> BY_NAME = Comparator.comparing(
                    (Table table) -> table.schema() == null ? "" : table.schema())
            .thenComparing(Table::name);

    private final Map<Table, EntityModel<?>> models = new TreeMap<>(BY_NAME);
    private final Map<Table, Set<List<String>>> oneToOneKeys = new TreeMap<>(BY_NAME);
    private final Map<Table, TableDefinition> tables = new TreeMap<>(BY_NAME);

    private ModelTables(Collection<EntityModel<?>> entities) {
        for (EntityModel<?> model : entities) {
            EntityModel<?> other = models.putIfAbsent(model.table(), model);
            if (other != null && other != model) {
                throw new InvalidQueryException(
                        "%s and %s both map the table %s, so that it cannot be told what the table has to look like. Describe the schema with one of them."
                                .formatted(other.type().getName(), model.type().getName(), model.table()),
                        ErrorContext.of(model.name()));
            }
        }
    }

    static SchemaDefinition of(Collection<EntityModel<?>> entities) {
        ModelTables reader = new ModelTables(entities);
        reader.models.values().forEach(reader::collectOneToOneKeys);
        reader.models.values().forEach(model -> reader.tables.put(model.table(), reader.tableOf(model)));
        reader.models.values().forEach(reader::addJoinTables);
        return new SchemaDefinition(List.copyOf(reader.tables.values()));
    }

    private TableDefinition tableOf(EntityModel<?> model) {
        return new TableDefinition(
                model.name(),
                model.table(),
                model.properties().stream().map(ColumnDefinition::of).toList(),
                KeyDefinition.of(model.primaryKey()),
                uniqueKeysOf(model),
                indexesOf(model),
                foreignKeysOf(model));
    }

    /** A has-one promises that no two rows refer to the same one; the unique constraint keeps the promise. */
    private List<KeyDefinition> uniqueKeysOf(EntityModel<?> model) {
        List<KeyDefinition> keys = new ArrayList<>();
        model.uniqueKeys().forEach(key -> keys.add(KeyDefinition.of(key)));
        KeyDefinition primaryKey = KeyDefinition.of(model.primaryKey());
        for (List<String> columns : oneToOneKeys.getOrDefault(model.table(), Set.of())) {
            if (Stream.concat(Stream.of(primaryKey), keys.stream()).noneMatch(key -> key.covers(columns))) {
                keys.add(new KeyDefinition(Identifier.derived(model.table(), columns, "key"), columns));
            }
        }
        return keys;
    }

    private static List<KeyDefinition> indexesOf(EntityModel<?> model) {
        List<KeyDefinition> indexes = new ArrayList<>();
        model.partialKeys().forEach(key -> indexes.add(KeyDefinition.of(key)));
        model.indexes().forEach(index -> indexes.add(KeyDefinition.of(index)));
        return indexes;
    }

    private static List<ForeignKeyDefinition> foreignKeysOf(EntityModel<?> model) {
        List<ForeignKeyDefinition> keys = new ArrayList<>();
        for (Relation<?, ?> relation : model.relations()) {
            for (ForeignKeyDefinition key : relation.accept(new ForeignKeys<>())) {
                if (keys.stream().noneMatch(key::ties)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private void collectOneToOneKeys(EntityModel<?> model) {
        for (Relation<?, ?> relation : model.relations()) {
            for (List<String> columns : relation.accept(new OneToOneKeys<>())) {
                oneToOneKeys
                        .computeIfAbsent(relation.target().table(), table -> new LinkedHashSet<>())
                        .add(columns);
            }
        }
    }

    /** Both sides describe the same join table; an entity that maps the table knows better than either. */
    private void addJoinTables(EntityModel<?> model) {
        for (Relation<?, ?> relation : model.relations()) {
            for (TableDefinition joinTable : relation.accept(new JoinTables<>(model))) {
                TableDefinition known = tables.putIfAbsent(joinTable.name(), joinTable);
                if (known != null && !models.containsKey(joinTable.name()) && !isSame(known, joinTable)) {
                    throw new InvalidQueryException(
                            "%s and %s share the join table %s but do not agree on its columns. Let one of them say mappedBy."
                                    .formatted(known.entity(), joinTable.entity(), joinTable.name()),
                            ErrorContext.of(model.name()));
                }
                if (known != null && !models.containsKey(joinTable.name())) {
                    // what each side says about its own rows
                    tables.put(
                            known.name(), known.acting(joinTable.foreignKeys().get(0)));
                }
            }
        }
    }

    private static boolean isSame(TableDefinition one, TableDefinition other) {
        return one.foreignKeys().size() == other.foreignKeys().size()
                && one.foreignKeys().stream()
                        .allMatch(key -> other.foreignKeys().stream().anyMatch(key::ties));
    }

    static List<String> columnsOf(List<? extends Property<?, ?>> properties) {
        return properties.stream().<String>map(Property::column).toList();
    }

    /** The foreign keys that a relation puts into its own table. */
    private static final class ForeignKeys<E, C> implements Relation.Visitor<E, C, List<ForeignKeyDefinition>> {

        @Override
        public List<ForeignKeyDefinition> toOne(ToOne<E, C> relation) {
            return List.of(new ForeignKeyDefinition(
                    relation.foreignKey(),
                    columnsOf(relation.sourceKey()),
                    relation.target().table(),
                    columnsOf(relation.link().targetKey())));
        }

        @Override
        public List<ForeignKeyDefinition> inverseToOne(InverseToOne<E, C> relation) {
            return List.of();
        }

        @Override
        public List<ForeignKeyDefinition> toMany(ToMany<E, C> relation) {
            return List.of();
        }

        @Override
        public List<ForeignKeyDefinition> manyToMany(ToManyThrough<E, C> relation) {
            return List.of();
        }
    }

    /** The columns of the other table that a relation needs to be unique. */
    private static final class OneToOneKeys<E, C> implements Relation.Visitor<E, C, List<List<String>>> {

        @Override
        public List<List<String>> toOne(ToOne<E, C> relation) {
            return List.of();
        }

        @Override
        public List<List<String>> inverseToOne(InverseToOne<E, C> relation) {
            return List.of(columnsOf(relation.link().targetKey()));
        }

        @Override
        public List<List<String>> toMany(ToMany<E, C> relation) {
            return List.of();
        }

        @Override
        public List<List<String>> manyToMany(ToManyThrough<E, C> relation) {
            return List.of();
        }
    }

    /** The join table that a relation needs. */
    private record JoinTables<E, C>(EntityModel<?> model) implements Relation.Visitor<E, C, List<TableDefinition>> {

        @Override
        public List<TableDefinition> toOne(ToOne<E, C> relation) {
            return List.of();
        }

        @Override
        public List<TableDefinition> inverseToOne(InverseToOne<E, C> relation) {
            return List.of();
        }

        @Override
        public List<TableDefinition> toMany(ToMany<E, C> relation) {
            return List.of();
        }

        @Override
        public List<TableDefinition> manyToMany(ToManyThrough<E, C> relation) {
            return List.of(JoinTableDefinition.of(model, relation));
        }
    }
}
