package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.query.UnitChanges.Relating;

/** Collects the changes of a unit of work, in the order given. Not thread-safe. */
public final class UnitBuilder {

    private static final String UPDATED = "updated";
    private static final String DELETED = "deleted";

    private final List<Draft<?>> inserts = new ArrayList<>();
    private final List<Relating<?>> relatings = new ArrayList<>();
    private final Map<EntityModel<?>, Rows<?>> updates = new LinkedHashMap<>();
    private final Map<EntityModel<?>, Rows<?>> deletes = new LinkedHashMap<>();
    private final Map<Identity, String> known = new HashMap<>();

    /** Nothing is collected yet. */
    public UnitBuilder() {}

    /** Which row is meant. */
    private record Identity(EntityModel<?> entity, Object id) {}

    private record Rows<E>(EntityModel<E> entity, List<EntityValues<E>> values) {

        GivenRows<E> given() {
            return new GivenRows<>(entity, values);
        }

        UpdateAll<E> update() {
            return new UpdateAll<>(given(), EntityValues.updated(entity));
        }
    }

    /** A new entity. */
    public void insert(Draft<?> draft) {
        inserts.add(draft);
    }

    /** Something that is related to a new entity. */
    public <E> void relate(Draft<E> draft, Attachment<E, ?> attachment) {
        relatings.add(new Relating<>(draft, attachment));
    }

    /**
     * An entity whose row is changed.
     *
     * @throws InvalidQueryException if its row is changed or removed already
     */
    public <E> void update(EntityValues<E> entity) {
        requireOnce(entity, UPDATED);
        rows(updates, entity.entity()).values().add(entity);
    }

    /**
     * An entity whose row is removed.
     *
     * @throws InvalidQueryException if its row is changed or removed already
     */
    public <E> void delete(EntityValues<E> entity) {
        requireOnce(entity, DELETED);
        rows(deletes, entity.entity()).values().add(entity);
    }

    @SuppressWarnings("unchecked") // each entity's rows stand beside it
    private static <E> Rows<E> rows(Map<EntityModel<?>, Rows<?>> all, EntityModel<E> entity) {
        return (Rows<E>) all.computeIfAbsent(entity, unseen -> new Rows<>(entity, new ArrayList<>()));
    }

    private <E> void requireOnce(EntityValues<E> row, String what) {
        Object id = KeyValues.of(row.entity().primaryKey().properties(), row.idValues());
        String earlier = known.put(new Identity(row.entity(), id), what);
        if (earlier != null) {
            String both = earlier.equals(what) ? what + " twice" : "both " + earlier + " and " + what;
            throw new InvalidQueryException(
                    "%s %s is %s in one unit of work. Leave one of them out."
                            .formatted(row.entity().name(), IdText.readable(row.id()), both),
                    ErrorContext.of(row.entity().name()));
        }
    }

    /**
     * Everything that was collected.
     *
     * @throws InvalidQueryException if an entity is changed that has no column beside its id
     */
    public UnitChanges build() {
        return new UnitChanges(
                inserts,
                relatings,
                updates.values().stream().<UpdateAll<?>>map(Rows::update).toList(),
                deletes.values().stream().<GivenRows<?>>map(Rows::given).toList());
    }
}
