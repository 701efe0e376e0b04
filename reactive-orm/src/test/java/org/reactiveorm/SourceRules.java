package org.reactiveorm;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The ceilings of {@code docs/architecture.md} that show in the source only: each broken one is a sentence. */
final class SourceRules extends TreePathScanner<Void, List<String>> {

    private static final int LINES_PER_FILE = 400;
    private static final int LINES_PER_METHOD = 40;
    private static final int PARAMETERS = 4;
    private static final int COMPONENTS = 7;

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final String file;

    private SourceRules(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
        this.file = unit.getSourceFile().getName();
    }

    static List<String> brokenIn(String file, String text) {
        return brokenIn(List.of(new Source(file, text)));
    }

    /** All with one compiler, which takes longer to start than to parse a file. */
    static List<String> brokenIn(List<Source> sources) {
        List<String> broken = new ArrayList<>();
        sources.forEach(source -> source.check(broken));
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new SourceRules(Trees.instance(task), unit).scan(unit, broken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broken;
    }

    @Override
    public Void visitClass(ClassTree type, List<String> broken) {
        if (isPublic(getCurrentPath())) {
            needsJavadoc(type.getSimpleName().toString(), broken);
        }
        if (type.getKind() == Tree.Kind.RECORD && componentsOf(type) > COMPONENTS) {
            broken.add(at(type, type.getSimpleName() + " has more than " + COMPONENTS + " components"));
        }
        return super.visitClass(type, broken);
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> broken) {
        String name = method.getName().toString();
        if (linesOf(method) > LINES_PER_METHOD) {
            broken.add(at(method, name + " has more than " + LINES_PER_METHOD + " lines"));
        }
        if (!isCanonicalConstructor(method) && method.getParameters().size() > PARAMETERS) {
            broken.add(at(method, name + " has more than " + PARAMETERS + " parameters"));
        }
        if (isPublic(getCurrentPath()) && !isOverride(method) && !isCanonicalConstructor(method)) {
            needsJavadoc(name, broken);
            if (method.getParameters().stream()
                    .anyMatch(parameter -> String.valueOf(parameter.getType()).equals("boolean"))) {
                broken.add(at(method, name + " is public and takes a boolean"));
            }
        }
        return super.visitMethod(method, broken);
    }

    private void needsJavadoc(String name, List<String> broken) {
        if (trees.getDocComment(getCurrentPath()) == null) {
            broken.add(at(getCurrentPath().getLeaf(), name + " is public and has no Javadoc"));
        }
    }

    private static boolean isPublic(TreePath path) {
        for (TreePath at = path; !(at.getLeaf() instanceof CompilationUnitTree); at = at.getParentPath()) {
            if (!isPublicIn(at.getLeaf(), at.getParentPath().getLeaf())) {
                return false;
            }
        }
        return true;
    }

    /** Members of an interface are public without saying so; what is inside a method never is. */
    private static boolean isPublicIn(Tree member, Tree owner) {
        if (member instanceof ClassTree type) {
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC) || isInterface(owner);
        }
        return member instanceof MethodTree method
                && (method.getModifiers().getFlags().contains(Modifier.PUBLIC)
                        || isInterface(owner)
                                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE));
    }

    private static boolean isInterface(Tree tree) {
        return tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    private static boolean isOverride(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private boolean isCanonicalConstructor(MethodTree method) {
        return method.getName().contentEquals("<init>")
                && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
                && owner.getKind() == Tree.Kind.RECORD
                && method.getParameters().size() == componentsOf(owner);
    }

    private static long componentsOf(ClassTree type) {
        return type.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.VARIABLE)
                .map(member -> ((VariableTree) member).getModifiers())
                .filter(modifiers -> !modifiers.getFlags().contains(Modifier.STATIC))
                .count();
    }

    private long linesOf(MethodTree method) {
        SourcePositions positions = trees.getSourcePositions();
        LineMap lines = unit.getLineMap();
        long end = positions.getEndPosition(unit, method);
        return end < 0
                ? 0
                : lines.getLineNumber(end) - lines.getLineNumber(positions.getStartPosition(unit, method)) + 1;
    }

    private String at(Tree tree, String sentence) {
        long line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        return file + ":" + line + " " + sentence;
    }

    /** A file and what is in it. */
    static final class Source extends SimpleJavaFileObject {

        private final String file;
        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.file = file;
            this.text = text;
        }

        private void check(List<String> broken) {
            if (text.lines().count() > LINES_PER_FILE) {
                broken.add(file + " has more than " + LINES_PER_FILE + " lines");
            }
            if (text.contains("TODO") || text.contains("FIXME")) {
                broken.add(file + " leaves something to do");
            }
        }

        @Override
        public String getName() {
            return file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
