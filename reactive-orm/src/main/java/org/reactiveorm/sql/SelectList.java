package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.ValueColumn;

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

    /** The place of a column among the columns, counted from 0, or -1. */
    int indexOf(Property<E, ?> column);

    /** The same with these columns at the end, unless it has them already. */
    SelectList<E> with(List<Property<E, ?>> columns);

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
            return value instanceof Column<E, ?> column ? indexOf(column.property()) : -1;
        }

        @Override
        public int indexOf(Property<E, ?> column) {
            return properties.indexOf(column);
        }

        @Override
        public SelectList<E> with(List<Property<E, ?>> columns) {
            if (properties.containsAll(columns)) {
                return this;
            }
            Set<Property<E, ?>> all = new LinkedHashSet<>(properties);
            all.addAll(columns);
            return new Properties<>(List.copyOf(all));
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
        public int indexOf(Property<E, ?> column) {
            for (int i = 0; i < expressions.size(); i++) {
                if (expressions.get(i) instanceof Column<E, ?> known
                        && known.property().equals(column)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public SelectList<E> with(List<Property<E, ?>> columns) {
            List<Expression<E, ?>> all = new ArrayList<>(expressions);
            for (Property<E, ?> column : columns) {
                if (indexOf(column) < 0) {
                    all.add(new ValueColumn<>("", column));
                }
            }
            return new Expressions<>(List.copyOf(all));
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
