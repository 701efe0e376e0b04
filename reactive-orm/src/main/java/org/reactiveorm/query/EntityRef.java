package org.reactiveorm.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.PublicClass;

/**
 * The typed model of an entity, generated as {@code User_} with the constant {@code USER}. Its fields are the typed columns
 * and relations; the same handles are found by name, for filters, orders, includes and changes that are put together at run
 * time.
 *
 * @param <E> the entity
 * @param <I> the type of its id (boxed)
 */
public interface EntityRef<E, I> {

    /** The entity's description. */
    EntityModel<E> model();

    /** All columns, in the order of {@link EntityModel#properties()}. */
    List<Column<E, ?>> columns();

    /** All relations, in the order of {@link EntityModel#relations()}. */
    List<RelationRef<E, ?>> relations();

    /** The row with this id. */
    Condition<E> hasId(I id);

    /** The values of an id in the order of the primary key's columns. */
    List<Object> idValues(I id);

    /**
     * The rows with these ids, of none: none. Any number of ids is as many parameters as the id has columns.
     *
     * @throws InvalidQueryException if an id is null
     */
    default Condition<E> hasIdIn(Collection<? extends I> ids) {
        List<Property<E, ?>> key = model().primaryKey().properties();
        List<List<Object>> values = new ArrayList<>();
        key.forEach(property -> values.add(new ArrayList<>()));
        for (I id : InvalidQueryException.requireGiven(ids, "The ids are null. Give an empty collection for none.")) {
            List<Object> each = idValues(model().requireId(id));
            for (int i = 0; i < values.size(); i++) {
                values.get(i).add(each.get(i));
            }
        }
        if (values.get(0).isEmpty()) {
            return Condition.never();
        }
        return key.size() == 1
                ? column(key.get(0).name()).is(Operator.IN, values.get(0))
                : new RowMembership<>(
                        key.stream()
                                .<Expression<E, ?>>map(property -> column(property.name()))
                                .toList(),
                        values);
    }

    /** The class of the id. */
    Class<I> idType();

    /**
     * The column with this name, which for a component of an embedded record is its path ({@code "address.city"}).
     *
     * @throws InvalidQueryException if there is none; the message lists those that exist
     */
    default Column<E, ?> column(String name) {
        return columns().get(model().property(name).index());
    }

    /**
     * The relation with this name.
     *
     * @throws InvalidQueryException if there is none; the message lists those that exist
     */
    default RelationRef<E, ?> relation(String name) {
        return relations().get(model().relation(name).index());
    }

    /**
     * {@link #hasId} for an id that is known as an {@code Object} only.
     *
     * @throws InvalidQueryException if it is no id of this entity
     */
    default Condition<E> hasIdValue(Object id) {
        model().requireId(id);
        if (model().primaryKey().properties().size() == 1) {
            return column(model().primaryKey().properties().get(0).name()).is(Operator.EQ, id);
        }
        if (!idType().isInstance(id)) {
            throw new InvalidQueryException(
                    "'%s' (%s) is no id of %s, which is a %s."
                            .formatted(
                                    id, PublicClass.of(id).getSimpleName(), model().name(), idType().getSimpleName()),
                    ErrorContext.of(model().name()));
        }
        return hasId(idType().cast(id));
    }

    /** The number of rows of a group. */
    default DecimalExpression<Grouped<E>, Long> count() {
        return count(Condition.always());
    }

    /** The number of rows of a group for which the condition holds. */
    default DecimalExpression<Grouped<E>, Long> count(Condition<E> condition) {
        return new DecimalTerm<>(Aggregate.rows(condition));
    }

    /**
     * SQL of the caller that computes a text, with a {@code ?} for each argument as in {@link Condition#sql}.
     *
     * @throws InvalidQueryException if an argument is null or cannot be bound
     */
    default TextExpression<E> text(String sql, Object... arguments) {
        return new TextTerm<>(SqlExpression.cast(ColumnTypes.STRING, sql, arguments));
    }

    /**
     * SQL of the caller that computes a number.
     *
     * @throws InvalidQueryException if an argument is null or cannot be bound
     */
    default DecimalExpression<E, BigDecimal> number(String sql, Object... arguments) {
        return new DecimalTerm<>(SqlExpression.cast(ColumnTypes.BIG_DECIMAL, sql, arguments));
    }

    /**
     * SQL of the caller that computes a value of a class that has a mapping of its own: {@code Boolean}, {@code Long}, {@code
     * UUID}, {@code Instant}, {@code LocalDate}…
     *
     * @throws InvalidQueryException if the class has none, or an argument is null or cannot be bound
     */
    default <T> ComparableExpression<E, T> value(Class<T> type, String sql, Object... arguments) {
        return new ComparableTerm<>(SqlExpression.cast(Operands.typeOf(type), sql, arguments));
    }

    /**
     * The version that a related row has to have, beside what is changed of it: {@code USER.posts.update(5L, POST.ifVersion(3),
     * POST.title.to("x"))}. The whole call fails with {@link org.reactiveorm.error.StaleEntityException} if it has another, or is not
     * there. Updates and deletes have an {@code ifVersion(…)} of their own for the row itself.
     *
     * @throws InvalidQueryException if the entity has no {@code @Version}
     */
    default Change<E> ifVersion(long expected) {
        return ExpectedVersion.of(model(), expected);
    }

    /** A new entity without any values yet, for inserts whose columns are known at run time only. */
    default Draft<E> draft() {
        return Draft.of(model());
    }
}
