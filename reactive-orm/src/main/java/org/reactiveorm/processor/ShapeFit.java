package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;

/**
 * Checks a component of a shape against the property that it is read from.
 *
 * @param context where mistakes go
 * @param component the component
 * @param path the property
 */
record ShapeFit(Context context, Member component, PropertyPath path) {

    /** The property as the shape reads it, or empty after a mistake. */
    Optional<MemberDescription> check() {
        return path.property().accept(new MemberDescription.Visitor<Optional<MemberDescription>>() {
            @Override
            public Optional<MemberDescription> column(ColumnDescription column) {
                JavaType type = JavaTypes.of(component.type());
                boolean fits = column.type().boxed().equals(type.boxed());
                return isFit(fits, column.type().forMessage()) ? Optional.of(retyped(column, type)) : Optional.empty();
            }

            @Override
            public Optional<MemberDescription> group(GroupDescription group) {
                boolean fits = JavaTypes.of(component.type())
                        .code()
                        .equals(group.type().toString());
                return isFit(fits, group.type().simpleName()) ? Optional.of(retyped(group)) : Optional.empty();
            }

            @Override
            public Optional<MemberDescription> relation(RelationDescription relation) {
                return Optional.empty();
            }
        });
    }

    /** Whether the component is the property under its own name: then its columns have theirs. */
    private boolean isSame() {
        return path.steps().isEmpty()
                && path.property().equals(path.owner().columns().get(component.name()));
    }

    private ColumnDescription retyped(ColumnDescription column, JavaType type) {
        return new ColumnDescription(
                component.name(),
                component.name(),
                isSame() ? column.column() : Identifiers.snake(component.name()),
                Access.component(component.name()),
                column.mapping().of(type),
                component.isNullable() ? Nullness.COMPONENT : Nullness.NEVER,
                column.origin());
    }

    private GroupDescription retyped(GroupDescription group) {
        List<MemberDescription> members =
                isSame() ? group.members() : moved(group.members(), group.path().length());
        return new GroupDescription(
                component.name(),
                component.name(),
                Access.component(component.name()),
                group.type(),
                component.isNullable(),
                members);
    }

    /** The members of the group under the component's name. */
    private List<MemberDescription> moved(List<MemberDescription> members, int length) {
        return members.stream()
                .map(member -> member.accept(new MemberDescription.Visitor<MemberDescription>() {
                    @Override
                    public MemberDescription column(ColumnDescription column) {
                        String moved = component.name() + column.path().substring(length);
                        return new ColumnDescription(
                                column.name(),
                                moved,
                                Identifiers.snake(moved).replace('.', '_'),
                                column.access(),
                                column.mapping(),
                                column.nullness(),
                                column.origin());
                    }

                    @Override
                    public MemberDescription group(GroupDescription group) {
                        return new GroupDescription(
                                group.name(),
                                component.name() + group.path().substring(length),
                                group.access(),
                                group.type(),
                                group.isNullable(),
                                moved(group.members(), length));
                    }

                    @Override
                    public MemberDescription relation(RelationDescription relation) {
                        return relation;
                    }
                }))
                .toList();
    }

    private boolean isFit(boolean fitsType, String type) {
        if (fitsType && path.absence().fits(component.isNullable())) {
            return true;
        }
        String expected = (path.absence() == Absence.POSSIBLE ? "@Nullable " : "") + type;
        String actual = (component.isNullable() ? "@Nullable " : "")
                + JavaTypes.of(component.type()).forMessage();
        context.problems()
                .report(
                        Code.ORM_SHAPE_TYPE,
                        component.place(),
                        "%s is %s, but %s is %s. Both need the same type and nullability."
                                .formatted(component.label(), actual, path.label(), expected));
        return false;
    }
}
