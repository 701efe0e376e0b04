package org.reactiveorm.processor;

import java.util.Map;

/**
 * The type of a component.
 *
 * @param code the type as code, with {@link TypeName} markers and without annotations
 * @param isPrimitive whether it is a primitive
 */
record JavaType(String code, boolean isPrimitive) {

    /** Stands in front of the marker of a type that is to be annotated. */
    static final char NULLABLE = '\u0004';

    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "short", "Short",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double",
            "char", "Character");

    static JavaType of(TypeName name) {
        return new JavaType(name.toString(), false);
    }

    /** The type as a type argument. */
    String boxed() {
        return isPrimitive ? Library.java(BOXES.getOrDefault(code, code)).toString() : code;
    }

    /** The type as it is declared where null is allowed. */
    String nullable() {
        if (isPrimitive) {
            return code;
        }
        return code.endsWith("[]")
                ? code.substring(0, code.length() - 2) + " @" + Library.NULLABLE + " []"
                : NULLABLE + code;
    }

    /** The type for messages, without packages. */
    String forMessage() {
        return readable(code);
    }

    /** Code for messages, without packages. */
    static String readable(String code) {
        return code.replaceAll(
                TypeName.START + "[^" + TypeName.SEPARATOR + "]*" + TypeName.SEPARATOR + "([^" + TypeName.END + "]*)"
                        + TypeName.END,
                "$1");
    }
}
