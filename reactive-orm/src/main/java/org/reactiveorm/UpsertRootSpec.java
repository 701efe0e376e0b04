package org.reactiveorm;

import org.reactiveorm.model.Key;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.UniqueKeys;

/**
 * The start of an upsert, which has to be told the key that rows are found by. It is one that the entity declares, because the
 * database takes no other: the primary key, or a unique constraint or partial unique index of {@code @Unique}.
 *
 * @param <E> the entity
 * @param <I> the type of its id
 */
public final class UpsertRootSpec<E, I> {

    private final Engine engine;
    private final EntityRef<E, I> entity;

    UpsertRootSpec(Engine engine, EntityRef<E, I> entity) {
        this.engine = engine;
        this.entity = entity;
    }

    /**
     * The unique key of these columns, in any order. A partial one is meant only where no key of all rows has them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a column is null, or no key has these columns, or several partial
     *     ones have
     */
    @SafeVarargs
    public final UpsertDraftSpec<E> on(Column<E, ?>... columns) {
        return on(keys().of(columns));
    }

    /**
     * The key with this name in the database.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity declares none
     */
    public UpsertDraftSpec<E> onKey(String name) {
        return on(keys().named(name));
    }

    /** The primary key. */
    public UpsertDraftSpec<E> byId() {
        return on(entity.model().primaryKey());
    }

    private UniqueKeys<E> keys() {
        return new UniqueKeys<>(entity.model());
    }

    private UpsertDraftSpec<E> on(Key<E> key) {
        return new UpsertDraftSpec<>(engine, entity.model(), key);
    }
}
