package org.reactiveorm.processor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Types of elements as code. */
final class JavaTypes {

    private JavaTypes() {}

    static JavaType of(TypeMirror type) {
        return new JavaType(code(type), type.getKind().isPrimitive());
    }

    /** The name of a class with its outer classes. */
    static TypeName nameOf(TypeElement type) {
        Element outer = type.getEnclosingElement();
        if (outer instanceof TypeElement outerType) {
            return nameOf(outerType).nested(type.getSimpleName().toString());
        }
        String qualified = type.getQualifiedName().toString();
        String simple = type.getSimpleName().toString();
        int end = qualified.length() - simple.length();
        return new TypeName(end == 0 ? "" : qualified.substring(0, end - 1), simple);
    }

    /** The class of a type, if it is one. */
    static Optional<TypeElement> elementOf(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    static boolean isNamed(TypeMirror type, String qualifiedName) {
        return elementOf(type)
                .filter(element -> element.getQualifiedName().contentEquals(qualifiedName))
                .isPresent();
    }

    /** What a {@code List} is a list of; of another type, or a list that does not say: the type itself. */
    static TypeMirror elementOfList(TypeMirror type) {
        return isNamed(type, "java.util.List")
                        && !((DeclaredType) type).getTypeArguments().isEmpty()
                ? ((DeclaredType) type).getTypeArguments().get(0)
                : type;
    }

    private static String code(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String arguments = declared.getTypeArguments().isEmpty()
                    ? ""
                    : declared.getTypeArguments().stream()
                            .map(JavaTypes::code)
                            .collect(Collectors.joining(", ", "<", ">"));
            return nameOf(element) + arguments;
        }
        if (type instanceof ArrayType array) {
            return code(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return "?" + bound(" extends ", wildcard.getExtendsBound()) + bound(" super ", wildcard.getSuperBound());
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    private static String bound(String word, @Nullable TypeMirror bound) {
        return bound == null ? "" : word + code(bound);
    }
}
