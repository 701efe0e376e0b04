package org.reactiveorm.processor;

import java.util.List;

/**
 * Columns that belong together.
 *
 * @param kind what they are
 * @param name the constraint's or index's name
 * @param paths the columns' paths
 * @param where the rows that it is about, as SQL; empty for all
 */
record KeyDescription(Kind kind, String name, List<String> paths, String where) {

    /** What the columns are, with the method of the model's builder. */
    enum Kind {
        PRIMARY("primaryKey"),
        UNIQUE("unique"),
        PARTIALLY_UNIQUE("partiallyUnique"),
        INDEX("index");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        String method() {
            return method;
        }
    }

    KeyDescription {
        paths = List.copyOf(paths);
    }
}
