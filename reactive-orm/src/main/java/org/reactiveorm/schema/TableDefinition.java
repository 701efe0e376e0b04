package org.reactiveorm.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Table;

/**
 * A table that the model needs.
 *
 * @param entity the entity, for a join table the relation ({@code User.roles}), for messages
 * @param name the table
 * @param columns its columns
 * @param primaryKey its primary key
 * @param uniqueKeys its unique constraints
 * @param indexes the indexes that the entity declares, partial unique ones among them
 * @param foreignKeys its foreign keys
 */
record TableDefinition(
        String entity,
        Table name,
        List<ColumnDefinition> columns,
        KeyDefinition primaryKey,
        List<KeyDefinition> uniqueKeys,
        List<KeyDefinition> indexes,
        List<ForeignKeyDefinition> foreignKeys) {

    TableDefinition {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * An index for each foreign key that no key or index finds: PostgreSQL makes none, and without one each delete of a
     * referred row and each include reads this table from end to end.
     */
    List<KeyDefinition> foreignKeyIndexes() {
        return foreignKeys.stream()
                .map(ForeignKeyDefinition::columns)
                .filter(columns -> keysAndIndexes().noneMatch(key -> key.finds(columns)))
                .distinct()
                .map(columns -> new KeyDefinition(Identifier.derived(name, columns, "idx"), columns))
                .toList();
    }

    /** The same with this foreign key in the place of the one that ties the same columns. */
    TableDefinition acting(ForeignKeyDefinition foreignKey) {
        List<ForeignKeyDefinition> keys = foreignKeys.stream()
                .map(key -> key.ties(foreignKey) ? foreignKey : key)
                .toList();
        return new TableDefinition(entity, name, columns, primaryKey, uniqueKeys, indexes, keys);
    }

    Optional<ColumnDefinition> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** The properties behind {@code wanted}, for messages; null if one has none. */
    @Nullable
    String propertiesOf(List<String> wanted) {
        List<String> names = wanted.stream()
                .flatMap(name -> column(name).map(ColumnDefinition::property).stream())
                .toList();
        return names.size() < wanted.size() ? null : String.join(", ", names);
    }

    /** All that {@code create} makes. */
    Stream<KeyDefinition> allIndexes() {
        return Stream.concat(indexes.stream(), foreignKeyIndexes().stream());
    }

    private Stream<KeyDefinition> keysAndIndexes() {
        return Stream.of(Stream.of(primaryKey), uniqueKeys.stream(), indexes.stream())
                .flatMap(keys -> keys)
                .filter(KeyDefinition::isWhole);
    }
}
