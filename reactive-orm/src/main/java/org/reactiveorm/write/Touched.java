package org.reactiveorm.write;

import java.util.Optional;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;

/**
 * An entity of which rows are changed, or removed, besides those that the caller asked for.
 *
 * @param entity the entity
 * @param isRemoved whether they are removed, with whatever the database does to those that refer to them
 */
record Touched(EntityModel<?> entity, boolean isRemoved) {

    /** Whether rows of the other entity can be other ones then. What is removed with a row can take more with it. */
    boolean reaches(EntityModel<?> other) {
        return entity == other || (isRemoved && isLetGo(other));
    }

    private static <E> boolean isLetGo(EntityModel<E> entity) {
        return entity.relations().stream().anyMatch(Touched::follows);
    }

    private static <E, C> boolean follows(Relation<E, C> relation) {
        return relation.accept(new OwnForeignKey<>())
                .filter(ForeignKey::followsDeletion)
                .isPresent();
    }

    private record OwnForeignKey<E, C>() implements Relation.Visitor<E, C, Optional<ForeignKey>> {

        @Override
        public Optional<ForeignKey> toOne(ToOne<E, C> relation) {
            return Optional.of(relation.foreignKey());
        }

        @Override
        public Optional<ForeignKey> inverseToOne(InverseToOne<E, C> relation) {
            return Optional.empty();
        }

        @Override
        public Optional<ForeignKey> toMany(ToMany<E, C> relation) {
            return Optional.empty();
        }

        @Override
        public Optional<ForeignKey> manyToMany(ToManyThrough<E, C> relation) {
            return Optional.empty();
        }
    }
}
