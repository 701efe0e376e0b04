package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Expression;

/**
 * What is read of each row.
 *
 * @param <E> whose row it is
 */
public sealed interface SelectList<E> {

    /** Columns, as an entity's reader expects them. */
    static <E> SelectList<E> properties(List<Property<E, ?>> properties) {
        return new Properties<>(properties);
    }

    /** Whatever can be computed. */
    static <E> SelectList<E> expressions(List<? extends Expression<E, ?>> expressions) {
        return new Expressions<>(List.copyOf(expressions));
    }

    /** How many columns the result has. */
    int size();

    /** The place of a value among the columns, counted from 0, or -1. */
    int indexOf(Expression<E, ?> value);

    /** Answers by kind of list. */
    <R> R accept(Visitor<E, R> visitor);

    /**
     * Columns of the table.
     *
     * @param properties the columns
     * @param <E> the entity
     */
    record Properties<E>(List<Property<E, ?>> properties) implements SelectList<E> {

        @Override
        public int size() {
            return properties.size();
        }

        @Override
        public int indexOf(Expression<E, ?> value) {
            return value instanceof Column<E, ?> column ? properties.indexOf(column.property()) : -1;
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.properties(this);
        }
    }

    /**
     * Computed values.
     *
     * @param expressions what is computed
     * @param <E> the entity
     */
    record Expressions<E>(List<Expression<E, ?>> expressions) implements SelectList<E> {

        @Override
        public int size() {
            return expressions.size();
        }

        @Override
        public int indexOf(Expression<E, ?> value) {
            return expressions.indexOf(value);
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.expressions(this);
        }
    }

    /** One case for each kind of list. */
    interface Visitor<E, R> {
        /** Columns of the table. */
        R properties(Properties<E> properties);

        /** Computed values. */
        R expressions(Expressions<E> expressions);
    }
}
