package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads shapes. */
final class ShapeReader {

    private final Context context;
    private final EntityLookup entities;

    ShapeReader(Context context, EntityLookup entities) {
        this.context = context;
        this.entities = entities;
    }

    /** The shape, or empty after mistakes. */
    Optional<ShapeDescription> read(TypeElement type) {
        int before = context.problems().count();
        Mark mark = Mark.find(type, "Shape").orElseThrow();
        if (type.getKind() != ElementKind.RECORD) {
            context.problems()
                    .report(
                            Code.ORM_SHAPE,
                            Place.of(type),
                            "%s is no record. A shape is a record whose components are filled from columns."
                                    .formatted(type.getSimpleName()));
            return Optional.empty();
        }
        new ClassRules(context).checkVisible(type);
        Optional<TypeMirror> of = mark.type("of");
        List<Member> components = new MemberReader(context).read(type);
        List<MemberDescription> members = of.isPresent() ? ofEntity(mark, of.get(), components) : ofSql(components);
        boolean isSound =
                context.problems().count() == before && !members.isEmpty() && members.size() == components.size();
        return isSound
                ? Optional.of(new ShapeDescription(
                        EntityNames.of(type),
                        of.flatMap(JavaTypes::elementOf).map(EntityNames::of).orElse(null),
                        members,
                        context.typesBeside(type)))
                : Optional.empty();
    }

    private List<MemberDescription> ofSql(List<Member> components) {
        ColumnReader columns = new ColumnReader(context, "");
        List<MemberDescription> members = new ArrayList<>();
        for (Member component : components) {
            if (EntityReader.isRelation(component.type())) {
                refuseRelation(component);
            } else {
                Optional.ofNullable(columns.read(component)).ifPresent(members::add);
            }
        }
        return members;
    }

    private List<MemberDescription> ofEntity(Mark mark, TypeMirror of, List<Member> components) {
        Optional<EntitySource> entity = JavaTypes.elementOf(of)
                .filter(element -> Mark.isOn(element, "Entity"))
                .flatMap(entities::source);
        if (entity.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_SHAPE,
                            mark.place("of"),
                            "%s is a shape of %s, which is no entity. Name an @Entity, or leave it out for a shape of SQL."
                                    .formatted(
                                            mark.element().getSimpleName(),
                                            JavaTypes.of(of).forMessage()));
            return List.of();
        }
        List<MemberDescription> members = new ArrayList<>();
        for (Member component : components) {
            property(component, entity.get()).ifPresent(members::add);
        }
        return members;
    }

    private Optional<MemberDescription> property(Member component, EntitySource entity) {
        MemberDescription property = entity.columns().get(component.name());
        if (property == null) {
            boolean isRelation =
                    entity.relations().containsKey(component.name()) || EntityReader.isRelation(component.type());
            if (isRelation) {
                refuseRelation(component);
            } else if (entity.members().stream()
                    .noneMatch(member -> member.name().equals(component.name()))) {
                context.problems()
                        .report(
                                Code.ORM_SHAPE_COMPONENT,
                                component.place(),
                                "%s: %s has no property '%s'. It has: %s."
                                        .formatted(
                                                component.label(),
                                                entity.simpleName(),
                                                component.name(),
                                                String.join(
                                                        ", ", entity.columns().keySet())));
            }
            return Optional.empty();
        }
        return new ShapeFit(context, component, entity.simpleName(), entities.isCompiledHere(entity.element()))
                .check(property);
    }

    private void refuseRelation(Member component) {
        context.problems()
                .report(
                        Code.ORM_SHAPE_RELATION,
                        component.place(),
                        "%s is a relation; relations in shapes are not supported. Include it in a query of the entity instead."
                                .formatted(component.label()));
    }
}
