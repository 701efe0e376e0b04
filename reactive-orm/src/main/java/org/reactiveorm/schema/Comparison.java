package org.reactiveorm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EnumDefinition;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.schema.SchemaDifference.Kind;

/** Holds what the model needs against what the database has. */
final class Comparison {

    private static final String NOTHING = "nothing";

    private final SchemaDefinition wanted;
    private final LiveSchema live;
    private final List<SchemaDifference> differences = new ArrayList<>();

    private Comparison(SchemaDefinition wanted, LiveSchema live) {
        this.wanted = wanted;
        this.live = live;
    }

    static SchemaReport of(SchemaDefinition wanted, LiveSchema live) {
        Comparison comparison = new Comparison(wanted, live);
        wanted.enums().forEach(comparison::compareEnum);
        wanted.tables().forEach(comparison::compareTable);
        return new SchemaReport(comparison.differences);
    }

    private void compareEnum(EnumDefinition definition) {
        List<String> labels = live.labels(Identifier.quoted(definition.name()));
        String expected = labelled(definition.name(), definition.labels());
        if (labels == null) {
            addAtFirstUse(definition, Kind.MISSING_ENUM, expected, NOTHING);
        } else if (!labels.equals(definition.labels())) {
            addAtFirstUse(definition, Kind.DIFFERENT_ENUM_LABELS, expected, labelled(definition.name(), labels));
        }
    }

    private static String labelled(String name, List<String> labels) {
        return "enum " + name + labels.stream().map(Identifier::literal).collect(Collectors.joining(", ", " (", ")"));
    }

    private void addAtFirstUse(EnumDefinition definition, Kind kind, String expected, String found) {
        for (TableDefinition table : wanted.tables()) {
            for (ColumnDefinition column : table.columns()) {
                if (definition.equals(column.enumDefinition())) {
                    add(kind, Place.of(table, column), expected, found);
                    return;
                }
            }
        }
    }

    private void compareTable(TableDefinition table) {
        LiveTable found = live.table(table.name());
        if (found == null) {
            add(Kind.MISSING_TABLE, Place.of(table), "the table", NOTHING);
            return;
        }
        table.columns().forEach(column -> compareColumn(table, found, column));
        if (found.isTable()) {
            compareUnknownColumns(table, found);
            compareKeys(table, found);
            table.foreignKeys().forEach(key -> compareForeignKey(table, found, key));
        }
    }

    private void compareColumn(TableDefinition table, LiveTable there, ColumnDefinition column) {
        Place place = Place.of(table, column);
        LiveColumn found = there.columns().get(column.name());
        if (found == null) {
            add(Kind.MISSING_COLUMN, place, "a column of type " + column.type(), NOTHING);
            return;
        }
        if (!TypeComparison.fits(found, column.type(), live.type(column.type()))) {
            add(Kind.DIFFERENT_TYPE, place, column.type(), found.type().name());
        }
        if (!there.isTable()) {
            return;
        }
        if (found.isNullable() != column.nullable()) {
            add(
                    Kind.DIFFERENT_NULLABILITY,
                    place,
                    column.nullable() ? "NULL allowed" : "NOT NULL",
                    found.isNullable() ? "NULL allowed" : "NOT NULL");
        }
        if (found.isComputed() != column.source().isComputed()) {
            add(
                    Kind.DIFFERENT_COMPUTATION,
                    place,
                    column.source().isComputed()
                            ? "a column that is generated as " + column.source().expression()
                            : "a column that can be written",
                    found.isComputed() ? "a generated column" : "a column that is not generated");
        } else if (column.source().isMadeByDatabase() && !found.hasDefault()) {
            add(Kind.MISSING_DEFAULT, place, expectedDefault(column.source()), NOTHING);
        }
    }

    private static String expectedDefault(ValueSource source) {
        return switch (source.kind()) {
            case IDENTITY -> "an identity or a default";
            case SEQUENCE -> "the next value of sequence " + source.expression() + " as default";
            case DATABASE_UUID -> "the default gen_random_uuid()";
            default -> "the default " + source.expression();
        };
    }

    private void compareUnknownColumns(TableDefinition table, LiveTable there) {
        for (LiveColumn column : there.columns().values()) {
            if (!column.isNullable()
                    && !column.hasDefault()
                    && table.column(column.name()).isEmpty()) {
                add(
                        Kind.UNKNOWN_REQUIRED_COLUMN,
                        Place.of(table, List.of(column.name())),
                        "no such column, or one that allows NULL or has a default, because inserts do not fill it",
                        column.type().name() + " NOT NULL");
            }
        }
    }

