package org.reactiveorm.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes an entity step by step; used by generated code, which has checked everything at compile time. Not thread-safe.
 *
 * @param <E> the entity
 */
public final class EntityModelBuilder<E> {

    final Class<E> type;
    final Table table;
    final List<Property<E, ?>> properties = new ArrayList<>();
    final List<Relation<E, ?>> relations = new ArrayList<>();
    final List<Key<E>> uniqueKeys = new ArrayList<>();
    final List<Key<E>> partialKeys = new ArrayList<>();
    final List<Key<E>> indexes = new ArrayList<>();

    @Nullable
    Key<E> primaryKey;

    @Nullable
    RowReader<E> reader;

    @Nullable
    Attacher<E> attacher;

    EntityModelBuilder(Class<E> type, Table table) {
        this.type = type;
        this.table = table;
    }

    /** Adds the next column of the select list and returns it with its place. */
    public <T> Property<E, T> property(Property<E, T> property) {
        Property<E, T> placed = property.at(type.getSimpleName(), properties.size());
        properties.add(placed);
        return placed;
    }

    /** Adds the next relation and returns it with its place. */
    @SuppressWarnings("unchecked") // at(…) returns the same kind of relation
    public <R extends Relation<E, ?>> R relation(R relation) {
        R placed = (R) relation.at(type.getSimpleName(), relations.size());
        relations.add(placed);
        return placed;
    }

    /** Names the primary key's properties. */
    public EntityModelBuilder<E> primaryKey(Key<E> key) {
        this.primaryKey = key;
        return this;
    }

    /** Adds a unique constraint. */
    public EntityModelBuilder<E> unique(Key<E> key) {
        uniqueKeys.add(key);
        return this;
    }

    /** Adds a partial unique index. */
    public EntityModelBuilder<E> partiallyUnique(Key<E> key) {
        partialKeys.add(key);
        return this;
    }

    /** Adds an index. */
    public EntityModelBuilder<E> index(Key<E> key) {
        indexes.add(key);
        return this;
    }

    /** Sets how a row becomes an entity. */
    public EntityModelBuilder<E> reader(RowReader<E> rowReader) {
        this.reader = rowReader;
        return this;
    }

    /** Sets how an entity gets its loaded relations. */
    public EntityModelBuilder<E> attacher(Attacher<E> relationAttacher) {
        this.attacher = relationAttacher;
        return this;
    }

    /** The finished model. */
    public EntityModel<E> build() {
        return new EntityModel<>(this);
    }
}
