package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-many relation whose foreign key is in the other table.
 *
 * @param ends both ends
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record ToMany<E, C>(Ends<E, C> ends) implements Relation<E, C> {

    @Override
    public ToMany<E, C> at(String owner, int position) {
        return new ToMany<>(ends.at(owner, position));
    }

    @Override
    public Link<C> link() {
        return new Link.Direct<>(ends.targetKey());
    }

    @Override
    public Object whole(List<C> related) {
        return Many.of(related);
    }

    @Override
    public Object part(List<C> related) {
        return Many.partial(related);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<E, C, R> visitor) {
        return visitor.toMany(this);
    }
}
