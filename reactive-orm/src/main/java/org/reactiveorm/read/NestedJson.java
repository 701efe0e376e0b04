package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that {@code sql.SelectList.WithRelated} asks for: arrays of arrays, texts and nulls, and nothing else (RFC 8259).
 * Jackson, which would read it too, is not there in every application.
 */
final class NestedJson {

    private final String json;
    private int at;

    private NestedJson(String json) {
        this.json = json;
    }

    /** The rows of an array, none for NULL. */
    static List<List<?>> parse(@Nullable String json) {
        return json == null ? List.of() : rows(new NestedJson(json).value());
    }

    /** The rows of an array inside of a row, none for null. */
    @SuppressWarnings("unchecked") // rows are arrays
    static List<List<?>> rows(@Nullable Object value) {
        return value == null ? List.of() : (List<List<?>>) value;
    }

    /** The texts of a row. */
    @SuppressWarnings("unchecked") // the first element of a row is an array of texts
    static List<@Nullable String> texts(Object value) {
        return (List<@Nullable String>) value;
    }

    private @Nullable Object value() {
        skipBlanks();
        switch (json.charAt(at)) {
            case '[' -> {
                return array();
            }
            case '"' -> {
                at++;
                return text();
            }
            default -> {
                at += "null".length();
                return null;
            }
        }
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        do {
            at++;
            skipBlanks();
            if (json.charAt(at) != ']') {
                elements.add(value());
                skipBlanks();
            }
        } while (json.charAt(at) == ',');
        at++;
        return elements;
    }

    private String text() {
        int end = at;
        while (json.charAt(end) != '"' && json.charAt(end) != '\\') {
            end++;
        }
        if (json.charAt(end) == '"') {
            String plain = json.substring(at, end);
            at = end + 1;
            return plain;
        }
        return escaped();
    }

    private String escaped() {
        StringBuilder text = new StringBuilder();
        while (json.charAt(at) != '"') {
            char c = json.charAt(at++);
            text.append(c == '\\' ? escape() : c);
        }
        at++;
        return text.toString();
    }

    private char escape() {
        char c = json.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private void skipBlanks() {
        while (json.charAt(at) == ' ' || json.charAt(at) == '\n') {
            at++;
        }
    }
}
