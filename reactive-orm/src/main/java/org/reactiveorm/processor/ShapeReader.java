package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the shapes of a compilation, each after those that it contains. */
final class ShapeReader {

    private final Context context;
    private final EntityLookup entities;
    private final Map<String, Optional<ShapeDescription>> descriptions = new HashMap<>();
    private final Set<String> compiledHere = new HashSet<>();
    private final Set<String> opened = new LinkedHashSet<>();

    ShapeReader(Context context, EntityLookup entities) {
        this.context = context;
        this.entities = entities;
    }

    /** The shapes of one round that have no mistakes, with their types, in this order. */
    Map<TypeElement, ShapeDescription> read(List<TypeElement> types) {
        types.forEach(type -> compiledHere.add(nameOf(type)));
        Map<TypeElement, ShapeDescription> sound = new LinkedHashMap<>();
        types.forEach(type -> read(type).ifPresent(shape -> sound.put(type, shape)));
        return sound;
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    private Optional<ShapeDescription> read(TypeElement type) {
        String name = nameOf(type);
        if (!descriptions.containsKey(name)) {
            opened.add(name);
            descriptions.put(name, describe(type));
            opened.remove(name);
        }
        return descriptions.getOrDefault(name, Optional.empty());
    }

    private Optional<ShapeDescription> describe(TypeElement type) {
        Mark mark = Mark.find(type, "Shape").orElseThrow();
        int before = context.problems().count();
        List<Member> components =
                type.getKind() == ElementKind.RECORD ? new MemberReader(context).read(type) : List.of();
        if (components.isEmpty()) {
            refuse(type);
            return Optional.empty();
        }
        new ClassRules(context).checkVisible(type);
        ShapeParameters parameters = new ShapeParameters();
        Optional<TypeMirror> of = mark.type("of");
        Optional<EntitySource> entity = of.flatMap(target -> entity(mark, target));
        List<ShapePart> parts = new ArrayList<>();
        if (of.isEmpty()) {
            components.forEach(component -> ofResult(component).ifPresent(parts::add));
        } else if (entity.isPresent()) {
            PathFinder paths =
                    new PathFinder(context, entities, JavaTypes.nameOf(type).packageName());
            TextScope scope = new TextScope(entity.get(), paths, parameters);
            ShapeComponentReader reader = new ShapeComponentReader(this::isUsable);
            components.forEach(component ->
                    reader.read(new ShapeContext(context, component, scope)).ifPresent(parts::add));
        }
        boolean isSound = context.problems().count() == before && parts.size() == components.size();
        return isSound
                ? Optional.of(new ShapeDescription(
                        EntityNames.of(type),
                        entity.map(EntitySource::names).orElse(null),
                        parts,
                        parameters.names(),
                        context.typesBeside(type)))
                : Optional.empty();
    }

    private void refuse(TypeElement type) {
        context.problems()
                .report(
                        Code.ORM_SHAPE,
                        Place.of(type),
                        "%s %s. A shape is a record whose components are filled from columns."
                                .formatted(
                                        type.getSimpleName(),
                                        type.getKind() == ElementKind.RECORD ? "has no components" : "is no record"));
    }

    private Optional<ShapePart> ofResult(Member component) {
        new ShapeMarks(context).check(component, ShapeMarks.Role.RESULT);
        if (EntityReader.isRelation(component.type())) {
            context.problems()
                    .report(
                            Code.ORM_SHAPE_RELATION,
                            component.place(),
                            "%s is a relation, which the result of SQL does not have. Name the entity: @Shape(of = …)."
                                    .formatted(component.label()));
            return Optional.empty();
        }
        return Optional.ofNullable(new ColumnReader(context, "").read(component))
                .map(member -> new ShapePart.Values(member, List.of()));
    }

    private Optional<EntitySource> entity(Mark mark, TypeMirror of) {
        Optional<TypeElement> type = JavaTypes.elementOf(of).filter(element -> Mark.isOn(element, "Entity"));
        if (type.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_SHAPE,
                            mark.place("of"),
                            "%s is a shape of %s, which is no entity. Name an @Entity, or leave it out for a shape of SQL."
                                    .formatted(
                                            mark.element().getSimpleName(),
                                            JavaTypes.of(of).forMessage()));
        }
        return type.flatMap(entities::source);
    }

    /** Whether a shape can be part of another one; reports why not, unless its own mistakes are the reason. */
    private boolean isUsable(Member component, TypeElement type) {
        boolean isCompiledHere = compiledHere.contains(nameOf(type));
        if (isCompiledHere ? opened.contains(nameOf(type)) : leadsBack(type, new HashSet<>())) {
            context.problems()
                    .report(
                            Code.ORM_SHAPE_CYCLE,
                            component.place(),
                            "%s: %s would contain itself without an end. Use a shape without that component here."
                                    .formatted(component.label(), type.getSimpleName()));
            return false;
        }
        if (isCompiledHere) {
            return read(type).isPresent();
        }
        boolean isGenerated = context.exists(EntityNames.of(type).model());
        if (!isGenerated) {
            context.problems()
                    .report(
                            Code.ORM_SHAPE,
                            component.place(),
                            "%s: %s was compiled without the annotation processor. Compile it again."
                                    .formatted(component.label(), type.getSimpleName()));
        }
        return isGenerated;
    }

    /** Whether a shape that was compiled before contains one that is being read. */
    private boolean leadsBack(TypeElement type, Set<String> seen) {
        for (Member component : new MemberReader(context.silent()).read(type)) {
            Optional<TypeElement> part = JavaTypes.elementOf(JavaTypes.elementOfList(component.type()))
                    .filter(element -> Mark.isOn(element, "Shape"));
            boolean isBack = part.isPresent()
                    && seen.add(nameOf(part.get()))
                    && (opened.contains(nameOf(part.get())) || leadsBack(part.get(), seen));
            if (isBack) {
                return true;
            }
        }
        return false;
    }
}
