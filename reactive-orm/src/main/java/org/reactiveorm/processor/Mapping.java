package org.reactiveorm.processor;

import org.jspecify.annotations.Nullable;

/**
 * How values of a component travel.
 *
 * @param type the component's type
 * @param kind which handle the column gets
 * @param expression makes the {@code ColumnType}
 * @param element for arrays the element's mapping
 * @param literals which literals {@code @Default} takes
 */
record Mapping(
        JavaType type,
        ColumnKind kind,
        String expression,
        @Nullable Mapping element,
        Literals literals) {

    /** Whether the expression is a constant of the library that needs no constant of its own. */
    boolean isConstant() {
        return expression.startsWith(Library.COLUMN_TYPES + ".") && expression.indexOf('(') < 0;
    }

    /** Whether a codec of the caller says which values fit. */
    boolean hasCodec() {
        return expression.contains(".converted(");
    }

    /** The same with another expression. */
    Mapping as(String other) {
        return new Mapping(type, kind, other, element, literals);
    }

    /** The same for a component of another type. */
    Mapping of(JavaType other) {
        return new Mapping(other, kind, expression, element, literals);
    }
}
