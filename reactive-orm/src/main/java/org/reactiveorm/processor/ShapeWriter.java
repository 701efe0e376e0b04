package org.reactiveorm.processor;

import java.util.Set;

/** Writes {@code UserCard_}. */
final class ShapeWriter {

    private static final String CONSTANT = "SHAPE";

    private final ShapeDescription shape;

    ShapeWriter(ShapeDescription shape) {
        this.shape = shape;
    }

    SourceFile write(Header header) {
        EntityNames names = shape.names();
        SourceFile file = new SourceFile(names.model(), shape.packageTypes());
        RowCode rows = new RowCode(shape.members(), new ConstantNames(Set.of(CONSTANT)));
        file.reserve("Provider");
        header.write(file, "How rows become a {@link " + names.type() + "}.");
        file.open(names.visibility() + "final class " + names.model().simpleName());
        rows.typeConstants(file);
        file.blank();
        file.doc("The columns that a {@link " + names.type() + "} needs, and its reader.");
        file.line("public static final " + Library.SHAPE_MODEL + "<" + shape.type() + "> " + CONSTANT + " = "
                + Library.SHAPE_MODEL + ".flat(\n" + arguments() + ")" + ofEntity() + ";");
        file.blank();
        file.line("private " + names.model().simpleName() + "() {}");
        file.blank();
        file.open("private static " + shape.type() + " read(" + Library.ROW + " row)");
        file.line("return new " + shape.type() + "(" + rows.arguments() + ");");
        file.close();
        rows.nullableGroups(file);
        fetch(file);
        provider(file);
        file.close();
        return file;
    }

    private String arguments() {
        return shape.type() + ".class,\n"
                + Literal.texts(
                        shape.columns().stream().map(ColumnDescription::column).toList())
                + ",\n" + shape.names().model() + "::read";
    }

    private String ofEntity() {
        EntityNames entity = shape.entity();
        return entity == null
                ? ""
                : "\n.of(new " + Library.ENTITY_SHAPE + "<>("
                        + Literal.text(shape.type().simpleName()) + ", " + entity.type() + ".class, " + Library.SET
                        + ".of(), "
                        + shape.names().model() + "::fetch))";
    }

    /** What is read of the entity's rows; a method, because models of other entities may not be there yet. */
    private void fetch(SourceFile file) {
        EntityNames entity = shape.entity();
        if (entity == null) {
            return;
        }
        file.blank();
        file.open("private static " + Library.FETCH + "<" + entity.type() + ", " + shape.type() + "> fetch("
                + Library.ARGUMENTS + " arguments)");
        file.line("return " + Library.FETCH + ".flat(\n"
                + Literal.text(shape.type().simpleName()) + ",\n"
                + Literal.list(shape.columns().stream()
                        .map(column -> entity.modelConstant() + "." + column.path())
                        .toList())
                + ",\n" + shape.names().model() + "::read);");
        file.close();
    }

    private static void provider(SourceFile file) {
        file.blank();
        file.doc("Finds {@link #" + CONSTANT + "} for the library.");
        file.open("public static final class Provider implements " + Library.SHAPE_PROVIDER);
        file.blank();
        file.doc("Called by the service loader.");
        file.line("public Provider() {}");
        file.blank();
        file.line("@" + Library.OVERRIDE);
        file.open("public " + Library.SHAPE_MODEL + "<?> shape()");
        file.line("return " + CONSTANT + ";");
        file.close();
        file.close();
    }
}
