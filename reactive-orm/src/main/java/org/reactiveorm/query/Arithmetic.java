package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * A term of two numbers, computed in the database.
 *
 * @param left the first operand
 * @param operator what to do
 * @param right the second operand
 * @param <E> the entity
 * @param <T> the Java type of the numbers
 */
public record Arithmetic<E, T>(Expression<E, T> left, Operator operator, Expression<E, T> right)
        implements Expression<E, T> {

    /** The four operations. */
    public enum Operator {
        /** Addition. */
        PLUS("+"),
        /** Subtraction. */
        MINUS("-"),
        /** Multiplication. */
        TIMES("*"),
        /** Division, truncating for whole numbers. */
        DIVIDED_BY("/");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As SQL writes it. */
        public String symbol() {
            return symbol;
        }
    }

    @Override
    public ColumnType<T> type() {
        return left.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.arithmetic(this);
    }

    @Override
    public String toString() {
        return Operands.label(left) + " " + operator.symbol + " " + Operands.label(right);
    }
}
