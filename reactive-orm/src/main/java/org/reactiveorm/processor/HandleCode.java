package org.reactiveorm.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code that makes the typed columns and relations of a model. */
final class HandleCode {

    private final EntityDescription entity;
    private final ConstantNames constants;
    private final RowCode rows;

    HandleCode(EntityDescription entity, ConstantNames constants, RowCode rows) {
        this.entity = entity;
        this.constants = constants;
        this.rows = rows;
    }

    /** The constants that stand for relations which a query did not include. */
    void notLoadedConstants(SourceFile file) {
        for (RelationDescription relation : entity.relations()) {
            file.line("private static final " + relation.container() + "<"
                    + relation.target().type() + "> " + constants.notLoaded(relation.name()) + " =\n"
                    + relation.container() + ".notLoaded(" + entityName() + ", "
                    + Literal.text(entity.names().constant() + "." + relation.name()) + ");");
            file.blank();
        }
    }

    private String entityName() {
        return Literal.text(entity.names().simpleName());
    }

    String builderType() {
        return Library.ENTITY_MODEL_BUILDER + "<" + entity.type() + ">";
    }

    /** The type of a member's handle. */
    String type(MemberDescription member) {
        return member.accept(new MemberDescription.Visitor<String>() {
            @Override
            public String column(ColumnDescription column) {
                return column.fieldType(entity.type());
            }

            @Override
            public String group(GroupDescription group) {
                return group.columnsClass();
            }

            @Override
            public String relation(RelationDescription relation) {
                return relation.handle().type() + "<" + entity.type() + ", "
                        + relation.target().type() + ", " + relation.handle().idType() + ">";
            }
        });
    }

    /** The expression that makes a member's handle. */
    String code(MemberDescription member) {
        return member.accept(new MemberDescription.Visitor<String>() {
            @Override
            public String column(ColumnDescription column) {
                return columnCode(column);
            }

            @Override
            public String group(GroupDescription group) {
                return "new " + group.columnsClass() + "(entity)";
            }

            @Override
            public String relation(RelationDescription relation) {
                return new RelationCode(entity, relation).code();
            }
        });
    }

    private String columnCode(ColumnDescription column) {
        Mapping element = column.mapping().element();
        String property = Library.PROPERTY + ".<" + entity.type() + ", "
                + column.type().boxed() + ">of("
                + Literal.text(column.path()) + ", " + Literal.text(column.column()) + ", " + rows.typeOf(column) + ", "
                + getter(column) + ")"
                + (column.nullness().isNullableColumn() ? ".nullable()" : "")
                + (column.origin().isGiven() ? "" : ".from(" + column.origin().code() + ")");
        String elementType = element == null
                ? ""
                : ", " + (element.isConstant() ? element.expression() : constants.element(column.path()));
        return "new " + column.mapping().kind().handle() + "<>(" + entityName() + ", entity.property(\n" + property
                + ")" + elementType + ")";
    }

    /** Never a method reference: within {@code SKU_} the name of the entity {@code SKU} means the constant. */
    private String getter(ColumnDescription column) {
        return "e -> " + PathCode.value("e", entity.members(), column);
    }

    /** The method that makes a member's handle where there are many. */
    String factory(MemberDescription member) {
        return "make" + Identifiers.capitalized(member.name());
    }

    /** The Javadoc link to a component. */
    String link(MemberDescription member) {
        return "{@link " + declaringType(member) + "#" + member.access().reader() + "}";
    }

    private TypeName declaringType(MemberDescription member) {
        return rows.groups().stream()
                .filter(group -> group.members().contains(member))
                .findFirst()
                .map(GroupDescription::type)
                .orElse(entity.type());
    }

    String doc(MemberDescription member) {
        return member instanceof GroupDescription ? "The columns of " + link(member) + "." : link(member) + ".";
    }

    /** The calls that give the builder its keys. */
    String keys() {
        return entity.keys().stream()
                .map(key -> "\n." + key.kind().method() + "(new " + Library.KEY + "<>(" + Literal.text(key.name())
                        + ", " + properties(entity.type(), key.paths().stream().map(this::handle))
                        + (key.where().isEmpty() ? "" : ", " + Literal.text(key.where())) + "))")
                .collect(Collectors.joining());
    }

    /** The list of the properties of these handles. */
    static String properties(TypeName entity, Stream<String> handles) {
        return handles.map(handle -> handle + ".property()")
                .collect(Collectors.joining(
                        ", ", Library.LIST + ".<" + Library.PROPERTY + "<" + entity + ", ?>>of(", ")"));
    }

    private String handle(String path) {
        return entity.columns().stream()
                .filter(column -> column.path().equals(path))
                .map(this::handle)
                .findFirst()
                .orElseThrow();
    }

    private String handle(ColumnDescription column) {
        return column.handle(entity.type(), "this." + column.path());
    }

    List<String> columnFields() {
        return entity.columns().stream().map(this::handle).toList();
    }

    List<String> relationFields() {
        return entity.relations().stream()
                .map(relation -> "this." + relation.name())
                .toList();
    }

    /** The condition on a parameter {@code id}. */
    String hasId() {
        if (!(entity.id() instanceof GroupDescription group)) {
            return "this." + entity.idName() + ".eq(id)";
        }
        return group.columns().stream()
                .map(column -> "this." + column.path() + ".eq(" + PathCode.value("id", group.members(), column) + ")")
                .reduce((all, next) -> all + "\n.and(" + next + ")")
                .orElseThrow();
    }

    /** The values of a parameter {@code id}; of several columns each refuses null. */
    String idValues() {
        return entity.id() instanceof GroupDescription group
                ? group.columns().stream()
                        .map(column -> "this." + column.path() + ".valueOf("
                                + PathCode.value("id", group.members(), column) + ")")
                        .collect(Collectors.joining(", "))
                : "id";
    }
}
