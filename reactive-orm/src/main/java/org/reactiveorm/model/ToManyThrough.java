package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-many relation through a join table that has no entity.
 *
 * @param ends both ends
 * @param joinTable the join table, seen from this side
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record ToManyThrough<E, C>(Ends<E, C> ends, JoinTable joinTable) implements Relation<E, C> {

    @Override
    public ToManyThrough<E, C> at(String owner, int position) {
        return new ToManyThrough<>(ends.at(owner, position), joinTable);
    }

    @Override
    public Link<C> link() {
        return new Link.Through<>(joinTable, ends.targetKey());
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
        return visitor.manyToMany(this);
    }
}
