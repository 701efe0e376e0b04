package org.reactiveorm.processor;

import java.util.Optional;

/**
 * Checks a component of a shape against the property that it names.
 *
 * @param context where mistakes go
 * @param component the component
 * @param entity the entity's name, for messages
 * @param isNullnessKnown whether the entity's nullability can be compared; else the component's is taken
 */
record ShapeFit(Context context, Member component, String entity, boolean isNullnessKnown) {

    /** The property as the shape reads it, or empty after a mistake. */
    Optional<MemberDescription> check(MemberDescription property) {
        return property.accept(new MemberDescription.Visitor<Optional<MemberDescription>>() {
            @Override
            public Optional<MemberDescription> column(ColumnDescription column) {
                JavaType type = JavaTypes.of(component.type());
                boolean isNullable = column.nullness().isNullableColumn();
                boolean fits = column.type().boxed().equals(type.boxed());
                return isFit(fits, isNullable, column.type().forMessage())
                        ? Optional.of(retyped(column, type))
                        : Optional.empty();
            }

            @Override
            public Optional<MemberDescription> group(GroupDescription group) {
                boolean fits = JavaTypes.of(component.type())
                        .code()
                        .equals(group.type().toString());
                return isFit(fits, group.isNullable(), group.type().simpleName())
                        ? Optional.of(retyped(group))
                        : Optional.empty();
            }

            @Override
            public Optional<MemberDescription> relation(RelationDescription relation) {
                return Optional.empty();
            }
        });
    }

    private ColumnDescription retyped(ColumnDescription column, JavaType type) {
        return new ColumnDescription(
                column.name(),
                column.path(),
                column.column(),
                Access.component(column.name()),
                column.mapping().of(type),
                component.isNullable() ? Nullness.COMPONENT : Nullness.NEVER,
                column.origin());
    }

    private GroupDescription retyped(GroupDescription group) {
        return new GroupDescription(
                group.name(), group.path(), group.access(), group.type(), component.isNullable(), group.members());
    }

    private boolean isFit(boolean fitsType, boolean isNullable, String type) {
        if (fitsType && (isNullable == component.isNullable() || !isNullnessKnown)) {
            return true;
        }
        String expected = (isNullable ? "@Nullable " : "") + type;
        String actual = (component.isNullable() ? "@Nullable " : "")
                + JavaTypes.of(component.type()).forMessage();
        context.problems()
                .report(
                        Code.ORM_SHAPE_TYPE,
                        component.place(),
                        "%s is %s, but %s.%s is %s. Both need the same type and nullability."
                                .formatted(component.label(), actual, entity, component.name(), expected));
        return false;
    }
}
