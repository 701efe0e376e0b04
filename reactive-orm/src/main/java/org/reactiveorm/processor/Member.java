package org.reactiveorm.processor;

import java.util.Objects;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A component or field as the source has it.
 *
 * @param element the field; a component's annotations are on its field too, and only fields have a place in the source
 * @param access how it is read and written
 */
record Member(VariableElement element, Access access) {

    String name() {
        return element.getSimpleName().toString();
    }

    TypeMirror type() {
        return element.asType();
    }

    /** Whether it carries a {@code @Nullable}, of whichever library, on the type or in front of it. */
    boolean isNullable() {
        return isNullable(element) || isNullable(element.asType());
    }

    /** Whether a {@code @Nullable} of whichever library stands here. */
    static boolean isNullable(AnnotatedConstruct annotated) {
        return annotated.getAnnotationMirrors().stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
    }

    /** {@code User.age}, for messages. */
    String label() {
        return Objects.requireNonNull(element.getEnclosingElement()).getSimpleName() + "." + name();
    }

    Place place() {
        return Place.of(element);
    }
}
