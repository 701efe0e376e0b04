package org.reactiveorm.processor;

import java.util.Locale;
import java.util.Set;

/**
 * A column in an annotation's text.
 *
 * @param path how to get there
 * @param column the column
 */
record ColumnTerm(PropertyPath path, ColumnDescription column) {

    private static final Set<ColumnKind> COLLECTIONS = Set.of(ColumnKind.ARRAY, ColumnKind.JSON);
    private static final Set<ColumnKind> UNORDERED = Set.of(ColumnKind.BOOLEAN, ColumnKind.VALUE);
    private static final Set<ColumnKind> NUMBERS = Set.of(ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.FLOAT);

    private static final Set<String> INSTANTS = Set.of("java.time.Instant", "java.time.OffsetDateTime");

    String code() {
        return path.code(column);
    }

    String handle() {
        return path.column(column);
    }

    String label() {
        return path.label();
    }

    ColumnKind kind() {
        return column.mapping().kind();
    }

    boolean isBoolean() {
        return kind() == ColumnKind.BOOLEAN;
    }

    boolean isText() {
        return kind() == ColumnKind.TEXT;
    }

    /** Whether values can be equal. */
    boolean isComparable() {
        return !COLLECTIONS.contains(kind());
    }

    /** Whether values can be greater or less. */
    boolean isOrdered() {
        return isComparable() && !UNORDERED.contains(kind());
    }

    /** Whether there may be a value that fits both columns: a number does if it is converted without loss. */
    boolean sharesValuesWith(ColumnTerm other) {
        boolean isKnown =
                !column.mapping().hasCodec() && !other.column.mapping().hasCodec();
        return !isKnown || valueFamily().equals(other.valueFamily());
    }

    private String valueFamily() {
        String type = column.type().boxed();
        return NUMBERS.contains(kind()) ? "number" : INSTANTS.contains(type) ? "instant" : type;
    }

    /** The Java code of a literal; the text of what is no number, boolean or text is read when the query is made. */
    String literal(Token token) {
        Literals literals = column.mapping().literals();
        boolean isRightKind = isBoolean()
                ? token.isWord("true") || token.isWord("false")
                : token.is(NUMBERS.contains(kind()) ? Token.Kind.NUMBER : Token.Kind.TEXT);
        if (isRightKind && !literals.equals(Literals.BYTES)) {
            try {
                String text = isBoolean() ? token.text().toLowerCase(Locale.ROOT) : token.text();
                String sql = literals.sql().apply(text);
                return code(text, sql);
            } catch (RuntimeException notALiteral) { // what it is depends on the type's own parser
                throw unfit(token);
            }
        }
        throw unfit(token);
    }

    private String code(String text, String sql) {
        String constant = column.mapping().expression();
        String type = constant.substring(constant.lastIndexOf('.') + 1);
        return switch (type) {
            case "BOOLEAN", "INTEGER" -> sql;
            case "LONG" -> sql + "L";
            case "STRING" -> Literal.text(text);
            default -> handle() + ".parse(" + Literal.text(text) + ")";
        };
    }

    private ShapeFault unfit(Token token) {
        Literals literals = column.mapping().literals();
        boolean isBare = isBoolean() || NUMBERS.contains(kind());
        String expected = literals.equals(Literals.BYTES) ? "" : literals.expected() + (isBare ? ", " : " in quotes, ");
        return ShapeFault.of("%s is %s and can not be compared with %s. Expected %sa :parameter or a property."
                        .formatted(label(), column.type().forMessage(), token.shown(), expected))
                .at(token.position());
    }
}
