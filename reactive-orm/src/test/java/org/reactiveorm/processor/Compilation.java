package org.reactiveorm.processor;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs the compiler with the processor in memory. Warnings are errors. */
final class Compilation {

    private final Map<String, String> sources = new TreeMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));

    /** Adds a source by its path, in which the class's name stands: {@code app/User.java}. */
    Compilation with(String path, String source) {
        sources.put(path, source);
        order.add(path);
        return this;
    }

    /** Adds a processor that runs beside ours. */
    Compilation with(Processor processor) {
        processors.add(processor);
        return this;
    }

    Compilation option(String option, String... more) {
        options.add(option);
        options.addAll(List.of(more));
        return this;
    }

    Result run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        Memory memory = new Memory(standard);
        List<Source> units =
                order.stream().map(path -> new Source(path, sources.get(path))).toList();
        List<String> given = new ArrayList<>(options);
        if (!options.contains("-classpath")) {
            given.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        }
        JavaCompiler.CompilationTask task = compiler.getTask(null, memory, diagnostics, given, null, units);
        TimedProcessor processor = new TimedProcessor(new OrmProcessor());
        List<Processor> all = new ArrayList<>(processors);
        all.add(processor);
        task.setProcessors(all);
        boolean succeeded = task.call();
        return new Result(succeeded, diagnostics.getDiagnostics(), memory.written(), processor.nanos());
    }

    /**
     * What came out.
     *
     * @param succeeded whether there were neither errors nor warnings
     * @param diagnostics errors and warnings
     * @param files the text of generated sources and resources by path; class files are empty
     * @param processingNanos the CPU time that the processor took
     */
    record Result(
            boolean succeeded,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> files,
            long processingNanos) {

        /** {@code line 3: [ORM_NO_ID] …}, in the order of the report. */
        List<String> messages() {
            return diagnostics.stream()
                    .map(diagnostic -> "line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                    .toList();
        }

        Map<String, String> sources() {
            Map<String, String> generated = new TreeMap<>(files);
            generated.keySet().removeIf(path -> !path.endsWith(".java"));
            return generated;
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String path, Kind kind) {
            super(URI.create("memory:///" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, Output> outputs = new TreeMap<>();

        Memory(JavaFileManager standard) {
            super(standard);
        }

        Map<String, String> written() {
            Map<String, String> written = new TreeMap<>();
            outputs.forEach((path, output) -> written.put(
                    path,
                    path.endsWith(".class") ? "" : output.getCharContent(true).toString()));
            return written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return outputs.computeIfAbsent(
                    className.replace('.', '/') + kind.extension, path -> new Output(path, kind));
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String path, FileObject sibling) {
            return outputs.computeIfAbsent(path, any -> new Output(path, JavaFileObject.Kind.OTHER));
        }

        @Override
        public FileObject getFileForInput(Location location, String packageName, String path)
                throws java.io.IOException {
            return location == StandardLocation.CLASS_OUTPUT
                    ? null
                    : super.getFileForInput(location, packageName, path);
        }
    }
}
