package org.reactiveorm.processor;

import org.jspecify.annotations.Nullable;

/**
 * What {@code @Column} says about the SQL type.
 *
 * @param context where mistakes go
 * @param member the component
 * @param column its annotation
 */
record ColumnSize(Context context, Member member, Mark column) {

    /** PostgreSQL's limit for a declared precision (chapter 8.1.2). */
    private static final int MOST_DIGITS = 1000;

    /** PostgreSQL's limit for a declared length (chapter 8.3). */
    private static final int LONGEST_TEXT = 10_485_760;

    /** The mapping with the declared SQL type. */
    Mapping apply(Mapping mapping) {
        String type = column.text("type");
        String sized = sized(mapping);
        if (!type.isEmpty() && sized != null) {
            report("type", "says type = \"%s\" and a size. Write the size into the type.".formatted(type));
            return mapping;
        }
        if (type.indexOf('\0') >= 0) {
            report("type", "has a type with U+0000, which PostgreSQL does not have.");
            return mapping;
        }
        String declared = type.isEmpty() ? sized : type;
        return declared == null
                ? mapping
                : mapping.as(Library.COLUMN_TYPES + ".declared(" + mapping.expression() + ", " + Literal.text(declared)
                        + ")");
    }

    private @Nullable String sized(Mapping mapping) {
        int length = column.number("length");
        int precision = column.number("precision");
        int scale = column.number("scale");
        if (length != 0) {
            return length(mapping, length);
        }
        if (precision == 0 && scale == 0) {
            return null;
        }
        if (!mapping.expression().endsWith(".BIG_DECIMAL")
                && !mapping.expression().endsWith(".BIG_INTEGER")) {
            report("precision", "has a precision or scale, which is for BigDecimal and BigInteger only.");
            return null;
        }
        if (precision < 1 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
            report(
                    "precision",
                    "has precision %d and scale %d. The precision is 1 to %d digits, of which 0 to precision stand after the point."
                            .formatted(precision, scale, MOST_DIGITS));
            return null;
        }
        return "numeric(" + precision + "," + scale + ")";
    }

    private @Nullable String length(Mapping mapping, int length) {
        if (mapping.kind() != ColumnKind.TEXT && !mapping.expression().contains(".textEnum(")) {
            report("length", "has a length, which is for text only.");
            return null;
        }
        if (length < 1 || length > LONGEST_TEXT) {
            report("length", "has length %d. It is 1 to %d.".formatted(length, LONGEST_TEXT));
            return null;
        }
        return "varchar(" + length + ")";
    }

    private void report(String value, String fault) {
        context.problems().report(Code.ORM_COLUMN_SIZE, column.place(value), member.label() + " " + fault);
    }
}
