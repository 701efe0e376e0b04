package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;

/**
 * The rows of entities that the caller holds, by their keys: each has to be there, in the version that its entity has.
 *
 * @param entity the entity's model
 * @param rows the entities in the order given, no two of the same row
 * @param <E> the entity
 */
public record GivenRows<E>(EntityModel<E> entity, List<EntityValues<E>> rows) {

    /** Keeps its own copy. */
    public GivenRows {
        rows = List.copyOf(rows);
    }

    /**
     * The rows of these entities.
     *
     * @throws InvalidQueryException if there is no collection, an entity is null or has no id, or two have the same
     */
    public static <E> GivenRows<E> of(EntityModel<E> entity, Collection<? extends E> entities) {
        List<EntityValues<E>> rows = new ArrayList<>();
        Map<Object, Integer> places = new HashMap<>();
        for (E each : InvalidQueryException.requireGiven(
                entities, "The collection of entities is null. Give an empty one for none.")) {
            EntityValues<E> row = EntityValues.of(entity, each);
            rows.add(row);
            int place = rows.size() - 1;
            Integer earlier = places.put(KeyValues.of(entity.primaryKey().properties(), row.idValues()), place);
            if (earlier != null) {
                throw new InputRow(place, earlier, entities.size())
                        .blamedFor(new InvalidQueryException(
                                "%s %s is given twice. Leave one of them out."
                                        .formatted(entity.name(), IdText.readable(row.id())),
                                ErrorContext.of(entity.name())));
            }
        }
        return new GivenRows<>(entity, rows);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The columns that say which row is meant: the primary key's, then the version. */
    public List<Property<E, ?>> identity() {
        List<Property<E, ?>> identity = new ArrayList<>(entity.primaryKey().properties());
        Property<E, ?> version = entity.version();
        if (version != null) {
            identity.add(version);
        }
        return identity;
    }

    /** The values of each row, to be bound column by column. */
    public List<RowValues<E>> values() {
        return rows.stream().map(EntityValues::values).toList();
    }

    /** What is signalled if so many rows were not there as expected, of which {@code first} is the first. */
    public OrmException missed(int first, long missed) {
        EntityValues<E> row = rows.get(first);
        ExpectedVersion<E> version = row.version();
        if (version != null) {
            return version.stale(row.id()).among(missed, rows.size());
        }
        return new NotFoundException(
                "There is no %s with id %s%s. Nothing was changed."
                        .formatted(
                                entity.name(),
                                IdText.readable(row.id()),
                                missed == 1 ? "" : "; of %d of the %d there is none".formatted(missed, rows.size())),
                ErrorContext.of(entity.name()));
    }
}
