package org.reactiveorm.processor;

/** Whether what a component is read from may be missing. */
enum Absence {
    /** It is always there. */
    NEVER,
    /** Nobody knows: the entity comes from a class file, where {@code @Nullable} does not show. */
    UNKNOWN,
    /** It may be missing. */
    POSSIBLE;

    static Absence of(boolean isNullable, boolean isCompiledHere) {
        if (isNullable) {
            return POSSIBLE;
        }
        return isCompiledHere ? NEVER : UNKNOWN;
    }

    /** Of the two the one that says more about a missing value. */
    Absence or(Absence other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Whether a component that is or is not {@code @Nullable} can hold it. */
    boolean fits(boolean isNullable) {
        return this == UNKNOWN || isNullable == (this == POSSIBLE);
    }
}
