package org.reactiveorm.processor;

/** Whether a column may be NULL, and why. */
enum Nullness {
    /** Neither the column nor the component. */
    NEVER,
    /** The component is {@code @Nullable}. */
    COMPONENT,
    /** The component is not, but the record that it is in may be missing. */
    RECORD;

    boolean isNullableColumn() {
        return this != NEVER;
    }

    boolean isNullableComponent() {
        return this == COMPONENT;
    }
}
