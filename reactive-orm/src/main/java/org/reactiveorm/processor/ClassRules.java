package org.reactiveorm.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Checks that generated code can see and make a class. */
final class ClassRules {

    private final Context context;

    ClassRules(Context context) {
        this.context = context;
    }

    /** Reports what is wrong with an entity's class; false if there is no point in reading its members. */
    boolean checkEntity(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD && type.getKind() != ElementKind.CLASS) {
            report(
                    Code.ORM_NOT_A_CLASS,
                    type,
                    "is neither a record nor a class. An entity is a record, or a class with a constructor without arguments");
            return false;
        }
        checkVisible(type);
        if (type.getKind() == ElementKind.CLASS) {
            checkClass(type);
        }
        return true;
    }

    /** Reports what is wrong with where a class is and how it is declared. */
    void checkVisible(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                report(Code.ORM_PRIVATE, type, "can not be seen from its package. Remove private from " + at);
            }
        }
        if (isInner(type)) {
            report(Code.ORM_INNER, type, "needs an instance of its outer class. Make it static or top-level");
        }
        if (!type.getTypeParameters().isEmpty()) {
            report(Code.ORM_GENERIC, type, "has type parameters. A table has one type for each column: remove them");
        }
    }

    private static boolean isInner(TypeElement type) {
        for (Element at = type; at instanceof TypeElement nested; at = at.getEnclosingElement()) {
            boolean isMember = nested.getNestingKind().isNested();
            if (isMember && !nested.getModifiers().contains(Modifier.STATIC)) {
                return true;
            }
        }
        return false;
    }

    private void checkClass(TypeElement type) {
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            report(Code.ORM_INHERITANCE, type, "is abstract and can not be made from a row");
        }
        if (type.getSuperclass().getKind() != TypeKind.NONE
                && !JavaTypes.isNamed(type.getSuperclass(), "java.lang.Object")) {
            report(
                    Code.ORM_INHERITANCE,
                    type,
                    "extends %s, whose fields would not be mapped. Repeat them, or put common ones into an @Embedded record"
                            .formatted(JavaTypes.of(type.getSuperclass()).forMessage()));
        }
        checkConstructor(type);
    }

    private void checkConstructor(TypeElement type) {
        Optional<ExecutableElement> callable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE))
                .findFirst();
        if (callable.isEmpty()) {
            report(
                    Code.ORM_CONSTRUCTOR,
                    type,
                    "has no constructor without arguments that its package can call. Add one, or make it a record");
        } else if (!context.throwsNothingChecked(callable.get())) {
            context.problems()
                    .report(
                            Code.ORM_CONSTRUCTOR,
                            Place.of(callable.get()),
                            "%s has a constructor that throws checked exceptions, which generated code does not catch. Remove them."
                                    .formatted(type.getSimpleName()));
        }
    }

    private void report(Code code, TypeElement type, String fault) {
        context.problems().report(code, Place.of(type), type.getSimpleName() + " " + fault + ".");
    }
}
