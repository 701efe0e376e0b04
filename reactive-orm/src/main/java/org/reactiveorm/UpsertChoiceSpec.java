package org.reactiveorm;

import java.util.List;
import org.reactiveorm.model.Key;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.Upsert;

/**
 * An upsert that has to be told what becomes of a row that is there already.
 *
 * @param <E> the entity
 */
public final class UpsertChoiceSpec<E> {

    private final Engine engine;
    private final Upsert<E> upsert;
    private final Key<E> key;

    UpsertChoiceSpec(Engine engine, Upsert<E> upsert, Key<E> key) {
        this.engine = engine;
        this.upsert = upsert;
        this.key = key;
    }

    /**
     * It is changed; {@code toExcluded()} sets a column to the value of the new entity. The columns of {@code @UpdatedAt} and {@code
     * @Version} change with it. Without changes it is answered as it is, and not written.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a change is null, a column is set twice, or one of the key to anything
     *     but its {@code excluded()}
     */
    @SafeVarargs
    public final UpsertSpec<E> update(Change<E>... changes) {
        Update<E> sorted = Update.of(upsert.entity(), Condition.always()).setting(changes);
        Conflict<E> conflict = Conflict.changing(upsert.entity(), key, sorted.assignments());
        return new UpsertSpec<>(engine, upsert.on(conflict).changing(sorted.related()), List.of());
    }

    /** It is left as it is and not answered: only what was inserted is. */
    public UpsertSpec<E> doNothing() {
        return of(new Conflict.Skip<>(key));
    }

    private UpsertSpec<E> of(Conflict<E> conflict) {
        return new UpsertSpec<>(engine, upsert.on(conflict), List.of());
    }
}
