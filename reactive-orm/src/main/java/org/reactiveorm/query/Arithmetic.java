package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;
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

    /**
     * Refuses an operand that is null.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the second operand is null
     */
    public Arithmetic {
        required(left, right);
    }

    /** A term of an expression and a value. */
    static <E, T> Arithmetic<E, T> of(Expression<E, T> left, Operator operator, T right) {
        return new Arithmetic<>(left, operator, Literal.operand(left, required(left, right)));
    }

    private static <T> T required(Expression<?, ?> left, @Nullable T right) {
        return Operands.present(left, right, "null cannot be calculated with %s. Give a value or an expression.");
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
