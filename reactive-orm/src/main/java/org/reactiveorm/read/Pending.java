package org.reactiveorm.read;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.Include;

/**
 * A row that was read and waits for its related rows.
 *
 * @param <R> what it becomes
 */
interface Pending<R> {

    /** The key that related rows of a branch have to have, or null if there are none. */
    @Nullable
    Object key(int branch);

    /** What the row becomes with what was made of each branch. */
    R complete(IntFunction<Object> related);

    /**
     * A row without related ones.
     *
     * @param value what it has become
     */
    record Complete<R>(R value) implements Pending<R> {

        @Override
        public @Nullable Object key(int branch) {
            return null;
        }

        @Override
        public R complete(IntFunction<Object> related) {
            return value;
        }
    }

    /**
     * An entity, whose relations are handles that are put into it.
     *
     * @param value the entity without relations
     * @param entity its model
     * @param includes the relations, in the order of the branches
     */
    record OfEntity<E>(E value, EntityModel<E> entity, List<Include<E, ?>> includes) implements Pending<E> {

        @Override
        public @Nullable Object key(int branch) {
            return KeyValues.of(value, includes.get(branch).relation().sourceKey());
        }

        @Override
        public E complete(IntFunction<Object> related) {
            Handles handles = new Handles(entity.relations().size());
            for (int i = 0; i < includes.size(); i++) {
                handles.put(includes.get(i).relation().index(), related.apply(i));
            }
            return entity.attacher().attach(value, handles);
        }
    }

    /**
     * A shape, which is made when everything is there.
     *
     * @param assembly makes it
     * @param keys for each branch the key, or null
     */
    record OfShape<R>(Fetch.Assembly<R> assembly, List<@Nullable Object> keys) implements Pending<R> {

        @Override
        public @Nullable Object key(int branch) {
            return keys.get(branch);
        }

        @Override
        public R complete(IntFunction<Object> related) {
            return assembly.complete(branch -> (List<?>) related.apply(branch));
        }
    }
}
