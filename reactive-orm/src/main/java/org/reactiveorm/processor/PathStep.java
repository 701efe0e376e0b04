package org.reactiveorm.processor;

/**
 * A relation on the way from an entity to a property or to related rows.
 *
 * @param entity the entity that has the relation
 * @param relation the relation
 * @param target the related entity
 * @param absence whether there may be no related row, where there is at most one
 */
record PathStep(EntitySource entity, RelationDescription relation, EntitySource target, Absence absence) {

    /** {@code USER.posts}. */
    String code() {
        return entity.names().modelConstant() + "." + relation.name();
    }

    /** {@code User.posts}, for messages. */
    String label() {
        return entity.simpleName() + "." + relation.name();
    }

    boolean isToOne() {
        return relation.kind().isToOne();
    }
}
