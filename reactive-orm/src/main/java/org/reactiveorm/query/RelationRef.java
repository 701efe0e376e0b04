package org.reactiveorm.query;

import java.util.function.Function;
import org.reactiveorm.model.Relation;

/**
 * A typed relation, as the generated model's fields hold it: makes includes and conditions on related rows.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public sealed interface RelationRef<E, C> extends Includable<E> permits AttachableRef {

    /** The relation's description. */
    Relation<E, C> relation();

    /** The related entity's typed model. */
    EntityRef<C, ?> target();

    /**
     * At least one related row for which the condition holds. The condition is built from the related entity's model, for
     * callers that know the relation at run time only: {@code relation.matching(post -> post.column("title").is(EQ, t))}.
     */
    default Condition<E> matching(Function<EntityRef<C, ?>, Condition<C>> condition) {
        return new Related<>(
                relation(),
                Related.Quantifier.SOME,
                Operands.given(Operands.given(condition).apply(target())));
    }

    /**
     * {@link Include#recursive}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the depth is not positive, or the related entity is another one
     */
    default Include<E, C> recursive(int levels) {
        return asInclude().recursive(levels);
    }

    /** The include of all related rows, to be restricted further. */
    @Override
    default Include<E, C> asInclude() {
        return Include.of(relation());
    }
}
