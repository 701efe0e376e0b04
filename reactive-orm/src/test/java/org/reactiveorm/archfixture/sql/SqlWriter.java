package org.reactiveorm.archfixture.sql;

/** What the library's own is called. */
final class SqlWriter {

    void table(String name) {}
}
