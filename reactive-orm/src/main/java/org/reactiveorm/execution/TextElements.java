package org.reactiveorm.execution;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array as text: {@code {1,NULL,"a \"b\""}}, with {@code [2:4]=} before it if it does not start at 1 (PostgreSQL,
 * chapter 8.15.6).
 */
final class TextElements implements WireElements {

    private final int oid;
    private final int count;
    private final Iterator<@Nullable String> rest;

    private TextElements(int oid, List<@Nullable String> elements) {
        this.oid = oid;
        this.count = elements.size();
        this.rest = elements.iterator();
    }

    static WireElements of(Wire array) {
        return new TextElements(Oid.elementOf(array.oid()), split(array.text()));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public @Nullable Wire next() {
        String text = rest.next();
        return text == null ? null : textual(oid, text);
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
                throw WireElements.nested();
            }
            element.append(literal.charAt(at++));
        }
        return at;
    }
}
