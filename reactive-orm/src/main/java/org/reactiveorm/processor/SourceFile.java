package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one generated file: indents, imports what is used, and keeps the rest qualified. */
final class SourceFile {

    private static final Pattern MARKER = Pattern.compile(JavaType.NULLABLE + "?" + TypeName.START + "([^"
            + TypeName.SEPARATOR + "]*)" + TypeName.SEPARATOR + "([^" + TypeName.END + "]*)" + TypeName.END);
    private static final String INDENT = "    ";

    private final TypeName type;
    private final Set<String> inPackage;
    private final Set<String> nested = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private int depth;

    /** A file with this top-level type; {@code inPackage} are the simple names that mean something else there. */
    SourceFile(TypeName type, Set<String> inPackage) {
        this.type = type;
        this.inPackage = inPackage;
    }

    TypeName type() {
        return type;
    }

    /** Declares that this simple name means a nested type of the file. */
    void reserve(String nestedName) {
        nested.add(nestedName);
    }

    /** Appends a line, or several of which the later ones are continuations. */
    void line(String code) {
        if (!code.isEmpty()) {
            body.append(INDENT.repeat(depth)).append(code.replace("\n", "\n" + INDENT.repeat(depth + 2)));
        }
        body.append('\n');
    }

    void blank() {
        line("");
    }

    /** Starts a block. */
    void open(String header) {
        line(header + " {");
        depth++;
    }

    /** Ends a block. */
    void close() {
        depth--;
        line("}");
    }

    /** A documentation comment of one line. */
    void doc(String sentence) {
        line("/** " + sentence + " */");
    }

    /** The finished file. */
    String text() {
        Map<TypeName, String> names = shortNames();
        Set<String> imports = new TreeSet<>();
        names.forEach((name, shown) -> {
            boolean visibleAnyway = name.packageName().equals(type.packageName())
                    || name.packageName().equals("java.lang");
            if (!visibleAnyway && !shown.equals(name.qualifiedName())) {
                imports.add("import " + name.packageName() + "." + name.topLevelName() + ";\n");
            }
        });
        StringBuilder text = new StringBuilder(body.length() + 1000);
        if (!type.packageName().isEmpty()) {
            text.append("package ").append(type.packageName()).append(";\n\n");
        }
        imports.forEach(text::append);
        text.append(imports.isEmpty() ? "" : "\n");
        Matcher marker = MARKER.matcher(body);
        while (marker.find()) {
            String shown = String.valueOf(names.get(new TypeName(marker.group(1), marker.group(2))));
            boolean isNullable = marker.group().charAt(0) == JavaType.NULLABLE;
            marker.appendReplacement(text, Matcher.quoteReplacement(isNullable ? nullable(shown, names) : shown));
        }
        marker.appendTail(text);
        return text.toString();
    }

    /** The annotation stands in front of the last part of a qualified name. */
    private static String nullable(String shown, Map<TypeName, String> names) {
        int last = shown.lastIndexOf('.') + 1;
        return shown.substring(0, last) + "@" + names.get(Library.NULLABLE) + " " + shown.substring(last);
    }

    private Map<TypeName, String> shortNames() {
        Map<String, TypeName> used = new TreeMap<>();
        Matcher marker = MARKER.matcher(body);
        while (marker.find()) {
            TypeName name = new TypeName(marker.group(1), marker.group(2));
            used.put(name.qualifiedName(), name);
            if (marker.group().charAt(0) == JavaType.NULLABLE) {
                used.put(Library.NULLABLE.qualifiedName(), Library.NULLABLE);
            }
        }
        Map<String, String> packages = new HashMap<>();
        Map<TypeName, String> names = new HashMap<>();
        used.values().stream()
                .filter(this::isOwn)
                .forEach(name -> packages.put(name.topLevelName(), type.packageName()));
        for (TypeName name : used.values()) {
            names.put(name, isFree(name, packages) ? name.name() : name.qualifiedName());
        }
        return names;
    }

    /** Whether the simple name means this type; the first package that uses a simple name has it. */
    private boolean isFree(TypeName name, Map<String, String> packages) {
        String simple = name.topLevelName();
        return !nested.contains(simple)
                && (isOwn(name) || !inPackage.contains(simple))
                && packages.computeIfAbsent(simple, any -> name.packageName()).equals(name.packageName());
    }

    private boolean isOwn(TypeName name) {
        return name.packageName().equals(type.packageName());
    }
}