    private void compareKeys(TableDefinition table, LiveTable there) {
        List<LiveKey> whole = keysOf(there, key -> key.kind() != LiveKey.Kind.PARTIALLY_UNIQUE);
        List<LiveKey> unique =
                whole.stream().filter(key -> key.kind() != LiveKey.Kind.PLAIN).toList();
        List<LiveKey> primary = keysOf(there, key -> key.kind() == LiveKey.Kind.PRIMARY);
        KeyDefinition primaryKey = table.primaryKey();
        if (primary.stream().noneMatch(key -> key.key().covers(primaryKey.columns()))) {
            String found = primary.isEmpty()
                    ? NOTHING
                    : "primary key " + Identifier.list(primary.get(0).key().columns());
            addKey(Kind.MISSING_PRIMARY_KEY, table, primaryKey, found);
        }
        for (KeyDefinition key : table.uniqueKeys()) {
            if (unique.stream().noneMatch(other -> other.key().covers(key.columns()))) {
                addKey(Kind.MISSING_UNIQUE_KEY, table, key, NOTHING);
            }
        }
        table.indexes().stream()
                .filter(KeyDefinition::isWhole)
                .filter(index -> whole.stream().noneMatch(other -> other.key().begins(index.columns())))
                .forEach(index -> addKey(Kind.MISSING_INDEX, table, index, NOTHING));
        table.foreignKeyIndexes().stream()
                .filter(index -> whole.stream().noneMatch(other -> other.key().finds(index.columns())))
                .forEach(index -> addKey(Kind.MISSING_INDEX, table, index, NOTHING));
        comparePartialKeys(table, there);
    }

    private void comparePartialKeys(TableDefinition table, LiveTable there) {
        List<LiveKey> partial = keysOf(there, key -> key.kind() == LiveKey.Kind.PARTIALLY_UNIQUE);
        table.indexes().stream()
                .filter(index -> !index.isWhole())
                .filter(index -> partial.stream().noneMatch(other -> other.key().covers(index.columns())))
                .forEach(index -> add(
                        Kind.MISSING_UNIQUE_KEY,
                        Place.of(table, index.columns()),
                        "unique " + Identifier.list(index.columns()) + DdlRenderer.where(index),
                        NOTHING));
    }

    private static List<LiveKey> keysOf(LiveTable table, Predicate<LiveKey> condition) {
        return table.keys().stream().filter(condition).toList();
    }

    private void addKey(Kind kind, TableDefinition table, KeyDefinition key, String found) {
        String what = switch (kind) {
            case MISSING_PRIMARY_KEY -> "primary key ";
            case MISSING_UNIQUE_KEY -> "unique ";
            default -> "an index that begins with ";
        };
        add(kind, Place.of(table, key.columns()), what + Identifier.list(key.columns()), found);
    }

    private void compareForeignKey(TableDefinition table, LiveTable there, ForeignKeyDefinition key) {
        List<LiveForeignKey> found =
                there.foreignKeys().stream().filter(other -> ties(key, other)).toList();
        String expected = "foreign key "
                + DdlRenderer.references(key.columns(), Identifier.quoted(key.target()), key.targetColumns());
        Place place = Place.of(table, key.columns());
        if (found.isEmpty()) {
            add(Kind.MISSING_FOREIGN_KEY, place, expected + DdlRenderer.actions(key.constraint()), NOTHING);
        } else if (found.stream().noneMatch(other -> actsAs(key.constraint(), other.constraint()))) {
            add(
                    Kind.DIFFERENT_FOREIGN_KEY_ACTION,
                    place,
                    actionsInWords(key.constraint()),
                    actionsInWords(found.get(0).constraint()));
        }
    }

    private static String actionsInWords(ForeignKey constraint) {
        String actions = DdlRenderer.actions(constraint).strip();
        return actions.isEmpty() ? "no action" : actions;
    }

    private static boolean actsAs(ForeignKey one, ForeignKey other) {
        return one.onDelete() == other.onDelete() && one.onUpdate() == other.onUpdate();
    }

    private boolean ties(ForeignKeyDefinition key, LiveForeignKey other) {
        LiveTable target = live.table(key.target());
        return target != null
                && target.oid() == other.target()
                && pairs(key.columns(), key.targetColumns()).equals(pairs(other.columns(), other.targetColumns()));
    }

    private static List<List<String>> pairs(List<String> columns, List<String> targetColumns) {
        return Stream.iterate(0, i -> i < columns.size(), i -> i + 1)
                .map(i -> List.of(columns.get(i), targetColumns.get(i)))
                .sorted((one, other) -> one.get(0).compareTo(other.get(0)))
                .toList();
    }

    private void add(Kind kind, Place place, String expected, String found) {
        differences.add(new SchemaDifference(
                kind,
                place.table().entity(),
                place.property(),
                place.table().name().toString(),
                place.column(),
                expected,
                found));
    }

    /** Where a difference is. */
    private record Place(
            TableDefinition table,
            @Nullable String property,
            @Nullable String column) {

        static Place of(TableDefinition table) {
            return new Place(table, null, null);
        }

        static Place of(TableDefinition table, ColumnDefinition column) {
            return new Place(table, column.property(), column.name());
        }

        static Place of(TableDefinition table, List<String> columns) {
            return new Place(table, table.propertiesOf(columns), String.join(", ", columns));
        }
    }
}
