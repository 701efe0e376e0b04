package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-one relation whose foreign key is in the other table.
 *
 * @param ends both ends
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record InverseToOne<E, C>(Ends<E, C> ends) implements Relation<E, C> {

    @Override
    public InverseToOne<E, C> at(String owner, int position) {
        return new InverseToOne<>(ends.at(owner, position));
    }

    @Override
    public Link<C> link() {
        return new Link.Direct<>(ends.targetKey());
    }

    @Override
    public boolean isToOne() {
        return true;
    }

    @Override
    public Object whole(List<C> related) {
        return related.isEmpty() ? One.empty() : One.of(related.get(0));
    }

    @Override
    public Object part(List<C> related) {
        return whole(related);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<E, C, R> visitor) {
        return visitor.inverseToOne(this);
    }
}
