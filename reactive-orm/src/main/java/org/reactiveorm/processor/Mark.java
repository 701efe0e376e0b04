package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * One of our annotations on an element. Read through mirrors, because a class that it names may not exist yet.
 *
 * @param element the element
 * @param mirror the annotation
 */
record Mark(Element element, AnnotationMirror mirror) {

    static final String PACKAGE = "org.reactiveorm.annotation.";

    static Optional<Mark> find(Element element, String name) {
        return all(element, name).stream().findFirst();
    }

    static boolean isOn(Element element, String name) {
        return find(element, name).isPresent();
    }

    /** The annotation, also where it is repeated. */
    static List<Mark> repeated(Element element, String name, String container) {
        List<Mark> marks = new ArrayList<>(all(element, name));
        for (Mark holder : all(element, name + "." + container)) {
            for (Object held : holder.values("value")) {
                marks.add(new Mark(element, (AnnotationMirror) ((AnnotationValue) held).getValue()));
            }
        }
        return marks;
    }

    private static List<Mark> all(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> nameOf(mirror).contentEquals(PACKAGE + name))
                .map(mirror -> new Mark(element, mirror))
                .toList();
    }

    private static Name nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName();
    }

    /** {@code @BelongsTo}. */
    String name() {
        return "@" + mirror.getAnnotationType().asElement().getSimpleName();
    }

    /** Whether the value is written out. */
    boolean has(String member) {
        return given(member).isPresent();
    }

    String text(String member) {
        return String.valueOf(value(member).getValue());
    }

    int number(String member) {
        return value(member).getValue() instanceof Integer number ? number : 0;
    }

    List<String> texts(String member) {
        return values(member).stream()
                .map(held -> String.valueOf(((AnnotationValue) held).getValue()))
                .toList();
    }

    /** The name of an enum constant. */
    String constant(String member) {
        return value(member).getValue() instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /** The class that is named, unless it is {@code void.class}. */
    Optional<TypeMirror> type(String member) {
        return value(member).getValue() instanceof TypeMirror type && type.getKind() != TypeKind.VOID
                ? Optional.of(type)
                : Optional.empty();
    }

    Place place() {
        return new Place(element, mirror, null);
    }

    /** The place of a value that is written out, else of the annotation. */
    Place place(String member) {
        return new Place(element, mirror, given(member).orElse(null));
    }

    private List<?> values(String member) {
        return value(member).getValue() instanceof List<?> values ? values : List.of();
    }

    private AnnotationValue value(String member) {
        return given(member).orElseGet(() -> defaultOf(member));
    }

    private Optional<AnnotationValue> given(String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .<AnnotationValue>map(entry -> entry.getValue())
                .findFirst();
    }

    private AnnotationValue defaultOf(String member) {
        return mirror.getAnnotationType().asElement().getEnclosedElements().stream()
                .filter(method -> method.getSimpleName().contentEquals(member))
                .map(method -> ((ExecutableElement) method).getDefaultValue())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name() + " has no " + member));
    }
}
