package org.reactiveorm.processor;

/**
 * Where a column's value comes from when the caller gives none.
 *
 * @param kind a constant of {@code ValueSource.Kind}
 * @param factory the call of a static method of {@code ValueSource}
 */
record Origin(String kind, String factory) {

    static final Origin GIVEN = of("GIVEN");
    static final Origin VERSION = of("VERSION");
    static final Origin CREATED_AT = of("CREATED_AT");
    static final Origin UPDATED_AT = of("UPDATED_AT");
    static final Origin CREATED_BY = of("CREATED_BY");
    static final Origin UPDATED_BY = of("UPDATED_BY");
    static final Origin TENANT = of("TENANT");
    static final Origin DELETION = of("DELETION");

    /** A kind that says it all. */
    static Origin of(String kind) {
        return new Origin(kind, "of(" + Library.VALUE_SOURCE + ".Kind." + kind + ")");
    }

    static Origin defaulted(String sql) {
        return new Origin("DEFAULT", "defaulted(" + Literal.text(sql) + ")");
    }

    static Origin sequence(String name) {
        return new Origin("SEQUENCE", "sequence(" + Literal.text(name) + ")");
    }

    static Origin computed(String sql) {
        return new Origin("COMPUTED", "computed(" + Literal.text(sql) + ")");
    }

    static Origin supplied(TypeName supplier) {
        return new Origin("SUPPLIED", "supplied(new " + supplier + "())");
    }

    boolean isGiven() {
        return this.equals(GIVEN);
    }

    boolean isVersion() {
        return this.equals(VERSION);
    }

    boolean isComputed() {
        return kind.equals("COMPUTED");
    }

    /** The {@code ValueSource}. */
    String code() {
        return Library.VALUE_SOURCE + "." + factory;
    }
}
