package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.WriteStep.RowId;

/** A new row and the keys that it takes from others. */
final class PendingRow<E> implements Referring<E> {

    private final Draft<E> draft;
    private final Premise premise;
    private final @Nullable KeyMatch<E> key;
    private List<KeyReference<E, ?>> references = List.of();

    private PendingRow(Draft<E> draft, Premise premise, @Nullable KeyMatch<E> key) {
        this.draft = draft;
        this.premise = premise;
        this.key = key;
    }

    PendingRow(Draft<E> draft) {
        this(draft, Premise.NONE, null);
    }

    /** A row whose making depends on others. */
    PendingRow(Draft<E> draft, Premise premise) {
        this(draft, premise, null);
    }

    /** The same with this key, not made where there is a row that has it. */
    PendingRow<E> missing(RowId found, KeyMatch<E> itsKey) {
        PendingRow<E> row = new PendingRow<>(draft, premise.without(found), itsKey);
        references.forEach(row::take);
        return row;
    }

    /**
     * The values that the caller gave.
     *
     * @throws InvalidQueryException if the row is to have another key
     */
    RowValues<E> values() {
        RowValues<E> values = draft.values();
        if (key == null) {
            return values;
        }
        for (int i = 0; i < key.properties().size(); i++) {
            Property<E, ?> property = key.properties().get(i);
            if (values.has(property)
                    && !Objects.deepEquals(values.get(property), key.values().get(i))) {
                throw new InvalidQueryException(
                        "%s.%s of the new row is not the one that is looked for. Give the same value, or none."
                                .formatted(draft.entity().name(), property.name()),
                        ErrorContext.of(draft.entity().name()).withProperties(List.of(property.name())));
            }
            values.set(property, key.values().get(i));
        }
        return values;
    }

    Draft<E> draft() {
        return draft;
    }

    @Override
    public @Nullable RowId place() {
        return null;
    }

    @Override
    public Premise premise() {
        return premise;
    }

    List<KeyReference<E, ?>> references() {
        return references;
    }

    @Override
    public void take(KeyReference<E, ?> reference) {
        for (KeyReference<E, ?> other : references) {
            if (other.key().equals(reference.key())) {
                throw ambiguous(reference.key());
            }
        }
        references = references.isEmpty() ? new ArrayList<>() : references;
        references.add(reference);
    }

    private InvalidQueryException ambiguous(List<Property<E, ?>> key) {
        List<String> names = key.stream().<String>map(Property::name).toList();
        String entity = draft.entity().name();
        return new InvalidQueryException(
                "%s.%s would come from two entities: one that the %s is nested in and one that is nested in it. Leave one of them out."
                        .formatted(entity, String.join(" and ", names), entity),
                ErrorContext.of(entity).withProperties(names));
    }

    @Override
    public void clear(List<Property<E, ?>> key) {
        throw new IllegalStateException("What is attached to a new row does not take keys away");
    }

    /** Whether the property is a part of the key that the row is looked for by. */
    boolean isSoughtBy(Property<E, ?> property) {
        return key != null && key.properties().contains(property);
    }

    boolean takes(Property<E, ?> property) {
        for (KeyReference<E, ?> reference : references) {
            if (reference.key().contains(property)) {
                return true;
            }
        }
        return false;
    }
}
