package org.reactiveorm.processor;

import java.util.Collection;
import java.util.stream.Collectors;

/** Values as Java source has them. */
final class Literal {

    private Literal() {}

    /** A string literal in ASCII. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                default -> literal.append(escaped(c));
            }
        }
        return literal.append('"').toString();
    }

    /** Unicode escapes of control characters would be read as these characters before the literal is. */
    private static String escaped(char c) {
        if (c < ' ') {
            return "\\%03o".formatted((int) c);
        }
        return c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    }

    /** {@code List.of("a", "b")}. */
    static String texts(Collection<String> values) {
        return list(values.stream().map(Literal::text).toList());
    }

    /** {@code List.of(a, b)} of expressions. */
    static String list(Collection<String> expressions) {
        return Library.LIST + expressions.stream().collect(Collectors.joining(", ", ".of(", ")"));
    }
}
