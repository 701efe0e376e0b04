package org.reactiveorm.test.postgres;

import java.util.Map;

/**
 * Settings of the servers that we start. Their data need not outlive a crash, so nothing waits for a disk: a clone takes
 * a fifth of the time. {@code wal_level} stays as it is, because with {@code minimal} every clone forces a checkpoint.
 */
final class ServerTuning {

    static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "300");

    private ServerTuning() {}
}
