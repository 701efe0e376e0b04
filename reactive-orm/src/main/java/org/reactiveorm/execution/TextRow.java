package org.reactiveorm.execution;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;

/**
 * A row whose values came as the server's own texts inside of another value. Of which type they are is known from what they are
 * read as: the texts of all numbers are alike.
 */
public final class TextRow implements Row {

    private static final Map<Class<?>, Integer> TYPES = Map.ofEntries(
            Map.entry(Boolean.class, Oid.BOOL),
            Map.entry(Short.class, Oid.NUMERIC),
            Map.entry(Integer.class, Oid.NUMERIC),
            Map.entry(Long.class, Oid.NUMERIC),
            Map.entry(BigInteger.class, Oid.NUMERIC),
            Map.entry(BigDecimal.class, Oid.NUMERIC),
            Map.entry(Float.class, Oid.FLOAT4),
            Map.entry(Double.class, Oid.FLOAT8),
            Map.entry(String.class, Oid.TEXT),
            Map.entry(byte[].class, Oid.BYTEA),
            Map.entry(UUID.class, Oid.UUID),
            Map.entry(Instant.class, Oid.TIMESTAMPTZ),
            Map.entry(OffsetDateTime.class, Oid.TIMESTAMPTZ),
            Map.entry(LocalDateTime.class, Oid.TIMESTAMP),
            Map.entry(LocalDate.class, Oid.DATE),
            Map.entry(LocalTime.class, Oid.TIME),
            Map.entry(Duration.class, Oid.INTERVAL));

    private final List<@Nullable String> texts;
    private final String source;

    /** These texts, null for NULL; {@code source} says where they are from, for messages. */
    public TextRow(List<@Nullable String> texts, String source) {
        this.texts = texts;
        this.source = source;
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        String text = texts.get(index);
        if (text == null) {
            return null;
        }
        try {
            return WireTypes.reader(type).apply(wire(text, type));
        } catch (RuntimeException e) {
            throw unreadable(index, type, e);
        }
    }

    @Override
    public <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
        String text = texts.get(index);
        if (text == null) {
            return null;
        }
        try {
            return WireArrays.text(text, element -> WireTypes.reader(type).apply(wire(element, type)));
        } catch (RuntimeException e) {
            throw unreadable(index, List.class, e);
        }
    }

    private static Wire wire(String text, Class<?> type) {
        ByteBuf bytes = Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
        return new Wire().at(TYPES.getOrDefault(type, Oid.TEXT), Wire.Format.TEXT, bytes, bytes.readableBytes());
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public String name(int index) {
        return source + "[" + (index + 1) + "]";
    }

    private MappingException unreadable(int index, Class<?> type, RuntimeException cause) {
        return new MappingException(
                "Column '%s' cannot be read as %s: %s".formatted(name(index), type.getSimpleName(), cause.getMessage()),
                ErrorContext.none(),
                cause);
    }
}
