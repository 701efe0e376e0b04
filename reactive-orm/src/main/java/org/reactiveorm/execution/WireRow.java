package org.reactiveorm.execution;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;

/**
 * The row that its values are at, read from the bytes that the server sent. One instance is every row of a result: it is
 * valid until its values move on.
 */
final class WireRow implements Row {

    private final WireValues values;

    WireRow(WireValues values) {
        this.values = values;
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        Wire wire = values.at(index);
        if (wire == null) {
            return null;
        }
        try {
            return WireTypes.reader(type).apply(wire);
        } catch (RuntimeException e) {
            throw unreadable(index, type, e);
        }
    }

    @Override
    public <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
        Wire array = values.at(index);
        if (array == null) {
            return null;
        }
        try {
            return list(WireElements.of(array), WireTypes.reader(type));
        } catch (RuntimeException e) {
            throw unreadable(index, List.class, e);
        }
    }

    private static <T> List<@Nullable T> list(WireElements elements, Function<Wire, T> reader) {
        List<@Nullable T> list = new ArrayList<>(elements.count());
        for (int i = 0; i < elements.count(); i++) {
            Wire element = elements.next();
            list.add(element == null ? null : reader.apply(element));
        }
        return list;
    }

    @Override
    public boolean getBoolean(int index) {
        try {
            return WireTexts.bool(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, boolean.class, e);
        }
    }

    @Override
    public short getShort(int index) {
        try {
            return WireNumbers.int16(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, short.class, e);
        }
    }

    @Override
    public int getInt(int index) {
        try {
            return WireNumbers.int32(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, int.class, e);
        }
    }

    @Override
    public long getLong(int index) {
        try {
            return WireNumbers.int64(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, long.class, e);
        }
    }

    @Override
    public float getFloat(int index) {
        try {
            return WireNumbers.float32(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, float.class, e);
        }
    }

    @Override
    public double getDouble(int index) {
        try {
            return WireNumbers.float64(present(index));
        } catch (RuntimeException e) {
            throw unreadable(index, double.class, e);
        }
    }

    @Override
    public int size() {
        return values.count();
    }

    @Override
    public String name(int index) {
        return values.name(index);
    }

    private Wire present(int index) {
        Wire wire = values.at(index);
        if (wire == null) {
            throw nullIn(index);
        }
        return wire;
    }

    private RuntimeException unreadable(int index, Class<?> type, RuntimeException cause) {
        if (cause instanceof IllegalArgumentException
                || cause instanceof ArithmeticException
                || cause instanceof DateTimeException) {
            return new MappingException(
                    "Column '%s' cannot be read as %s: %s"
                            .formatted(name(index), type.getSimpleName(), cause.getMessage()),
                    ErrorContext.none(),
                    cause);
        }
        return cause;
    }
}
