package org.reactiveorm.processor;

import java.util.List;

/**
 * A component that is related entities.
 *
 * @param name the component's name
 * @param access how the entity is read and written
 * @param kind what differs between relations
 * @param target the related entity
 * @param sourceKey the paths of this side's key
 * @param targetKey the paths of the other side's key
 * @param handle the handle of the model
 */
record RelationDescription(
        String name,
        Access access,
        RelationKind kind,
        EntityNames target,
        List<String> sourceKey,
        List<String> targetKey,
        RelationHandle handle)
        implements MemberDescription {

    RelationDescription {
        sourceKey = List.copyOf(sourceKey);
        targetKey = List.copyOf(targetKey);
    }

    /** {@code Many} or {@code One}. */
    TypeName container() {
        return kind.isToOne() ? Library.ONE : Library.MANY;
    }

    @Override
    public String valueType() {
        return container() + "<" + target.type() + ">";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.relation(this);
    }
}
