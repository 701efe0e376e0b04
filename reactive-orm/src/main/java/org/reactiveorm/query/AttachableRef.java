package org.reactiveorm.query;

import java.util.List;

/**
 * What can be done with every relation in an insert or an update: relate a new row, or one that is there.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <I> the type of the related entity's id
 */
public sealed interface AttachableRef<E, C, I> extends RelationRef<E, C> permits ToOneRelation, ToManyRelation {

    @Override
    EntityRef<C, I> target();

    /**
     * A new row is related; what is nested in it is created with it. Of a to-one relation it takes the place of the row that is
     * there.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is none
     */
    default Attachment<E, C> create(Nested<C> related) {
        return new Attachment.Create<>(relation(), List.of(Operands.draft(related)));
    }

    /**
     * The row with this id is related, whatever it was related to before; without such a row the whole call fails with {@link
     * org.reactiveorm.error.NotFoundException}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the id is null
     */
    default Attachment<E, C> connect(I id) {
        return new Attachment.Connect<>(relation(), List.of(KeyMatch.byId(target(), id)));
    }

    /**
     * {@link #connect(Object)} by another unique key: {@code POST.tags.connect(TAG.name.eq("java"))}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException unless the condition gives values for exactly one unique key
     */
    default Attachment<E, C> connect(Condition<C> key) {
        return new Attachment.Connect<>(relation(), List.of(KeyMatch.by(target().model(), key)));
    }

    /**
     * The row with this unique key is related, and created where there is none, also if others create it at the same time.
     * The new row gets this key, which it need not repeat. An id that is drawn from a sequence is then given and not drawn, so that the
     * sequence may come to it later: rows with such an id are better named by another key.
     *
     * @throws org.reactiveorm.error.InvalidQueryException unless the condition gives values for exactly one unique key, or if
     *     there is no new row
     */
    default Attachment<E, C> connectOrCreate(Condition<C> key, Nested<C> related) {
        return new Attachment.ConnectOrCreate<>(
                relation(), KeyMatch.by(target().model(), key), Operands.draft(related));
    }

    /** {@link #connectOrCreate(Condition, Nested)} by the id. */
    default Attachment<E, C> connectOrCreate(I id, Nested<C> related) {
        return new Attachment.ConnectOrCreate<>(relation(), KeyMatch.byId(target(), id), Operands.draft(related));
    }
}
