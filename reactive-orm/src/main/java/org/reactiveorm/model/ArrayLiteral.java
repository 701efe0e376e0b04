package org.reactiveorm.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Writes an array as PostgreSQL's text format has it (PostgreSQL, chapter 8.15.2): {@code {"a","b \" c"}}. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    /** Every element is quoted, so that empty texts, the text NULL and all punctuation are what they are. */
    static String of(@Nullable Object[] elements) {
        StringBuilder literal = new StringBuilder(2 + 8 * elements.length).append('{');
        for (int i = 0; i < elements.length; i++) {
            if (i > 0) {
                literal.append(',');
            }
            Object element = elements[i];
            if (element == null) {
                literal.append("NULL");
            } else {
                quote(text(element), literal);
            }
        }
        return literal.append('}').toString();
    }

    private static void quote(String text, StringBuilder literal) {
        literal.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        literal.append('"');
    }

    /** One element as PostgreSQL reads it. */
    static String text(Object element) {
        if (element instanceof Instant instant) {
            return Times.text(instant);
        }
        if (element instanceof OffsetDateTime time) {
            return Times.text(time.toInstant());
        }
        if (element instanceof LocalDateTime time) {
            return Times.text(time);
        }
        return element instanceof LocalDate date ? Times.text(date) : element.toString();
    }
}
