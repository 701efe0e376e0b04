package org.reactiveorm.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;

/** Constants stored as text, or as labels of a PostgreSQL enum when there is a {@code definition}. */
final class EnumType<T extends Enum<T>> implements ColumnType<T> {

    private final Class<T> javaType;
    private final @Nullable EnumDefinition definition;
    private final Map<T, String> stored = new HashMap<>();
    private final Map<String, T> constants = new HashMap<>();

    EnumType(Class<T> javaType, List<T> constants, List<String> stored, @Nullable EnumDefinition definition) {
        this.javaType = javaType;
        this.definition = definition;
        if (constants.size() != stored.size()) {
            throw new IllegalArgumentException("%s has %d constants, but %d stored texts"
                    .formatted(javaType.getSimpleName(), constants.size(), stored.size()));
        }
        for (int i = 0; i < constants.size(); i++) {
            this.stored.put(constants.get(i), stored.get(i));
            T other = this.constants.put(stored.get(i), constants.get(i));
            if (other != null) {
                throw new IllegalArgumentException("%s stores both %s and %s as '%s'"
                        .formatted(javaType.getSimpleName(), other, constants.get(i), stored.get(i)));
            }
        }
    }

    @Override
    public Class<?> javaType() {
        return javaType;
    }

    @Override
    public String sqlType() {
        // always quoted: the type of an enum called Order would not parse otherwise
        return definition == null ? "text" : '"' + definition.name().replace("\"", "\"\"") + '"';
    }

    @Override
    public Class<?> wireType() {
        return String.class;
    }

    @Override
    public String encode(T value) {
        String text = stored.get(value);
        if (text == null) {
            throw new InvalidValueException(
                    "%s.%s is not among the constants that the model knows: %s. Compile the model again."
                            .formatted(javaType.getSimpleName(), value.name(), stored.keySet()),
                    ErrorContext.none(),
                    null);
        }
        return text;
    }

    @Override
    public @Nullable T read(Row row, int index) {
        String text = row.get(index, String.class);
        if (text == null) {
            return null;
        }
        T constant = constants.get(text);
        if (constant == null) {
            throw new MappingException(
                    "Column '%s' holds '%s', which is no constant of %s: %s. Add the constant or correct the row."
                            .formatted(row.name(index), text, javaType.getSimpleName(), constants.keySet()),
                    ErrorContext.none(),
                    null);
        }
        return constant;
    }

    @Override
    public String bound(String placeholder) {
        return definition == null ? placeholder : placeholder + "::" + sqlType();
    }

    @Override
    public @Nullable EnumDefinition enumDefinition() {
        return definition;
    }

    @Override
    public ArrayEncoding<T> array() {
        return new ArrayEncoding<>("text", sqlType(), String[]::new, this::encode);
    }

    @Override
    public T convert(Object value) {
        if (javaType.isInstance(value)) {
            return javaType.cast(value);
        }
        throw new IllegalArgumentException("expected %s, but got %s"
                .formatted(javaType.getSimpleName(), PublicClass.of(value).getName()));
    }

    @Override
    public T parse(String text) {
        T constant = constants.get(text);
        if (constant != null) {
            return constant;
        }
        for (T named : stored.keySet()) {
            if (named.name().equals(text)) {
                return named;
            }
        }
        throw new IllegalArgumentException("expected one of %s, but got '%s'"
                .formatted(constants.keySet().stream().sorted().toList(), text));
    }
}
