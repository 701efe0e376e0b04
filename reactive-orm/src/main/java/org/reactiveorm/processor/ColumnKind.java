package org.reactiveorm.processor;

/** Which typed handle a column gets. */
enum ColumnKind {
    TEXT("TextColumn"),
    INTEGER("IntegerColumn"),
    DECIMAL("DecimalColumn"),
    FLOAT("FloatColumn"),
    BOOLEAN("BooleanColumn"),
    ARRAY("ArrayColumn"),
    TIME("TimeColumn"),
    JSON("JsonColumn"),
    COMPARABLE("ComparableColumn"),
    VALUE("ValueColumn");

    private final String handle;

    ColumnKind(String handle) {
        this.handle = handle;
    }

    TypeName handle() {
        return Library.query(handle);
    }

    /** Whether the handle's type alone says what the values are. */
    boolean impliesType() {
        return this == TEXT || this == BOOLEAN;
    }
}
