package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes {@code User_}. */
final class ModelWriter {

    /** The fields that no component may be named like. */
    static final Set<String> PRIVATE_FIELDS = Set.of("entityModel", "allColumns", "allRelations");

    /** An entity with more members is set up in a method for each, because a method has at most 64 KB. */
    private static final int WIDE = 200;

    private final EntityDescription entity;
    private final SourceFile file;
    private final HandleCode handles;
    private final RowCode rows;
    private final ReaderWriter readers;

    ModelWriter(EntityDescription entity) {
        this.entity = entity;
        this.file = new SourceFile(entity.names().model(), entity.packageTypes());
        ConstantNames constants = ConstantNames.of(entity);
        this.rows = new RowCode(entity.members(), constants);
        this.handles = new HandleCode(entity, constants, rows);
        this.readers = new ReaderWriter(entity, rows, file);
    }

    SourceFile write(Header header) {
        EntityNames names = entity.names();
        reserveNestedNames();
        header.write(file, "The typed model of {@link " + names.type() + "}.");
        file.open(names.visibility() + "final class " + names.model().simpleName() + " implements " + Library.ENTITY_REF
                + "<" + names.type() + ", " + idType() + ">");
        rows.typeConstants(file);
        file.blank();
        file.doc("The typed model of {@link " + names.type() + "}.");
        file.line("public static final " + names.model() + " " + names.constant() + " = new " + names.model() + "();");
        file.blank();
        handles.notLoadedConstants(file);
        fields(entity.members());
        file.line("private final " + Library.ENTITY_MODEL + "<" + names.type() + "> entityModel;");
        file.line("private final " + columnList() + " allColumns;");
        file.line("private final " + relationList() + " allRelations;");
        file.blank();
        constructor();
        accessors();
        hasId();
        readers.write();
        rows.groups().forEach(this::columnsClass);
        provider();
        file.close();
        return file;
    }

    private void reserveNestedNames() {
        file.reserve("Provider");
        rows.groups().forEach(group -> file.reserve(group.columnsClass()));
    }

    private String idType() {
        return entity.id().valueType();
    }

    private String columnList() {
        return Library.LIST + "<" + Library.COLUMN + "<" + entity.type() + ", ?>>";
    }

    private String relationList() {
        return Library.LIST + "<" + Library.RELATION_REF + "<" + entity.type() + ", ?>>";
    }

    private void fields(List<MemberDescription> members) {
        for (MemberDescription member : members) {
            file.doc(handles.doc(member));
            file.line("public final " + handles.type(member) + " " + member.name() + ";");
            file.blank();
        }
    }

    private void constructor() {
        boolean isWide = entity.members().size() > WIDE;
        file.open("private " + entity.names().model().simpleName() + "()");
        file.line(handles.builderType() + " entity = " + Library.ENTITY_MODEL + ".builder(" + entity.type() + ".class, "
                + entity.table().code() + ");");
        columnsFirst()
                .forEach(member -> file.line("this." + member.name() + " = "
                        + (isWide ? handles.factory(member) + "(entity)" : handles.code(member)) + ";"));
        file.line("this.entityModel = entity" + handles.keys() + "\n.reader("
                + entity.names().model() + "::read)\n.attacher("
                + entity.names().model() + "::attach)\n.build();");
        file.line("this.allColumns = " + typedList(Library.COLUMN, handles.columnFields()) + ";");
        file.line("this.allRelations = " + typedList(Library.RELATION_REF, handles.relationFields()) + ";");
        file.close();
        if (isWide) {
            entity.members().forEach(this::factory);
        }
    }

    /** Relations refer to the columns of their keys, which may be declared later. */
    private List<MemberDescription> columnsFirst() {
        return Stream.concat(
                        entity.members().stream().filter(member -> !(member instanceof RelationDescription)),
                        entity.relations().stream())
                .toList();
    }

    private void factory(MemberDescription member) {
        file.blank();
        file.open("private " + handles.type(member) + " " + handles.factory(member) + "(" + handles.builderType()
                + " entity)");
        file.line("return " + handles.code(member) + ";");
        file.close();
    }

    private String typedList(TypeName element, List<String> fields) {
        return Library.LIST + ".<" + element + "<" + entity.type() + ", ?>>of(" + String.join(", ", fields) + ")";
    }

    private void accessors() {
        accessor(Library.ENTITY_MODEL + "<" + entity.type() + "> model()", "this.entityModel");
        accessor(columnList() + " columns()", "this.allColumns");
        accessor(relationList() + " relations()", "this.allRelations");
        accessor(Library.CLASS + "<" + idType() + "> idType()", idType() + ".class");
    }

    private void accessor(String signature, String value) {
        file.blank();
        file.line("@" + Library.OVERRIDE);
        file.open("public " + signature);
        file.line("return " + value + ";");
        file.close();
    }

    private void hasId() {
        accessor(Library.CONDITION + "<" + entity.type() + "> hasId(" + idType() + " id)", handles.hasId());
        accessor(
                Library.LIST + "<" + Library.java("Object") + "> idValues(" + idType() + " id)",
                Library.LIST + ".of(" + handles.idValues() + ")");
    }

    private void columnsClass(GroupDescription group) {
        file.blank();
        file.doc("The columns of " + handles.link(group) + ".");
        file.open("public static final class " + group.columnsClass());
        file.blank();
        fields(group.members());
        file.open("private " + group.columnsClass() + "(" + handles.builderType() + " entity)");
        group.members().forEach(member -> file.line("this." + member.name() + " = " + handles.code(member) + ";"));
        file.close();
        file.close();
    }

    private void provider() {
        file.blank();
        file.doc("Finds {@link #" + entity.names().constant() + "} for the library.");
        file.open("public static final class Provider implements " + Library.ENTITY_PROVIDER);
        file.blank();
        file.doc("Called by the service loader.");
        file.line("public Provider() {}");
        accessor(Library.ENTITY_REF + "<?, ?> entity()", entity.names().constant());
        file.close();
    }
}
