package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-one relation whose foreign key is in this table.
 *
 * @param ends both ends
 * @param foreignKey the constraint
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record ToOne<E, C>(Ends<E, C> ends, ForeignKey foreignKey) implements Relation<E, C> {

    @Override
    public ToOne<E, C> at(String owner, int position) {
        return new ToOne<>(ends.at(owner, position), foreignKey);
    }

    @Override
    public Link<C> link() {
        return new Link.Direct<>(ends.targetKey());
    }

    @Override
    public boolean hasForeignKey() {
        return true;
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
        return visitor.toOne(this);
    }
}
