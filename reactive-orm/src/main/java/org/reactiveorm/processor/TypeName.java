package org.reactiveorm.processor;

/**
 * A type as code names it. As text it is a marker that {@link SourceFile} replaces by the shortest name that cannot be
 * misunderstood, so that code can be put together by plain concatenation.
 *
 * @param packageName the package, empty for the unnamed one
 * @param name the name within the package, with the outer classes: {@code Outer.Inner}
 */
record TypeName(String packageName, String name) {

    static final char START = '\u0001';
    static final char END = '\u0002';
    static final char SEPARATOR = '\u0003';

    /** The last part of the name. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name of the outermost class, which is what a file can import. */
    String topLevelName() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The name that {@code Class.getName()} answers. */
    String binaryName() {
        return (packageName.isEmpty() ? "" : packageName + ".") + name.replace('.', '$');
    }

    /** The name as source has it without imports. */
    String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    TypeName nested(String simpleName) {
        return new TypeName(packageName, name + "." + simpleName);
    }

    /** Another type of the same package. */
    TypeName sibling(String simpleName) {
        return new TypeName(packageName, simpleName);
    }

    @Override
    public String toString() {
        return START + packageName + SEPARATOR + name + END;
    }
}
