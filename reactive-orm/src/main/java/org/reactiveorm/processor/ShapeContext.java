package org.reactiveorm.processor;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is needed to read a component of a shape.
 *
 * @param context where mistakes go
 * @param component the component
 * @param scope what names mean
 */
record ShapeContext(Context context, Member component, TextScope scope) {

    EntitySource entity() {
        return scope.entity();
    }

    Optional<Mark> mark(String name) {
        return Mark.find(component.element(), name);
    }

    void check(ShapeMarks.Role role) {
        new ShapeMarks(context).check(component, role);
    }

    void report(Code code, Place place, String sentence) {
        context.problems().report(code, place, component.label() + ": " + sentence);
    }

    /** What is found, or empty after a mistake, which is reported at the annotation's value, without one at the component. */
    <T> Optional<T> attempt(Code code, Optional<Mark> mark, Supplier<T> finding) {
        try {
            return Optional.of(finding.get());
        } catch (ShapeFault fault) {
            if (!fault.isKnown()) {
                report(
                        code,
                        mark.map(found -> found.place("value")).orElse(component.place()),
                        mark.map(found -> found.name() + fault.placed()).orElse(fault.sentence()));
            }
            return Optional.empty();
        }
    }
}
