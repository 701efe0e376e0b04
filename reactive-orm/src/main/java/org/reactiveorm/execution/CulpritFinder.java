package org.reactiveorm.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.execution.ValueText.DeclaredDigits;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.WrittenRows;
import org.reactiveorm.sqlstate.Clue;
import org.reactiveorm.sqlstate.Culprit;

/**
 * Finds the values that the server did not take among those that a statement has written. Nothing is guessed: where several
 * rows could be meant and not all of them are wrong, none is named.
 */
final class CulpritFinder implements Clue.Visitor<CulpritFinder.@Nullable Found> {

    private static final Map<String, long[]> RANGES = Map.of(
            "smallint",
            new long[] {Short.MIN_VALUE, Short.MAX_VALUE},
            "integer",
            new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
            "bigint",
            new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

    private final List<WrittenRows> written;
    private final boolean isInTable;

    /** Looks at what is written into the table that the server names, or into any if it is null. */
    CulpritFinder(List<WrittenRows> all, @Nullable String table) {
        List<WrittenRows> there =
                all.stream().filter(rows -> rows.table().name().equals(table)).toList();
        // a table that nothing is written into may be a part of the one that is, or below its view
        boolean isOne = all.stream().map(WrittenRows::table).distinct().count() == 1;
        this.written = table == null || (there.isEmpty() && isOne) ? all : there;
        this.isInTable = !there.isEmpty();
    }

    /**
     * What was found.
     *
     * @param row the row
     * @param columns the columns that are to blame; empty where the server says it
     * @param earlier an earlier row that has the same key, or null
     */
    record Found(
            WrittenRow row, List<String> columns, @Nullable WrittenRow earlier) {

        Found(WrittenRow row) {
            this(row, List.of(), null);
        }

        @Nullable
        InputRow input() {
            int count = row.rows().input().count();
            int position = row.input();
            int before = earlier == null ? InputRows.UNKNOWN : earlier.input();
            return count == 0 || position == InputRows.UNKNOWN
                    ? null
                    : new InputRow(position, before == InputRows.UNKNOWN ? null : before, count);
        }
    }

    Culprit find(Clue clue, KnownEntities known) {
        Found found = clue.accept(this);
        InputRow row = found == null ? null : found.input();
        if (row == null
                && !written.isEmpty()
                && written.stream().allMatch(rows -> rows.input().count() == 1)) {
            row = InputRow.of(0, 1);
        }
        if (found == null) {
            return new Culprit(null, List.of(), row);
        }
        Table table = found.row.rows().table();
        EntityModel<?> model = known.ofTable(table.schema(), table.name());
        List<String> names =
                found.columns.stream().map(column -> propertyOf(model, column)).toList();
        return new Culprit(model == null ? null : model.name(), names, row);
    }

    private static String propertyOf(@Nullable EntityModel<?> model, String column) {
        return model == null
                ? column
                : model.properties().stream()
                        .filter(property -> property.column().equals(column))
                        .<String>map(Property::name)
                        .findFirst()
                        .orElse(column);
    }

    /** In the order of the input. */
    private Stream<WrittenRow> rows() {
        return written.stream()
                .flatMap(rows -> IntStream.range(0, size(rows)).mapToObj(index -> new WrittenRow(rows, index)))
                .sorted(Comparator.comparing(WrittenRow::input));
    }

    private static int size(WrittenRows rows) {
        return rows.columns().stream()
                .mapToInt(column -> column.values().size())
                .max()
                .orElse(0);
    }

    @Override
    public @Nullable Found nothing() {
        return null;
    }

    /** Of several rows with a key that has to be unique the second is wrong in any case. */
    @Override
    public @Nullable Found key(Clue.Key clue) {
        List<WrittenRow> rows = rows().filter(row -> hasKey(row, clue)).limit(2).toList();
        if (rows.isEmpty()) {
            return null;
        }
        return rows.size() == 1 || clue.fault() == Clue.Key.Fault.MISSING
                ? new Found(rows.get(0))
                : new Found(rows.get(1), List.of(), rows.get(0));
    }

    private static boolean hasKey(WrittenRow row, Clue.Key clue) {
        int columns = clue.columns().size();
        String[] texts =
                columns == 1 ? new String[] {clue.values()} : clue.values().split(", ", -1);
        boolean isSame = texts.length == columns;
        for (int i = 0; isSame && i < columns; i++) {
            Given<?> column = row.column(clue.columns().get(i));
            Object value = column == null || !row.has(column) ? null : row.value(column);
            isSame = column != null && value != null && ValueText.matches(column.type(), value, texts[i]);
        }
        return isSame;
    }

    /** All rows that have no value where there has to be one are wrong; of rows that break a check only equal ones are. */
    @Override
    public @Nullable Found failingRow(Clue.FailingRow clue) {
        List<WrittenRow> rows = rows().filter(row -> couldBe(row, clue.values()))
                .filter(row -> lacks(row, clue))
                .toList();
        if (rows.isEmpty()) {
            return null;
        }
        boolean isClear = clue.nullColumn() != null
                || (clue.values() != null
                        && rows.stream().map(WrittenRow::values).distinct().count() == 1);
        return isClear ? new Found(rows.get(0)) : null;
    }

    /** Of a value that is taken from another row it is not known why it is missing. */
    private boolean lacks(WrittenRow row, Clue.FailingRow clue) {
        if (clue.nullColumn() == null) {
            return true;
        }
        Given<?> column = row.column(clue.nullColumn());
        return column == null
                ? isInTable && !row.rows().taken().contains(clue.nullColumn())
                : row.has(column) && row.value(column) == null;
    }

    /** The order of the columns in the table is not known, so each value may stand anywhere. */
    private static boolean couldBe(WrittenRow row, @Nullable String values) {
        String shown = values == null ? null : ", " + values + ", ";
        for (Given<?> column : row.rows().columns()) {
            String text = shown == null || !row.has(column) ? null : ValueText.inRow(column.type(), row.value(column));
            if (shown != null && text != null && !shown.contains(", " + text + ", ")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Found length(Clue.Length clue) {
        String type = clue.type() + "(" + clue.most() + ")";
        boolean isFixed = clue.type().equals("bit");
        Predicate<String> offends =
                text -> isFixed ? text.length() != clue.most() : ValueText.isLonger(text, clue.most());
        return firstOr(
                (column, value) -> TypeNames.isSame(column, type) && offends.test(value.toString()),
                // the database limits what the model does not
                (column, value) -> !column.sqlType().contains("(") && offends.test(value.toString()));
    }

    @Override
    public @Nullable Found digits(Clue.Digits clue) {
        DeclaredDigits digits = new DeclaredDigits(clue.precision(), clue.scale());
        Found found = firstOr(
                (column, value) -> digits.equals(ValueText.declared(column)) && isTooLarge(value, digits),
                (column, value) -> ValueText.declared(column) == null && isTooLarge(value, digits));
        return found == null ? computed(column -> digits.equals(ValueText.declared(column))) : found;
    }

    private static boolean isTooLarge(Object value, DeclaredDigits digits) {
        return isFinite(value) && digits.isTooSmallFor(ValueText.number(value));
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    @Override
    public @Nullable Found range(Clue.Range clue) {
        long[] range = Objects.requireNonNull(RANGES.get(clue.type()), "range");
        Found found = only((column, value) -> isFinite(value)
                && (ValueText.number(value).compareTo(java.math.BigDecimal.valueOf(range[0])) < 0
                        || ValueText.number(value).compareTo(java.math.BigDecimal.valueOf(range[1])) > 0));
        return found == null ? computed(column -> TypeNames.isSame(column, clue.type())) : found;
    }

    @Override
    public @Nullable Found text(Clue.Text clue) {
        String type = clue.type();
        return firstOr(
                (column, value) -> type != null
                        && TypeNames.isSame(column, type)
                        && clue.value().equals(value),
                (column, value) -> clue.value().equals(value));
    }

    /** The first row with such values, or with values that only one column has. */
    private @Nullable Found firstOr(
            BiPredicate<ColumnType<?>, Object> offends, BiPredicate<ColumnType<?>, Object> alsoOffends) {
        Found found = first(offends);
        return found == null ? only(alsoOffends) : found;
    }

    private @Nullable Found first(BiPredicate<ColumnType<?>, Object> offends) {
        return rows().map(row -> new Found(row, offending(row, offends), null))
                .filter(found -> !found.columns.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Found only(BiPredicate<ColumnType<?>, Object> offends) {
        Set<List<Object>> columns = new HashSet<>();
        rows().forEach(row -> offending(row, offends)
                .forEach(column -> columns.add(List.of(row.rows().table(), column))));
        return columns.size() == 1 ? first(offends) : null;
    }

    private static List<String> offending(WrittenRow row, BiPredicate<ColumnType<?>, Object> offends) {
        List<String> columns = new ArrayList<>();
        for (Given<?> column : row.rows().columns()) {
            Object value = row.has(column) ? row.value(column) : null;
            if (value != null && elements(value).anyMatch(element -> offends.test(column.type(), element))) {
                columns.add(column.column());
            }
        }
        return columns;
    }

    private static Stream<Object> elements(Object value) {
        return value instanceof Object[] array ? Stream.of(array).filter(Objects::nonNull) : Stream.of(value);
    }

    /** The only column of a type whose values the database computes. */
    private @Nullable Found computed(Predicate<ColumnType<?>> isOfType) {
        List<Found> found = new ArrayList<>();
        for (WrittenRows rows : written) {
            for (Given<?> column : rows.columns()) {
                if (column.values().isEmpty() && isOfType.test(column.type())) {
                    found.add(new Found(new WrittenRow(rows, 0), List.of(column.column()), null));
                }
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }
}
