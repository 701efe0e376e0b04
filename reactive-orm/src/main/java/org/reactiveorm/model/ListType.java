package org.reactiveorm.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;

/**
 * A one-dimensional array without NULLs.
 *
 * @param element how one element travels
 */
record ListType<T>(ColumnType<T> element) implements ColumnType<List<T>> {

    private static final String NULL_ELEMENT =
            "The list has a null at position %d, but elements of an array column are never NULL. Remove it from the list.";

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public String sqlType() {
        return element.sqlType() + "[]";
    }

    @Override
    public String castType() {
        return element.castType() + "[]";
    }

    @Override
    public Class<?> wireType() {
        return element.array().allocator().apply(0).getClass();
    }

    @Override
    public Object encode(List<T> values) {
        requireNoNull(values);
        return element.array().encode(values, values.size());
    }

    @Override
    public @Nullable List<T> read(Row row, int index) {
        List<? extends @Nullable Object> wire = row.list(index, element.wireType());
        if (wire == null) {
            return null;
        }
        Elements elements = new Elements(row, index, wire);
        List<T> values = new ArrayList<>(wire.size());
        for (int i = 0; i < wire.size(); i++) {
            T value = element.read(elements, i);
            if (value == null) {
                throw new MappingException(
                        "Column '%s' holds an array with a NULL at position %d, but a List in an entity has no nulls. Remove it with array_remove(%s, NULL)."
                                .formatted(row.name(index), i + 1, row.name(index)),
                        ErrorContext.none(),
                        null);
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    /** As text where an element has to be selected as text. */
    @Override
    public String selectedAs() {
        return element.selectedAs().isEmpty() ? "" : "::text[]";
    }

    @Override
    public String bound(String placeholder) {
        return element.array().asArray(placeholder);
    }

    @Override
    public @Nullable EnumDefinition enumDefinition() {
        return element.enumDefinition();
    }

    /** PostgreSQL's arrays of arrays are matrices, so a list among many travels as one text: {@code {1,2}}. */
    @Override
    public ArrayEncoding<List<T>> array() {
        ArrayEncoding<T> one = element.array();
        return new ArrayEncoding<>("text", one.sqlType() + "[]", String[]::new, values -> {
            requireNoNull(values);
            return ArrayLiteral.of(one.encode(values, values.size()));
        });
    }

    @Override
    public List<T> convert(Object value) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(
                    "expected List, but got " + PublicClass.of(value).getName());
        }
        int nullAt = nullIn(list);
        if (nullAt >= 0) {
            throw new IllegalArgumentException(NULL_ELEMENT.formatted(nullAt));
        }
        List<T> converted = new ArrayList<>(list.size());
        for (Object each : list) {
            converted.add(element.convert(each));
        }
        return List.copyOf(converted);
    }

    /** Elements separated by commas; the empty text is the empty list. */
    @Override
    public List<T> parse(String text) {
        List<T> parsed = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String each : text.split(",", -1)) {
                parsed.add(element.parse(each));
            }
        }
        return List.copyOf(parsed);
    }

    private static void requireNoNull(List<?> values) {
        int nullAt = nullIn(values);
        if (nullAt >= 0) {
            throw new InvalidValueException(NULL_ELEMENT.formatted(nullAt), ErrorContext.none(), null);
        }
    }

    /** The position of the first null, or -1; lists without nulls do not let themselves be asked for one. */
    private static int nullIn(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                return i;
            }
        }
        return -1;
    }

    /** The elements of one array as the columns of a row, so that an element is read as a column of its type is. */
    private record Elements(Row row, int column, List<? extends @Nullable Object> values) implements Row {

        @Override
        public <W> @Nullable W get(int index, Class<W> type) {
            return type.cast(values.get(index));
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public String name(int index) {
            return row.name(column);
        }
    }
}
