package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the components of a record, or the fields of a class and how to get and set them. */
final class MemberReader {

    private final Context context;

    MemberReader(Context context) {
        this.context = context;
    }

    /** The members in the order of declaration; static and transient fields are none. */
    List<Member> read(TypeElement type) {
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        List<Member> members = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!has(field.getModifiers(), Modifier.STATIC, Modifier.TRANSIENT)) {
                String name = field.getSimpleName().toString();
                members.add(new Member(field, isRecord ? Access.component(name) : accessOf(type, field)));
            }
        }
        return members;
    }

    private Access accessOf(TypeElement type, VariableElement field) {
        String name = field.getSimpleName().toString();
        Optional<String> getter = getter(type, field);
        Optional<String> setter = setter(type, field);
        if (getter.isPresent() && setter.isPresent()) {
            return new Access(getter.get() + "()", setter.get(), false);
        }
        if (has(field.getModifiers(), Modifier.PRIVATE, Modifier.FINAL)) {
            String capitalized = Identifiers.capitalized(name);
            context.problems()
                    .report(
                            Code.ORM_ACCESS,
                            Place.of(field),
                            ("%s.%s can not be read and set by generated code. Add get%s() and set%s(…) without checked exceptions, make the field"
                                            + " neither private nor final, or mark it transient if it is no column.")
                                    .formatted(type.getSimpleName(), name, capitalized, capitalized));
        }
        return Access.field(name);
    }

    private Optional<String> getter(TypeElement type, VariableElement field) {
        String name = field.getSimpleName().toString();
        String capitalized = Identifiers.capitalized(name);
        return Stream.of("get" + capitalized, "is" + capitalized, name)
                .filter(candidate -> callable(type, candidate)
                        .anyMatch(method ->
                                method.getParameters().isEmpty() && isSame(method.getReturnType(), field.asType())))
                .findFirst();
    }

    private Optional<String> setter(TypeElement type, VariableElement field) {
        String name = field.getSimpleName().toString();
        String stem = name.matches("is\\p{Lu}.*") ? name.substring(2) : Identifiers.capitalized(name);
        return Stream.of("set" + Identifiers.capitalized(name), "set" + stem, name)
                .filter(candidate -> callable(type, candidate)
                        .anyMatch(method -> method.getParameters().size() == 1
                                && isSame(method.getParameters().get(0).asType(), field.asType())))
                .findFirst();
    }

    private Stream<ExecutableElement> callable(TypeElement type, String name) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .filter(method -> !has(method.getModifiers(), Modifier.PRIVATE, Modifier.STATIC))
                .filter(context::throwsNothingChecked);
    }

    private boolean isSame(TypeMirror left, TypeMirror right) {
        return left.getKind() != TypeKind.VOID && context.types().isSameType(left, right);
    }

    private static boolean has(Set<Modifier> modifiers, Modifier... unwanted) {
        return Stream.of(unwanted).anyMatch(modifiers::contains);
    }
}
