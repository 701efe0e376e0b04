package org.reactiveorm.sql;

/**
 * How the columns of a table are told from those of others.
 *
 * @param alias the table's alias
 * @param implied whether there is no other table, so that a bare name is enough. It is a third of the work for the driver,
 *     which splits the text into tokens each time it is sent.
 */
record Qualifier(String alias, boolean implied) {

    /** One of several tables. */
    static Qualifier of(String alias) {
        return new Qualifier(alias, false);
    }

    /** The only table. */
    static Qualifier implied(String alias) {
        return new Qualifier(alias, true);
    }

    /** The same where other tables may be in sight: in a subquery, or in SQL of the caller. */
    Qualifier written() {
        return implied ? of(alias) : this;
    }
}
