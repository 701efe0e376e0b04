package org.reactiveorm.processor;

import java.util.List;

/**
 * The field of the model that stands for a relation. Its class has only the changes that make sense: what must have a key cannot
 * be disconnected.
 *
 * @param type the field's class
 * @param idType the related entity's id, boxed
 */
record RelationHandle(TypeName type, String idType) {

    static RelationHandle of(RelationKind kind, EntitySource target, List<ColumnDescription> foreignKey) {
        boolean isOptional =
                foreignKey.stream().anyMatch(column -> column.nullness().isNullableColumn());
        TypeName type = kind.accept(new RelationKind.Visitor<TypeName>() {
            @Override
            public TypeName toOne(RelationKind.ToOne toOne) {
                return isOptional ? Library.OPTIONAL_TO_ONE_REF : Library.TO_ONE_REF;
            }

            @Override
            public TypeName inverseToOne(RelationKind.InverseToOne inverse) {
                return isOptional ? Library.OPTIONAL_TO_ONE_REF : Library.OWNED_TO_ONE_REF;
            }

            @Override
            public TypeName toMany(RelationKind.ToMany toMany) {
                return isOptional ? Library.OPTIONAL_TO_MANY_REF : Library.TO_MANY_REF;
            }

            @Override
            public TypeName manyToMany(RelationKind.ManyToMany manyToMany) {
                return Library.OPTIONAL_TO_MANY_REF;
            }
        });
        return new RelationHandle(type, target.idType());
    }
}
