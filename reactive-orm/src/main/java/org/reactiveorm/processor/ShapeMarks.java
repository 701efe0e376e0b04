package org.reactiveorm.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Where the annotations of a shape's components may stand. */
final class ShapeMarks {

    /** What a component is, for the annotations that it may carry. */
    enum Role {
        /** A column or group. */
        PROPERTY,
        /** A single related row. */
        ONE,
        /** A list of related rows. */
        MANY,
        /** A number of related rows. */
        COUNT,
        /** Computed by SQL. */
        SQL,
        /** Read from a result's column. */
        RESULT
    }

    private static final Map<String, Use> USES = uses();

    private final Context context;

    ShapeMarks(Context context) {
        this.context = context;
    }

    private static Map<String, Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        uses.put(
                "From",
                new Use("a property or relation under another name", Set.of(Role.PROPERTY, Role.ONE, Role.MANY)));
        uses.put("Where", new Use("related rows or their @Count", Set.of(Role.ONE, Role.MANY, Role.COUNT)));
        uses.put("OrderBy", new Use("a List of related rows", Set.of(Role.MANY)));
        uses.put("Take", new Use("a List of related rows", Set.of(Role.MANY)));
        uses.put("Count", new Use("a number of related rows, with nothing but @Where beside it", Set.of(Role.COUNT)));
        uses.put("Sql", new Use("a computed value, with nothing beside it", Set.of(Role.SQL)));
        return uses;
    }

    /** Reports annotations that make no sense on such a component. */
    void check(Member component, Role role) {
        USES.forEach((name, use) -> {
            if (!use.roles().contains(role)) {
                Mark.find(component.element(), name).ifPresent(mark -> misplaced(component.label(), mark, use));
            }
        });
    }

    /** Reports annotations of this round that stand outside of the shapes of entities. */
    void check(RoundEnvironment round) {
        USES.forEach((name, use) -> {
            TypeElement annotation = context.elements().getTypeElement(Mark.PACKAGE + name);
            Set<? extends Element> elements =
                    annotation == null ? Set.of() : round.getElementsAnnotatedWith(annotation);
            for (VariableElement field : ElementFilter.fieldsIn(elements)) {
                Member member = new Member(field, Access.field(name));
                if (!Mark.isOn(Objects.requireNonNull(field.getEnclosingElement()), "Shape")) {
                    Mark.find(field, name).ifPresent(mark -> misplaced(member.label(), mark, use));
                }
            }
        });
    }

    private void misplaced(String label, Mark mark, Use use) {
        context.problems()
                .report(
                        Code.ORM_MISPLACED,
                        mark.place(),
                        "%s: %s is for %s, in a record with @Shape(of = …)."
                                .formatted(label, mark.name(), use.purpose()));
    }

    private record Use(String purpose, Set<Role> roles) {}
}
