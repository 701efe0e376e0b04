package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Include;
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
        String message = "A value to select is null. Leave it out.";
        InvalidQueryException.requireGiven(expressions, message)
                .forEach(value -> InvalidQueryException.requireGiven(value, message));
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

    /**
     * A list, and for each of some relations the related rows as one value of JSON: an array of rows, NULL for none. A row is an
     * array, of its values as an array of texts, and of the related rows of each of its own relations.
     *
     * @param base the list
     * @param related what is read of related rows
     * @param <E> the entity
     */
    record WithRelated<E>(SelectList<E> base, List<RelatedList<E, ?>> related) implements SelectList<E> {

        @Override
        public int size() {
            return base.size() + related.size();
        }

        @Override
        public int indexOf(Expression<E, ?> value) {
            return base.indexOf(value);
        }

        @Override
        public int indexOf(Property<E, ?> column) {
            return base.indexOf(column);
        }

        @Override
        public SelectList<E> with(List<Property<E, ?>> columns) {
            return new WithRelated<>(base.with(columns), related);
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.withRelated(this);
        }
    }

    /**
     * What is read of the related rows of one relation.
     *
     * @param include the relation, and which of the related rows in which order
     * @param list what is read of each
     * @param <E> the entity that has the relation
     * @param <C> the related entity
     */
    record RelatedList<E, C>(Include<E, C> include, SelectList<C> list) {}

    /** One case for each kind of list. */
    interface Visitor<E, R> {
        /** Columns of the table. */
        R properties(Properties<E> properties);

        /** Computed values. */
        R expressions(Expressions<E> expressions);

        /** A list and related rows. */
        R withRelated(WithRelated<E> related);
    }
}
