package org.reactiveorm.processor;

/**
 * A word, literal or sign of a text in an annotation.
 *
 * @param kind what it is
 * @param text the text, of a literal in quotes what is between them, of a parameter its name
 * @param position where it begins, counted from one
 */
record Token(Kind kind, String text, int position) {

    /** What a token can be. */
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        PARAMETER,
        SIGN,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is this word, in capitals or not. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /** For messages. */
    String shown() {
        return switch (kind) {
            case NAME, NUMBER, SIGN -> "'" + text + "'";
            case TEXT -> "the text '" + text + "'";
            case PARAMETER -> ":" + text;
            case END -> "the end";
        };
    }
}
