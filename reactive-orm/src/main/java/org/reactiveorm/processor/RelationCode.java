package org.reactiveorm.processor;

import org.jspecify.annotations.Nullable;

/**
 * The code that makes the handle of one relation.
 *
 * @param entity the entity that has it
 * @param relation the relation
 */
record RelationCode(EntityDescription entity, RelationDescription relation) {

    String code() {
        TypeName kind = relation.kind().accept(new RelationKind.Visitor<TypeName>() {
            @Override
            public TypeName toOne(RelationKind.ToOne toOne) {
                return Library.TO_ONE;
            }

            @Override
            public TypeName inverseToOne(RelationKind.InverseToOne inverse) {
                return Library.INVERSE_TO_ONE;
            }

            @Override
            public TypeName toMany(RelationKind.ToMany toMany) {
                return Library.TO_MANY;
            }

            @Override
            public TypeName manyToMany(RelationKind.ManyToMany manyToMany) {
                return Library.TO_MANY_THROUGH;
            }
        });
        String target = relation.target().modelConstant();
        return "new " + relation.handle().type() + "<>(\nentity.relation(new " + kind + "<>(\n" + ends(target)
                + detail() + ")),\n() -> " + target + ")";
    }

    private String ends(String target) {
        return Library.ENDS + ".<" + entity.type() + ", " + relation.target().type() + ">of("
                + Literal.text(relation.name()) + ", "
                + HandleCode.properties(
                        entity.type(), relation.sourceKey().stream().map(path -> "this." + path)) + ",\n() -> " + target
                + ".model(), "
                + Literal.texts(relation.targetKey()) + ")";
    }

    private String detail() {
        return relation.kind().accept(new RelationKind.Visitor<String>() {
            @Override
            public String toOne(RelationKind.ToOne toOne) {
                return ",\nnew " + Library.FOREIGN_KEY + "(" + Literal.text(toOne.constraint()) + ", "
                        + Library.REFERENTIAL_ACTION + "." + toOne.onDelete() + ", " + Library.REFERENTIAL_ACTION + "."
                        + toOne.onUpdate() + ")";
            }

            @Override
            public String inverseToOne(RelationKind.InverseToOne inverse) {
                return "";
            }

            @Override
            public String toMany(RelationKind.ToMany toMany) {
                return "";
            }

            @Override
            public String manyToMany(RelationKind.ManyToMany manyToMany) {
                return ",\nnew " + Library.JOIN_TABLE + "(" + manyToMany.table().code() + ", "
                        + Literal.texts(manyToMany.sourceColumns()) + ", "
                        + Literal.texts(manyToMany.targetColumns()) + ")" + actions(manyToMany.actions());
            }
        });
    }

    private static String actions(RelationKind.@Nullable LinkActions actions) {
        return actions == null
                ? ""
                : ".on(" + Library.REFERENTIAL_ACTION + "." + actions.onDelete() + ", " + Library.REFERENTIAL_ACTION
                        + "." + actions.onUpdate() + ")";
    }
}
