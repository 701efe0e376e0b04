package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/**
 * A text that contains, starts with, ends with or equals another, or matches a pattern.
 *
 * @param left the text
 * @param kind how it is matched
 * @param sensitivity whether upper and lower case differ
 * @param operand the literal text, for {@link Kind#PATTERN} the pattern
 * @param <E> the entity
 */
public record TextMatch<E>(TextExpression<E> left, Kind kind, Case sensitivity, String operand)
        implements Condition<E> {

    /** How a text is matched. */
    public enum Kind {
        /** The operand is a part. */
        CONTAINS,
        /** The operand is the beginning. */
        STARTS_WITH,
        /** The operand is the end. */
        ENDS_WITH,
        /** The operand is the whole. */
        EQUALS,
        /** The operand is a {@code LIKE} pattern. */
        PATTERN
    }

    /** Whether upper and lower case differ. */
    public enum Case {
        /** They do. */
        SENSITIVE,
        /** They do not. */
        IGNORED
    }

    static <E> Condition<E> of(TextExpression<E> left, Kind kind, Case sensitivity, String operand) {
        return new TextMatch<>(left, kind, sensitivity, Operands.present(left, operand));
    }

    /** The {@code LIKE} pattern; a literal operand's wildcards are escaped with a backslash. */
    public String pattern() {
        return switch (kind) {
            case CONTAINS -> "%" + escaped() + "%";
            case STARTS_WITH -> escaped() + "%";
            case ENDS_WITH -> "%" + escaped();
            case EQUALS -> escaped();
            case PATTERN -> operand;
        };
    }

    /** How the pattern travels: as text, of whatever type the column is. */
    public ColumnType<String> patternType() {
        return left instanceof Column<?, ?> column
                ? ColumnTypes.ofProperty(column.entity(), column.property().name(), ColumnTypes.STRING)
                : ColumnTypes.STRING;
    }

    private String escaped() {
        return operand.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.textMatch(this);
    }
}
