package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Condition;
import org.reactiveorm.scope.Scopes;

/**
 * A row that an upsert could neither insert nor find by its key.
 *
 * @param entity its entity
 * @param key the key
 * @param scopes which rows are seen
 * @param <E> the entity
 */
record UnsettledRow<E>(EntityModel<E> entity, Key<E> key, Scopes scopes) {

    /** Others can insert and remove the same row only so often before it is time to say so. */
    private static final int MOST_ATTEMPTS = 10;

    /** A row that is hidden will not be seen however often one looks. */
    private static final int MOST_ATTEMPTS_WHERE_HIDDEN = 3;

    /** Whether the row can be there and not be seen. */
    boolean canBeHidden() {
        return !scopes.of(entity).equals(Condition.always());
    }

    /** How often it is tried. */
    int mostAttempts() {
        return canBeHidden() ? MOST_ATTEMPTS_WHERE_HIDDEN : MOST_ATTEMPTS;
    }

    /** What is signalled. */
    OrmException error() {
        return canBeHidden()
                ? hidden()
                : new TransactionConflictException(
                        "In %d attempts a %s could neither be inserted nor be found by its key %s: others insert and remove it all the time, or a trigger keeps it out. Run it again."
                                .formatted(MOST_ATTEMPTS, entity.name(), key.name()),
                        ErrorContext.of(entity.name()),
                        null);
    }

    /** What is signalled where rows have been made or changed already for a row that was not made then. */
    OrmException overtaken() {
        return canBeHidden()
                ? hidden()
                : new TransactionConflictException(
                        "A %s with the same %s was inserted by others when what it refers to had been made for it, which is undone. Run it again."
                                .formatted(entity.name(), String.join(", ", properties())),
                        ErrorContext.of(entity.name()).withProperties(properties()),
                        null);
    }

    private OrmException hidden() {
        return new UniqueViolationException(
                "A %s with the same %s is there, but a scope hides it (it is deleted, or of another tenant), so it was neither inserted nor changed. Use another value, or lift the scope with unscoped(…)."
                        .formatted(entity.name(), String.join(", ", properties())),
                ErrorContext.of(entity.name()).withProperties(properties()),
                null);
    }

    private List<String> properties() {
        return key.properties().stream().<String>map(Property::name).toList();
    }
}
