package org.reactiveorm.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.Table;
import reactor.core.publisher.Mono;

/** Reads {@code pg_catalog}, in four statements whatever the number of tables. */
final class SchemaReader {

    private final Executor executor;

    SchemaReader(Executor executor) {
        this.executor = executor;
    }

    /** What the database has of what {@code wanted} needs. */
    Mono<LiveSchema> read(SchemaDefinition wanted) {
        return Mono.zip(
                        executor.query(Catalog.columns(wanted), SchemaReader::columnRow)
                                .collectList(),
                        executor.query(Catalog.keys(wanted), SchemaReader::keyRow)
                                .collectList(),
                        executor.query(Catalog.foreignKeys(wanted), SchemaReader::foreignKeyRow)
                                .collectList(),
                        executor.query(Catalog.types(wanted), SchemaReader::typeRow)
                                .collectList())
                .map(rows -> schema(tables(wanted, rows.getT1(), rows.getT2(), rows.getT3()), rows.getT4()));
    }

    /** What {@code wanted} would make and is there already, each with the word for what it is. */
    Mono<List<String>> present(SchemaDefinition wanted) {
        return executor.query(Catalog.present(wanted), row -> row.require(0, String.class))
                .collectList();
    }

    private static Map<Table, LiveTable> tables(
            SchemaDefinition wanted,
            List<ColumnRow> columns,
            List<Owned<LiveKey>> keys,
            List<Owned<LiveForeignKey>> foreignKeys) {
        Map<Table, LiveTable> tables = new HashMap<>();
        for (ColumnRow row : columns) {
            Table name = wanted.tables().get(row.position() - 1).name();
            LiveTable table = tables.computeIfAbsent(
                    name,
                    absent -> new LiveTable(
                            row.oid(),
                            row.isTable(),
                            new LinkedHashMap<>(),
                            Owned.by(row.oid(), keys),
                            Owned.by(row.oid(), foreignKeys)));
            LiveColumn column = row.column();
            if (column != null) {
                table.columns().put(column.name(), column);
            }
        }
        return tables;
    }

    private static LiveSchema schema(Map<Table, LiveTable> tables, List<TypeRow> rows) {
        Map<String, LiveType> types = new HashMap<>();
        Map<String, List<String>> labels = new HashMap<>();
        for (TypeRow row : rows) {
            types.put(row.name(), row.type());
            labels.put(row.name(), row.labels());
        }
        return new LiveSchema(tables, types, labels);
    }

    private static ColumnRow columnRow(Row row) {
        return new ColumnRow(row.getInt(0), row.getLong(1), row.getBoolean(2), column(row));
    }

    private static @Nullable LiveColumn column(Row row) {
        String name = row.get(3, String.class);
        return name == null
                ? null
                : new LiveColumn(
                        name, type(row, 4), type(row, 6), row.getBoolean(8), row.getBoolean(9), row.getBoolean(10));
    }

    private static Owned<LiveKey> keyRow(Row row) {
        return new Owned<>(
                row.getLong(0), new LiveKey(kind(row), new KeyDefinition(row.require(1, String.class), texts(row, 4))));
    }

    private static LiveKey.Kind kind(Row row) {
        if (row.getBoolean(5)) {
            return LiveKey.Kind.PARTIALLY_UNIQUE;
        }
        return row.getBoolean(2) ? LiveKey.Kind.PRIMARY : row.getBoolean(3) ? LiveKey.Kind.UNIQUE : LiveKey.Kind.PLAIN;
    }

    private static Owned<LiveForeignKey> foreignKeyRow(Row row) {
        ForeignKey constraint = new ForeignKey(row.require(1, String.class), action(row, 2), action(row, 3));
        return new Owned<>(
                row.getLong(0), new LiveForeignKey(constraint, texts(row, 5), row.getLong(4), texts(row, 6)));
    }

    private static TypeRow typeRow(Row row) {
        return new TypeRow(row.require(0, String.class), type(row, 1), texts(row, 3));
    }

    private static LiveType type(Row row, int index) {
        return new LiveType(row.getLong(index), row.require(index + 1, String.class));
    }

    private static List<String> texts(Row row, int index) {
        List<String> texts = new ArrayList<>();
        for (String text : Objects.requireNonNull(row.list(index, String.class), "array(…) is never NULL")) {
            texts.add(Objects.requireNonNull(text, "a name is never NULL"));
        }
        return texts;
    }

    /** The letters of {@code pg_constraint.confdeltype}. */
    private static ReferentialAction action(Row row, int index) {
        String letter = row.require(index, String.class);
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    /** A column of the table at {@code position} of the names asked for, or no column if the table has none. */
    private record ColumnRow(
            int position,
            long oid,
            boolean isTable,
            @Nullable LiveColumn column) {}

    private record TypeRow(String name, LiveType type, List<String> labels) {}

    /** Something of the table {@code oid}. */
    private record Owned<T>(long oid, T value) {

        static <T> List<T> by(long oid, List<Owned<T>> all) {
            List<T> mine = new ArrayList<>();
            for (Owned<T> owned : all) {
                if (owned.oid == oid) {
                    mine.add(owned.value);
                }
            }
            return mine;
        }
    }
}
