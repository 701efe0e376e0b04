package org.reactiveorm.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EnumDefinition;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ValueSource;

/**
 * What the known entities need in the database. What is not a table follows from the tables.
 *
 * @param tables the tables in alphabetical order
 */
record SchemaDefinition(List<TableDefinition> tables) {

    SchemaDefinition {
        tables = List.copyOf(tables);
    }

    /** The schemas that tables name. */
    List<String> schemas() {
        return tables.stream()
                .map(table -> table.name().schema())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The enums that columns need, by name. */
    List<EnumDefinition> enums() {
        Map<String, EnumDefinition> byName = new TreeMap<>();
        columns().forEach(column -> {
            EnumDefinition definition = column.enumDefinition();
            if (definition != null) {
                EnumDefinition known = byName.putIfAbsent(definition.name(), definition);
                if (known != null && !known.equals(definition)) {
                    throw new InvalidQueryException(
                            "Two enums are stored as the PostgreSQL type %s, one with the labels %s, one with %s. Give one of them another name in @NativeEnum."
                                    .formatted(definition.name(), known.labels(), definition.labels()),
                            ErrorContext.none());
                }
            }
        });
        return List.copyOf(byName.values());
    }

    /** The sequences that columns draw from; each lies beside its table. */
    List<Table> sequences() {
        return tables.stream()
                .flatMap(table -> table.columns().stream()
                        .map(ColumnDefinition::source)
                        .filter(source -> source.kind() == ValueSource.Kind.SEQUENCE)
                        .map(source -> sequence(table, source)))
                .distinct()
                .sorted(ModelTables.BY_NAME)
                .toList();
    }

    static Table sequence(TableDefinition table, ValueSource source) {
        return new Table(table.name().schema(), Objects.requireNonNull(source.expression(), "sequence"));
    }

    private Stream<ColumnDefinition> columns() {
        return tables.stream().flatMap(table -> table.columns().stream());
    }
}
