package org.reactiveorm.model;

import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;

/** What PostgreSQL takes as text. */
final class Texts {

    private Texts() {}

    /** The text itself, if every character of it can be stored. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw invalid("PostgreSQL has no character U+0000, but the text has one at position " + i
                        + ". Remove it, or store the value as byte[].");
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw invalid("The text is not Unicode: it has half a character (a lone surrogate) at position " + i
                            + ". Cut texts between code points, or store the value as byte[].");
                }
                i++;
            }
        }
        return text;
    }

    private static InvalidValueException invalid(String message) {
        return new InvalidValueException(message, ErrorContext.none(), null);
    }
}
