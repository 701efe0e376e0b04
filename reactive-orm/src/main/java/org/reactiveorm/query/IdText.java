package org.reactiveorm.query;

import java.util.HexFormat;
import java.util.List;

/** Ids as messages show them. */
public final class IdText {

    private IdText() {}

    /** The id itself, whose own text is readable, or such a text: binary values as hexadecimal digits. */
    public static Object readable(Object id) {
        if (id instanceof List<?> values) {
            return values.stream().map(IdText::readable).toList();
        }
        return id instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : id;
    }
}
