package org.reactiveorm.sql;

import java.util.List;

/**
 * The statements of a cursor (PostgreSQL, chapter "DECLARE"). It is a binary one: FETCH takes no parameters, and without any
 * the driver would ask for text.
 *
 * @param name its name, which is an identifier
 * @param query whose rows it reads
 */
public record CursorSql(String name, Sql query) {

    /** Opens it, with the values of the query. */
    public Sql declare() {
        return new Sql(
                "declare " + name + " binary no scroll cursor for " + query.text(),
                query.parameters(),
                query.entities());
    }

    /** The next rows, fewer or none at the end. */
    public Sql fetch(int rows) {
        return withoutValues("fetch forward " + rows + " from " + name);
    }

    /** Closes it. */
    public Sql close() {
        return withoutValues("close " + name);
    }

    private Sql withoutValues(String text) {
        return new Sql(text, List.of(), query.entities());
    }
}
