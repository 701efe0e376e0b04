package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;

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
                            .formatted(id, id.getClass().getSimpleName(), model().name(), idType().getSimpleName()),
                    ErrorContext.of(model().name()));
        }
        return hasId(idType().cast(id));
    }

    /** A new entity without any values yet, for inserts whose columns are known at run time only. */
    default Draft<E> draft() {
        return Draft.of(model());
    }
}
