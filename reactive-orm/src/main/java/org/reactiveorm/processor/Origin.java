package org.reactiveorm.processor;

import org.jspecify.annotations.Nullable;

/**
 * Where a column's value comes from when the caller gives none.
 *
 * @param kind a constant of {@code ValueSource.Kind}
 * @param expression the SQL of a default or the name of a sequence
 */
record Origin(String kind, @Nullable String expression) {

    static final Origin GIVEN = new Origin("GIVEN", null);
    static final Origin VERSION = new Origin("VERSION", null);
    static final Origin CREATED_AT = new Origin("CREATED_AT", null);
    static final Origin UPDATED_AT = new Origin("UPDATED_AT", null);
    static final Origin TENANT = new Origin("TENANT", null);
    static final Origin DELETION = new Origin("DELETION", null);

    static Origin defaulted(String sql) {
        return new Origin("DEFAULT", sql);
    }

    static Origin sequence(String name) {
        return new Origin("SEQUENCE", name);
    }

    boolean isGiven() {
        return this.equals(GIVEN);
    }

    boolean isVersion() {
        return this.equals(VERSION);
    }

    /** The {@code ValueSource}. */
    String code() {
        if (expression == null) {
            return Library.VALUE_SOURCE + ".of(" + Library.VALUE_SOURCE + ".Kind." + kind + ")";
        }
        String factory = kind.equals("DEFAULT") ? "defaulted" : "sequence";
        return Library.VALUE_SOURCE + "." + factory + "(" + Literal.text(expression) + ")";
    }
}
