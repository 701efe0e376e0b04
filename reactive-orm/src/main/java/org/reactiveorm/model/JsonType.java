package org.reactiveorm.model;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Anything that Jackson reads and writes, as {@code jsonb}. The only class that needs Jackson: loaded on first use. */
final class JsonType<T> implements ColumnType<T> {

    static final ColumnType<JsonNode> NODE = new JsonType<>(new TypeReference<JsonNode>() {});

    static final ColumnType<Object> ANY = new JsonType<>(new TypeReference<Object>() {});

    private static final String ESCAPED_NUL = "\\u0000";

    private final Class<?> javaType;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    JsonType(TypeReference<T> type) {
        JsonMapper mapper = Mapper.SHARED;
        this.javaType = mapper.constructType(type).getRawClass();
        this.reader = mapper.readerFor(type);
        this.writer = mapper.writerFor(type);
    }

    @Override
    public Class<?> javaType() {
        return javaType;
    }

    @Override
    public String sqlType() {
        return "jsonb";
    }

    @Override
    public Class<?> wireType() {
        return String.class;
    }

    @Override
    public String encode(T value) {
        String json;
        try {
            json = writer.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new InvalidValueException(
                    "Jackson cannot write a %s as JSON: %s".formatted(javaType.getSimpleName(), e.getOriginalMessage()),
                    ErrorContext.none(),
                    e);
        }
        requireNoNul(json);
        return Texts.storable(json);
    }

    /** JSON's own {@code null} is read as Jackson reads it: null, and {@code NullNode} in a tree. */
    @Override
    public @Nullable T read(Row row, int index) {
        String json = row.get(index, String.class);
        if (json == null) {
            return null;
        }
        try {
            return reader.readValue(json);
        } catch (JacksonException e) {
            throw new MappingException(
                    "Column '%s' holds JSON that Jackson cannot read as %s: %s"
                            .formatted(row.name(index), javaType.getSimpleName(), e.getOriginalMessage()),
                    ErrorContext.none(),
                    e);
        }
    }

    @Override
    public String bound(String placeholder) {
        return placeholder + "::jsonb";
    }

    @Override
    public ArrayEncoding<T> array() {
        return new ArrayEncoding<>("text", "jsonb", String[]::new, this::encode);
    }

    @Override
    @SuppressWarnings("unchecked") // the class is all that can be checked of a generic type
    public T convert(Object value) {
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException("expected %s, but got %s"
                    .formatted(javaType.getSimpleName(), PublicClass.of(value).getName()));
        }
        return (T) value;
    }

    @Override
    public T parse(String text) {
        try {
            T value = reader.readValue(text);
            if (value == null) {
                throw new IllegalArgumentException("expected JSON that is not null");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("expected JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The column keeps texts as PostgreSQL has them. In {@code \\\\u0000} the backslash itself is escaped. */
    private static void requireNoNul(String json) {
        for (int at = json.indexOf(ESCAPED_NUL); at >= 0; at = json.indexOf(ESCAPED_NUL, at + 1)) {
            int backslashes = 0;
            while (at - backslashes > 0 && json.charAt(at - backslashes - 1) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 0) {
                throw new InvalidValueException(
                        "PostgreSQL has no character U+0000, but a text inside the JSON has one. Remove it.",
                        ErrorContext.none(),
                        null);
            }
        }
    }

    /** Made on first use. */
    private static final class Mapper {

        static final JsonMapper SHARED = find();

        private static JsonMapper find() {
            Iterator<JsonMapperProvider> providers =
                    ServiceLoader.load(JsonMapperProvider.class).iterator();
            return providers.hasNext()
                    ? providers.next().mapper()
                    : JsonMapper.builder()
                            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .findAndAddModules()
                            .build();
        }
    }
}
