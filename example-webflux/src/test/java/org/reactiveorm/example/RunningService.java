package org.reactiveorm.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The service as a process of its own, with a temporary directory in which all that it leaves behind can be found. */
final class RunningService implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    /** Where the tests of this JVM have unpacked PostgreSQL: what is there already is not unpacked again. */
    private static final Path BINARIES = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    private final Process process;
    private final Path temporary;
    private final BufferedReader out;
    private final CompletableFuture<String> err;

    private RunningService(Process process, Path temporary) {
        this.process = process;
        this.temporary = temporary;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = CompletableFuture.supplyAsync(() -> textOf(process.getErrorStream()));
    }

    static RunningService start(Path temporary, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", // as the jar and the run command have it
                "-XX:TieredStopAtLevel=1", // as the run command has it: most of these end before more would pay
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-Dot.epg.working-dir=" + BINARIES,
                "-cp",
                System.getProperty("java.class.path"),
                ExampleApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
        try {
            return new RunningService(builder.start(), temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines up to the one with this text. */
    String awaitLine(String text) {
        StringBuilder seen = new StringBuilder();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                seen.append(line).append('\n');
                if (line.contains(text)) {
                    return seen.toString();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The service ended: " + seen + err.join());
    }

    /** Its exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The service does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it said on standard output that has not been read yet. */
    String restOfOutput() {
        return String.join("\n", out.lines().toList());
    }

    String errors() {
        return err.join();
    }

    /** As {@code kill} does it. The process' own method would close its streams too, while they are still read. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits until its database has begun to make its data. */
    void awaitDatabaseStarting() {
        await(() -> !dataDirectories().isEmpty());
    }

    List<Path> dataDirectories() {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("epg"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command lines of processes that run from, or on, its temporary directory. */
    List<String> processesLeft() {
        return ProcessHandle.allProcesses()
                .flatMap(handle -> handle.info().commandLine().stream())
                .filter(command -> command.contains(temporary.toString()))
                .toList();
    }

    @Override
    public void close() {
        terminate();
        awaitEnd();
    }

    /** What is watched sends no signal. */
    private static void await(BooleanSupplier holds) {
        Mono.fromSupplier(holds::getAsBoolean)
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(tries -> tries.delayElements(java.time.Duration.ofMillis(5)))
                .block(java.time.Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private static String textOf(InputStream stream) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return String.join("\n", reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
