package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code UserCard_}. */
final class ShapeWriter {

    private static final String CONSTANT = "SHAPE";

    private final ShapeDescription shape;
    private final RowCode rows;

    ShapeWriter(ShapeDescription shape) {
        this.shape = shape;
        this.rows = new RowCode(shape.members(), new ConstantNames(Set.of(CONSTANT)));
    }

    SourceFile write(Header header) {
        EntityNames names = shape.names();
        SourceFile file = new SourceFile(names.model(), shape.packageTypes());
        file.reserve("Provider");
        header.write(file, "How rows become a {@link " + names.type() + "}.");
        file.open(names.visibility() + "final class " + names.model().simpleName());
        rows.typeConstants(file);
        file.blank();
        file.doc("What a {@link " + names.type() + "} needs, and its reader.");
        file.line("public static final " + Library.SHAPE_MODEL + "<" + shape.type() + "> " + CONSTANT + " = " + model()
                + ofEntity() + ";");
        file.blank();
        file.line("private " + names.model().simpleName() + "() {}");
        file.blank();
        read(file);
        rows.nullableGroups(file);
        fetch(file);
        provider(file);
        file.close();
        return file;
    }

    private boolean isFlat() {
        return shape.branches().isEmpty();
    }

    private String model() {
        List<String> columns = GroupDescription.columnsOf(shape.members()).stream()
                .map(ColumnDescription::column)
                .toList();
        return isFlat()
                ? Library.SHAPE_MODEL + ".flat(\n" + shape.type() + ".class,\n" + Literal.texts(columns) + ",\n"
                        + reader() + ")"
                : Library.SHAPE_MODEL + ".nested(" + shape.type() + ".class)";
    }

    private String reader() {
        return shape.names().model() + "::read";
    }

    private String ofEntity() {
        EntityNames entity = shape.entity();
        return entity == null
                ? ""
                : "\n.of(new " + Library.ENTITY_SHAPE + "<" + entity.type() + ", " + shape.type() + ">("
                        + Literal.text(shape.type().simpleName()) + ", " + entity.type() + ".class, " + Library.SET
                        + shape.parameters().stream().map(Literal::text).collect(Collectors.joining(", ", ".of(", ")"))
                        + ", " + shape.names().model() + "::fetch)" + nested() + ")";
    }

    /** The shapes in this one, whose parameters are its own too. */
    private String nested() {
        String models = shape.branches().stream()
                .flatMap(branch -> branch.shape().stream())
                .distinct()
                .map(model -> model + "." + CONSTANT)
                .collect(Collectors.joining(", "));
        return models.isEmpty() ? "" : ".with(" + models + ")";
    }

    private void read(SourceFile file) {
        if (isFlat()) {
            file.open("private static " + shape.type() + " read(" + Library.ROW + " row)");
            file.line("return new " + shape.type() + "(" + rows.arguments() + ");");
        } else {
            file.open("private static " + Library.FETCH.nested("Assembly") + "<" + shape.type() + "> read("
                    + Library.ROW + " row)");
            String arguments = String.join(",\n", localsAndArguments(file));
            file.line("return related -> new " + shape.type() + "(\n" + arguments + ");");
        }
        file.close();
    }

    /** Reads the values into locals, because the row is gone when the related rows are there. */
    private List<String> localsAndArguments(SourceFile file) {
        List<String> arguments = new ArrayList<>();
        List<ShapePart.Branch> branches = shape.branches();
        for (ShapePart part : shape.parts()) {
            String local = "c" + arguments.size();
            arguments.add(part.accept(new ShapePart.Visitor<String>() {
                @Override
                public String values(ShapePart.Values values) {
                    return local(file, values.member(), local);
                }

                @Override
                public String computed(ShapePart.Computed computed) {
                    return local(file, computed.member(), local);
                }

                @Override
                public String branch(ShapePart.Branch branch) {
                    return "related." + branch.handover().method() + "(" + branches.indexOf(branch) + ", "
                            + branch.type() + ".class)";
                }
            }));
        }
        return arguments;
    }

    private String local(SourceFile file, MemberDescription member, String name) {
        file.line(typeOf(member) + " " + name + " = " + rows.value(member) + ";");
        return name;
    }

    private static String typeOf(MemberDescription member) {
        if (member instanceof GroupDescription group) {
            JavaType type = JavaType.of(group.type());
            return group.isNullable() ? type.nullable() : type.code();
        }
        return member instanceof ColumnDescription column && column.nullness().isNullableComponent()
                ? column.type().nullable()
                : member instanceof ColumnDescription column ? column.type().code() : "";
    }

    /** What is read of the entity's rows; a method, because models of other entities may not be there yet. */
    private void fetch(SourceFile file) {
        EntityNames entity = shape.entity();
        if (entity == null) {
            return;
        }
        file.blank();
        file.doc("What is read of a {@link " + entity.type() + "}, with the values of the parameters.");
        file.open("public static " + Library.FETCH + "<" + entity.type() + ", " + shape.type() + "> fetch("
                + Library.ARGUMENTS + " arguments)");
        file.line("return " + (isFlat() ? Library.FETCH + ".flat(" : "new " + Library.FETCH + "<>(") + "\n"
                + Literal.text(shape.type().simpleName()) + ",\n" + values(entity.type()) + branches(entity.type())
                + ",\n"
                + reader() + ");");
        file.close();
    }

    private String values(TypeName entity) {
        return shape.parts().stream()
                .flatMap(part -> expressions(part, entity).stream())
                .collect(Collectors.joining(
                        ",\n", Library.LIST + ".<" + Library.EXPRESSION + "<" + entity + ", ?>>of(", ")"));
    }

    private List<String> expressions(ShapePart part, TypeName entity) {
        return part.accept(new ShapePart.Visitor<List<String>>() {
            @Override
            public List<String> values(ShapePart.Values values) {
                return values.expressions();
            }

            @Override
            public List<String> computed(ShapePart.Computed computed) {
                return List.of("new " + Library.SQL_EXPRESSION + "<" + entity + ", "
                        + computed.member().type().boxed() + ">(" + rows.typeOf(computed.member()) + ", "
                        + computed.fragment() + ")");
            }

            @Override
            public List<String> branch(ShapePart.Branch branch) {
                return List.of();
            }
        });
    }

    private String branches(TypeName entity) {
        return isFlat()
                ? ""
                : shape.branches().stream()
                        .map(branch -> "new " + Library.BRANCH + "<>(" + branch.include() + ", " + branch.fetch() + ")")
                        .collect(Collectors.joining(
                                ",\n",
                                ",\n" + Library.LIST + ".<" + Library.BRANCH + "<" + entity + ", ?, ?>>of(",
                                ")"));
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
