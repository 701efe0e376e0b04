package org.reactiveorm;

import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;
import org.reactiveorm.query.Upsert;

/**
 * An upsert that has to be told what is inserted where no row has the key.
 *
 * @param <E> the entity
 */
public final class UpsertDraftSpec<E> {

    private final Engine engine;
    private final EntityModel<E> entity;
    private final Key<E> key;

    UpsertDraftSpec(Engine engine, EntityModel<E> entity, Key<E> key) {
        this.engine = engine;
        this.entity = entity;
        this.key = key;
    }

    /**
     * A new entity, with values for all columns of the key.
     *
     * @throws InvalidQueryException if it is null
     */
    public UpsertChoiceSpec<E> create(New<E> draft) {
        return of(List.of(draft(draft)));
    }

    /**
     * Any number of new entities, with values for all columns of the key; of none: sends nothing.
     *
     * @throws InvalidQueryException if the collection or an entity is null
     */
    public UpsertChoiceSpec<E> createAll(Collection<? extends New<E>> drafts) {
        return of(
                InvalidQueryException.requireGiven(
                                drafts, "The collection to upsert is null. Give an empty one to upsert nothing.")
                        .stream()
                        .<Draft<E>>map(UpsertDraftSpec::draft)
                        .toList());
    }

    private static <E> Draft<E> draft(New<E> given) {
        return InvalidQueryException.requireGiven(given, "An entity to upsert is null. Leave it out.")
                .draft();
    }

    private UpsertChoiceSpec<E> of(List<Draft<E>> drafts) {
        return new UpsertChoiceSpec<>(engine, new Upsert<>(entity, drafts, new Conflict.Keep<>(key)), key);
    }
}
