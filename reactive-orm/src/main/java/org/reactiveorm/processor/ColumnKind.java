package org.reactiveorm.processor;

/** Which typed handle a column gets. */
enum ColumnKind {
    TEXT("TextColumn", "TextExpression"),
    INTEGER("IntegerColumn", "IntegerExpression"),
    DECIMAL("DecimalColumn", "DecimalExpression"),
    FLOAT("FloatColumn", "FloatExpression"),
    BOOLEAN("BooleanColumn", "BooleanExpression"),
    ARRAY("ArrayColumn", "ArrayColumn"),
    TIME("TimeColumn", "TimeExpression"),
    JSON("JsonColumn", "JsonColumn"),
    COMPARABLE("ComparableColumn", "ComparableExpression"),
    VALUE("ValueColumn", "Expression");

    private final String handle;
    private final String face;

    ColumnKind(String handle, String face) {
        this.handle = handle;
        this.face = face;
    }

    TypeName handle() {
        return Library.query(handle);
    }

    /** What a handle is to those who only read the column; itself where there is no such type. */
    TypeName face() {
        return Library.query(face);
    }

    /** Whether the handle's type alone says what the values are. */
    boolean impliesType() {
        return this == TEXT || this == BOOLEAN;
    }
}
