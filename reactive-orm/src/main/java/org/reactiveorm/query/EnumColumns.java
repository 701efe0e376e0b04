package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;

/**
 * How the enum constants in SQL of the caller travel: as in the columns that hold constants of their enum, because a
 * constant's class does not say what is stored for it. Immutable.
 */
public final class EnumColumns {

    private final Map<Class<?>, List<Column<?, ?>>> byEnum = new HashMap<>();

    private EnumColumns(Collection<? extends Column<?, ?>> columns) {
        for (Column<?, ?> column : columns) {
            Class<?> type = single(column).javaType();
            if (type.isEnum()) {
                byEnum.computeIfAbsent(type, each -> new ArrayList<>()).add(column);
            }
        }
    }

    /** Those of the columns that hold constants, or arrays of constants. */
    public static EnumColumns of(Collection<? extends Column<?, ?>> columns) {
        return new EnumColumns(columns);
    }

    /**
     * How the constant travels, or null if no column holds constants of its enum.
     *
     * @throws InvalidQueryException if two columns store it differently
     */
    public @Nullable ColumnType<?> typeOf(Enum<?> constant) {
        List<Column<?, ?>> columns = byEnum.getOrDefault(constant.getDeclaringClass(), List.of());
        for (Column<?, ?> column : columns) {
            Object stored = stored(columns.get(0), constant);
            Object other = stored(column, constant);
            if (!stored.equals(other)) {
                throw new InvalidQueryException(
                        "%s is stored as '%s' in %s, but as '%s' in %s. Bind what is stored instead of the constant."
                                .formatted(
                                        label(constant),
                                        stored,
                                        Operands.label(columns.get(0)),
                                        other,
                                        Operands.label(column)),
                        ErrorContext.none());
            }
        }
        return columns.isEmpty() ? null : single(columns.get(0));
    }

    /** What the columns hold for any constant. */
    public List<String> stored() {
        return byEnum.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getKey().getEnumConstants())
                        .flatMap(constant -> entry.getValue().stream()
                                .map(column ->
                                        stored(column, (Enum<?>) constant).toString())))
                .distinct()
                .toList();
    }

    /** How the constant travels in a fragment, which knows the columns among its arguments only. */
    ColumnType<?> typeIn(String fragment, Enum<?> constant) {
        ColumnType<?> type = typeOf(constant);
        if (type == null) {
            throw new InvalidQueryException(
                    "The fragment \"%s\" does not tell how %s is stored. Give the column that holds it as an argument too, or bind what is stored."
                            .formatted(fragment, label(constant)),
                    ErrorContext.none());
        }
        return type;
    }

    private static ColumnType<?> single(Column<?, ?> column) {
        return column instanceof ArrayColumn<?, ?> array ? array.element() : column.type();
    }

    @SuppressWarnings("unchecked") // the column holds constants of this enum
    private static Object stored(Column<?, ?> column, Enum<?> constant) {
        return ((ColumnType<Object>) single(column)).encode(constant);
    }

    private static String label(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
