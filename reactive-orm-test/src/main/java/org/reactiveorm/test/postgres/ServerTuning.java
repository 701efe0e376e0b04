package org.reactiveorm.test.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the servers that we start. Their data need not outlive a crash, so nothing waits for a disk, and where there
 * is room they are in memory: on a machine whose disk is busy with builds, a clone takes 50 ms there and a second on disk.
 */
final class ServerTuning {

    static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "min_wal_size", "32MB",
            "max_wal_size", "128MB",
            "max_connections", "300");

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 2L << 30;

    private ServerTuning() {}

    /** A new directory in memory, or empty where there is no such place or too little room in it. */
    static Optional<Path> directoryInMemory() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
                    ? Optional.of(Files.createTempDirectory(MEMORY, "orm-test-postgres"))
                    : Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }
}
