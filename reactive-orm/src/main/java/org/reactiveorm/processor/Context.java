package org.reactiveorm.processor;

import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What readers need.
 *
 * @param types relations between types
 * @param elements finds classes
 * @param problems where mistakes go
 */
record Context(Types types, Elements elements, Problems problems) {

    /** The same without reporting. */
    Context silent() {
        return new Context(types, elements, Problems.silent());
    }

    boolean exists(TypeName type) {
        return elements.getTypeElement(type.qualifiedName()) != null;
    }

    /** Whether a call needs no {@code catch} and no {@code throws}. */
    boolean throwsNothingChecked(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .allMatch(thrown -> isA(thrown, "java.lang.RuntimeException") || isA(thrown, "java.lang.Error"));
    }

    private boolean isA(TypeMirror type, String className) {
        TypeElement element = elements.getTypeElement(className);
        return element != null && types.isSubtype(type, element.asType());
    }

    /** The simple names of the types in the package of a class. */
    Set<String> typesBeside(TypeElement type) {
        return elements.getPackageOf(type).getEnclosedElements().stream()
                .map(element -> element.getSimpleName().toString())
                .collect(Collectors.toUnmodifiableSet());
    }
}
