package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.WriteStep.RowId;

/** A row that is there, what is done with it, and the keys that it takes from others. */
final class PendingChange<E> implements Referring<E> {

    private final RowId row;
    private final Premise premise;
    private final Changes<E> changes;
    private final List<KeyReference<E, ?>> references = new ArrayList<>();
    private final List<Property<E, ?>> cleared = new ArrayList<>();

    PendingChange(RowId row, Premise premise, Changes<E> changes) {
        this.row = row;
        this.premise = premise;
        this.changes = changes;
    }

    /** The row as it was found. */
    RowId row() {
        return row;
    }

    @Override
    public RowId place() {
        return row;
    }

    @Override
    public Premise premise() {
        return premise;
    }

    Changes<E> changes() {
        return changes;
    }

    /** Whether the row itself changes. */
    boolean isChanged() {
        return !changes.assignments().isEmpty() || !references.isEmpty() || !cleared.isEmpty();
    }

    /** Its new values, with those that every update makes. */
    ChangedRow<E> changed(GeneratedValues generated, EntityModel<E> entity) {
        List<Assignment<E>> all = generated.forUpdate(entity, changes.assignments());
        return changes.assignments().isEmpty()
                ? new ChangedRow<>(row, List.of(), all, references, cleared)
                : new ChangedRow<>(row, all, List.of(), references, cleared);
    }

    @Override
    public void take(KeyReference<E, ?> reference) {
        references.add(reference);
    }

    @Override
    public void clear(List<Property<E, ?>> key) {
        for (Property<E, ?> property : key) {
            if (property.isNullable()) {
                cleared.add(property);
            }
        }
    }

    /** A key that is assigned as well would have two values. */
    void requireFree(Relation<E, ?> relation) {
        List<Property<E, ?>> key = relation.sourceKey();
        String entity = relation.owner();
        for (Assignment<E> assignment : changes.assignments()) {
            if (key.contains(assignment.property())) {
                throw new InvalidQueryException(
                        "%1$s.%2$s is set, but it is the key of %1$s.%3$s, which is changed as well. Leave one of them out."
                                .formatted(entity, assignment.property().name(), relation.name()),
                        ErrorContext.of(entity)
                                .withProperties(List.of(assignment.property().name())));
            }
        }
    }
}
