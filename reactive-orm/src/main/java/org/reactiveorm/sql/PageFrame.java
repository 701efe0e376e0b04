package org.reactiveorm.sql;

import java.util.function.Supplier;

/** Writes one statement that answers the rows of a page together with the number of rows on all pages. */
final class PageFrame {

    private PageFrame() {}

    /**
     * The count always answers a row, to which those of the page are joined, if there are any; a window function would be
     * computed over all rows, and lost with them beyond the last page.
     *
     * @param count writes a select of one number
     * @param rows writes the select of the page, with {@code true} as its last column
     */
    static SqlWriter write(SqlWriter writer, Supplier<SqlWriter> count, Supplier<SqlWriter> rows) {
        String total = writer.newAlias();
        String page = writer.newAlias();
        writer.append("select ").append(page).append(".*, ").append(total).append(".n from (");
        count.get().append(") ").append(total).append("(n) left join (");
        return rows.get().append(") ").append(page).append(" on true");
    }
}
