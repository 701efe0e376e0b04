package org.reactiveorm.execution;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arrays of one dimension. */
final class WireArrays {

    private static final int HEADER = 20;

    private WireArrays() {}

    static <T> List<@Nullable T> list(Wire array, Function<Wire, T> element) {
        return array.isBinary() ? binary(array, element) : text(array, element);
    }

    /** Dimensions, flags, element type, length, lower bound; then the elements, each after its length. */
    private static <T> List<@Nullable T> binary(Wire array, Function<Wire, T> element) {
        int dimensions = array.int32(0);
        if (dimensions == 0) {
            return new ArrayList<>();
        }
        if (dimensions > 1) {
            throw nested();
        }
        int oid = array.int32(8);
        int count = array.int32(12);
        List<@Nullable T> elements = new ArrayList<>(count);
        ByteBuf rest = array.from(HEADER);
        Wire each = new Wire();
        for (int i = 0; i < count; i++) {
            int length = rest.readInt();
            if (length < 0) {
                elements.add(null);
            } else {
                elements.add(element.apply(each.at(oid, Wire.Format.BINARY, rest, length)));
                rest.skipBytes(length);
            }
        }
        return elements;
    }

    /** {@code {1,NULL,"a \"b\""}}, with {@code [2:4]=} before it if it does not start at 1 (PostgreSQL, chapter 8.15.6). */
    private static <T> List<@Nullable T> text(Wire array, Function<Wire, T> element) {
        int oid = Oid.elementOf(array.oid());
        return text(array.text(), text -> element.apply(textual(oid, text)));
    }

    static <T> List<@Nullable T> text(String literal, Function<String, T> element) {
        List<@Nullable T> elements = new ArrayList<>();
        for (String text : split(literal)) {
            elements.add(text == null ? null : element.apply(text));
        }
        return elements;
    }

    private static Wire textual(int oid, String text) {
        ByteBuf bytes = Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
        return new Wire().at(oid, Wire.Format.TEXT, bytes, bytes.readableBytes());
    }

    private static List<@Nullable String> split(String literal) {
        List<@Nullable String> elements = new ArrayList<>();
        int at = literal.indexOf('{') + 1;
        while (literal.charAt(at) != '}') {
            StringBuilder element = new StringBuilder();
            boolean quoted = literal.charAt(at) == '"';
            at = quoted ? quoted(literal, at + 1, element) : plain(literal, at, element);
            elements.add(!quoted && element.toString().equals("NULL") ? null : element.toString());
            if (literal.charAt(at) == ',') {
                at++;
            }
        }
        return elements;
    }

    private static int quoted(String literal, int start, StringBuilder element) {
        int at = start;
        while (literal.charAt(at) != '"') {
            if (literal.charAt(at) == '\\') {
                at++;
            }
            element.append(literal.charAt(at++));
        }
        return at + 1;
    }

    private static int plain(String literal, int start, StringBuilder element) {
        int at = start;
        while (literal.charAt(at) != ',' && literal.charAt(at) != '}') {
            if (literal.charAt(at) == '{') {
                throw nested();
            }
            element.append(literal.charAt(at++));
        }
        return at;
    }

    private static IllegalArgumentException nested() {
        return new IllegalArgumentException(
                "it holds an array of several dimensions, which a List cannot be read from");
    }
}
