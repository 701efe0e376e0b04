package org.reactiveorm.test.postgres;

import java.util.Locale;

/** Where a server comes from, in the order in which they are tried. */
enum ServerKind {
    URL,
    DOCKER,
    EMBEDDED;

    /** As it is written in a setting. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
