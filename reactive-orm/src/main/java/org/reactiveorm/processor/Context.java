package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
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

    /** What is said about a class that is not constructible. */
    static final String NOT_CONSTRUCTIBLE =
            "needs a public constructor without arguments and checked exceptions, and must be a public class, static if it is nested, so"
                    + " that generated code can make one";

    /** The same without reporting. */
    Context silent() {
        return new Context(types, elements, Problems.silent());
    }

    boolean exists(TypeName type) {
        return elements.getTypeElement(type.qualifiedName()) != null;
    }

    /** Whether generated code can make an object of the class. */
    boolean isConstructible(TypeElement type) {
        boolean isReachable = type.getModifiers().contains(Modifier.PUBLIC)
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && type.getTypeParameters().isEmpty()
                && (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
                && (!type.getNestingKind().isNested() || type.getModifiers().contains(Modifier.STATIC));
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        return isReachable
                && constructors.stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && constructor.getModifiers().contains(Modifier.PUBLIC)
                                && throwsNothingChecked(constructor));
    }

    /** The class of a primitive; other types themselves. */
    TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
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
