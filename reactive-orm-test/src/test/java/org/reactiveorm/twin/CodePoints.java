package org.reactiveorm.twin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.reactiveorm.ReactiveOrm;

/** What the order and the case of texts in memory take for granted; a server before PostgreSQL 17 has a locale of its own. */
final class CodePoints {

    private CodePoints() {}

    /** Skips the test where the database orders texts otherwise. */
    static void assumeOrder(ReactiveOrm orm) {
        Boolean isByCodePoint = orm.sql("select 'Z' < 'a' and 'a_' < 'aa' and 'z' < 'ä' and lower('Ä') = 'ä'")
                .as(Boolean.class)
                .one()
                .block();
        assumeTrue(isByCodePoint, "The database orders texts by code points");
    }
}
