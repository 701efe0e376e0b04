package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.WriteStep.RowId;

/** A new row of a unit of work while it is planned: its draft, and the other new rows that it refers to. */
final class UnitRow<E> {

    private final Draft<E> draft;
    private final int origin;
    private final PendingRow<E> pending;
    private final List<UnitReference<E, ?>> references = new ArrayList<>(2);
    private final List<Attachment<E, ?>> others = new ArrayList<>(0);
    private final Map<Relation<E, ?>, UnitRow<?>> only = new HashMap<>(0);
    private RowValues<E> values;
    private @Nullable RowId place;

    /** {@code origin} is the position of the given entity that the row is, or is nested in. */
    UnitRow(Draft<E> draft, int origin) {
        this.draft = draft;
        this.origin = origin;
        this.pending = new PendingRow<>(draft);
        this.values = draft.values();
    }

    /**
     * A foreign key that takes its values from another new row.
     *
     * @param key the properties to fill
     * @param to the other row
     * @param from its properties, in the same order
     */
    record UnitReference<E, P>(List<Property<E, ?>> key, UnitRow<P> to, List<Property<P, ?>> from) {

        private KeyReference<E, P> placed() {
            return new KeyReference<>(key, to.place(), from);
        }
    }

    EntityModel<E> entity() {
        return draft.entity();
    }

    Draft<E> draft() {
        return draft;
    }

    int origin() {
        return origin;
    }

    PendingRow<E> pending() {
        return pending;
    }

    RowValues<E> values() {
        return values;
    }

    List<UnitReference<E, ?>> references() {
        return references;
    }

    /** What is related to the row but are no new rows of the unit of work. */
    List<Attachment<E, ?>> others() {
        return others;
    }

    RowId place() {
        return Objects.requireNonNull(place, "A row is planned before those that refer to it");
    }

    void place(RowId itsPlace) {
        this.place = itsPlace;
    }

    /**
     * Takes a key from another new row; the same again is no other.
     *
     * @throws InvalidQueryException if it takes that key from another row already
     */
    <P> void refer(List<Property<E, ?>> key, UnitRow<P> to, List<Property<P, ?>> from) {
        for (UnitReference<E, ?> known : references) {
            if (known.key().equals(key)) {
                if (known.to() == to) {
                    return;
                }
                throw refused(key, "%s of one new %s would come from two entities. Leave one of them out.");
            }
        }
        references.add(new UnitReference<>(key, to, from));
    }

    /**
     * Refuses a second entity for a relation that has one at most.
     *
     * @throws InvalidQueryException if there is another
     */
    void requireOnly(Relation<E, ?> relation, UnitRow<?> related) {
        UnitRow<?> earlier = only.put(relation, related);
        if (earlier != null && earlier != related) {
            throw ForeignKeyPlanner.tooMany(relation, 2);
        }
    }

    /**
     * Refuses a row that is there for a relation that has a new row already.
     *
     * @throws InvalidQueryException if it has
     */
    void requireFree(Relation<E, ?> relation) {
        if (refers(relation.sourceKey())) {
            throw ForeignKeyPlanner.tooMany(relation, 2);
        }
    }

    /** Whether the values of this key come from a new row. */
    boolean refers(List<Property<E, ?>> key) {
        return references.stream().anyMatch(reference -> reference.key().equals(key));
    }

    /** Adds the values that the library makes. */
    void complete(NewRows rows) {
        values = rows.completed(pending, this::takes);
        pending.references().forEach(reference -> rows.requireAgreement(pending, values, reference));
    }

    private boolean takes(Property<E, ?> property) {
        return pending.takes(property)
                || references.stream().anyMatch(reference -> reference.key().contains(property));
    }

    /**
     * Takes the values of keys that are known.
     *
     * @throws InvalidQueryException if the caller gave others
     */
    void handDown() {
        RowValues<E> given = values.copy();
        references.forEach(reference -> handDown(reference, given));
    }

    private <P> void handDown(UnitReference<E, P> reference, RowValues<E> given) {
        for (int i = 0; i < reference.key().size(); i++) {
            Property<E, ?> key = reference.key().get(i);
            Property<P, ?> from = reference.from().get(i);
            RowValues<P> other = reference.to().values;
            if (given.has(key) && !(other.has(from) && Objects.deepEquals(given.get(key), other.get(from)))) {
                throw refused(
                        List.of(key),
                        "%s of a new %s is given, but it is the key of another new entity. Leave it out.");
            }
            if (other.has(from)) {
                values.set(key, other.get(from));
            }
        }
    }

    private InvalidQueryException refused(List<Property<E, ?>> key, String message) {
        List<String> names = key.stream().<String>map(Property::name).toList();
        return new InvalidQueryException(
                message.formatted(entity().name() + "." + String.join(" and ", names), entity().name()),
                ErrorContext.of(entity().name()).withProperties(names));
    }

    /** Whether the values of the key are known before any statement. */
    boolean isKnown(UnitReference<E, ?> reference) {
        return reference.key().stream().allMatch(values::has);
    }

    /** Whether the row can be inserted without this key: what of it may be NULL is left out, the rest is known. */
    boolean canDefer(UnitReference<E, ?> reference) {
        return reference.key().stream().anyMatch(Property::isNullable)
                && reference.key().stream().allMatch(key -> key.isNullable() || values.has(key));
    }

    /** Whether this key is one of the deferred ones, and this row can be inserted without it. */
    boolean defers(UnitReference<E, ?> reference, Set<?> deferred) {
        return deferred.contains(reference.key()) && canDefer(reference);
    }

    /** The columns that have values without the deferred keys: rows with the same are one statement. */
    BitSet columns(Set<?> deferred) {
        BitSet columns = values.columns();
        pending.references().forEach(reference -> reference.key().forEach(key -> columns.set(key.index())));
        for (UnitReference<E, ?> reference : references) {
            if (defers(reference, deferred)) {
                reference.key().stream().filter(Property::isNullable).forEach(key -> columns.clear(key.index()));
            }
        }
        for (UnitReference<E, ?> reference : references) {
            if (!defers(reference, deferred)) {
                reference.key().forEach(key -> columns.set(key.index()));
            }
        }
        return columns;
    }

    /** The row as it is inserted. */
    NewRow<E> newRow(Set<?> deferred) {
        List<KeyReference<E, ?>> taken = new ArrayList<>(pending.references());
        RowValues<E> inserted = RowValues.of(entity());
        BitSet columns = columns(deferred);
        for (Property<E, ?> property : entity().properties()) {
            if (columns.get(property.index()) && values.has(property)) {
                inserted.set(property, values.get(property));
            }
        }
        for (UnitReference<E, ?> reference : references) {
            if (!defers(reference, deferred) && !isKnown(reference)) {
                taken.add(reference.placed());
            }
        }
        return new NewRow<>(inserted, taken, pending.premise());
    }

    /** The keys that are set when all rows are there. */
    List<KeyReference<E, ?>> late(Set<?> deferred) {
        List<KeyReference<E, ?>> late = new ArrayList<>();
        for (UnitReference<E, ?> reference : references) {
            if (defers(reference, deferred)) {
                late.add(reference.placed());
            }
        }
        return late;
    }
}
