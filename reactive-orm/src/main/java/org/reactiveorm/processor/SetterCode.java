package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the setters of a builder. */
final class SetterCode {

    private final EntityDescription entity;
    private final boolean isIdFlat;

    /** The {@code keyPaths} are the columns of required foreign keys; an id record with such columns is set one by one. */
    SetterCode(EntityDescription entity, Set<String> keyPaths) {
        this.entity = entity;
        this.isIdFlat = keyPaths.stream().anyMatch(path -> path.startsWith(entity.idName() + "."));
    }

    /**
     * A setter and whether it is a step.
     *
     * @param setter the setter
     * @param isRequired whether an insert needs it
     */
    record Planned(Setter setter, boolean isRequired) {}

    /** The setters of all columns but the required foreign keys', in order. */
    List<Planned> setters(Set<String> keyPaths) {
        List<Planned> planned = new ArrayList<>();
        for (MemberDescription member : entity.members()) {
            if (member instanceof ColumnDescription column) {
                add(column, keyPaths, planned);
            } else if (member instanceof GroupDescription group) {
                if (isIdFlat && group.name().equals(entity.idName())) {
                    group.columns().forEach(column -> add(column, keyPaths, planned));
                } else if (!settable(group).isEmpty()) {
                    planned.add(group(group));
                }
            }
        }
        return planned;
    }

    private void add(ColumnDescription column, Set<String> keyPaths, List<Planned> planned) {
        if (!keyPaths.contains(column.path())
                && !column.origin().isVersion()
                && !column.origin().isComputed()) {
            String doc = "Sets {@link " + entity.names().model() + "#" + field(column) + "}.";
            planned.add(new Planned(
                    new Setter(setterName(column), List.of(parameter(column)), set(List.of(column)), doc),
                    column.isRequired()));
        }
    }

    /** Links lead to fields of the model; those of a column in a group are fields of its class. */
    private static String field(ColumnDescription column) {
        int dot = column.path().indexOf('.');
        return dot < 0 ? column.name() : column.path().substring(0, dot);
    }

    private Setter.Parameter parameter(ColumnDescription column) {
        JavaType type = column.type();
        return new Setter.Parameter(
                column.nullness().isNullableComponent() ? type.nullable() : type.code(), setterName(column));
    }

    /** The component's name, or its path where the name is taken. */
    private String setterName(ColumnDescription column) {
        boolean isTaken = !column.path().equals(column.name())
                && (entity.members().stream().anyMatch(member -> member.name().equals(column.name()))
                        || entity.columns().stream()
                                .anyMatch(other ->
                                        !other.equals(column) && other.name().equals(column.name())));
        if (!isTaken) {
            return column.name();
        }
        String joined = Identifiers.capitalizedPath(column.path());
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }

    private String handle(String path) {
        return entity.names().modelConstant() + "." + path;
    }

    private String set(List<ColumnDescription> columns) {
        return columns.stream().map(column -> set(column, setterName(column))).collect(Collectors.joining("."));
    }

    private String set(ColumnDescription column, String value) {
        return "set(" + handle(column.path()) + ", " + value + ")";
    }

    private static List<ColumnDescription> settable(GroupDescription group) {
        return group.columns().stream()
                .filter(column -> !column.origin().isComputed())
                .toList();
    }

    private Planned group(GroupDescription group) {
        String change = settable(group).stream()
                .map(column -> set(column, PathCode.inside(group.name(), group, column)))
                .collect(Collectors.joining("\n."));
        JavaType type = JavaType.of(group.type());
        String doc = "Sets the columns of {@link " + entity.names().model() + "#" + group.name() + "}.";
        Setter.Parameter parameter =
                new Setter.Parameter(group.isNullable() ? type.nullable() : type.code(), group.name());
        return new Planned(
                new Setter(group.name(), List.of(parameter), change, doc),
                group.columns().stream().anyMatch(ColumnDescription::isRequired));
    }

    BuilderPlan.KeyStage keyStage(RelationDescription relation) {
        List<ColumnDescription> columns = relation.sourceKey().stream()
                .map(path -> entity.columns().stream()
                        .filter(column -> column.path().equals(path))
                        .findFirst()
                        .orElseThrow())
                .toList();
        String name = columns.size() == 1 ? setterName(columns.get(0)) : relation.name();
        String doc = "Sets the key of {@link " + entity.names().model() + "#" + relation.name() + "}.";
        Setter byKey = new Setter(name, columns.stream().map(this::parameter).toList(), set(columns), doc);
        return new BuilderPlan.KeyStage(
                relation, byKey, creation(relation, relation.target().builder(), false), attachment(relation));
    }

    private Setter attachment(RelationDescription relation) {
        String type = Library.ATTACHMENT + "<" + entity.type() + ", "
                + relation.target().type() + ">";
        return new Setter(
                relation.name(),
                List.of(new Setter.Parameter(type, relation.name())),
                "with(" + handle(relation.name()) + ", " + relation.name() + ")",
                "Creates or connects {@link " + entity.names().model() + "#" + relation.name() + "}.");
    }

    /** A setter for rows that are related by any of the relations. */
    Setter attachment() {
        return new Setter(
                "with",
                List.of(new Setter.Parameter(Library.ATTACHMENT + "<" + entity.type() + ", ?>", "attachment")),
                "with(attachment)",
                "Creates or connects related rows together with it.");
    }

    /** A setter that creates related entities: one, or with {@code isMany} any number. */
    Setter creation(RelationDescription relation, TypeName created, boolean isMany) {
        return new Setter(
                relation.name(),
                List.of(new Setter.Parameter(created + (isMany ? "..." : ""), relation.name())),
                create(relation, isMany ? Library.LIST + ".of(" + relation.name() + ")" : relation.name()),
                creationDoc(relation));
    }

    /** A setter that creates a collection of related entities. */
    Setter creationOfAll(RelationDescription relation, TypeName created) {
        return new Setter(
                relation.name(),
                List.of(new Setter.Parameter(Library.COLLECTION + "<? extends " + created + ">", relation.name())),
                create(relation, relation.name()),
                creationDoc(relation));
    }

    private String create(RelationDescription relation, String argument) {
        return "create(" + handle(relation.name()) + ", " + argument + ")";
    }

    private String creationDoc(RelationDescription relation) {
        return "Creates {@link " + entity.names().model() + "#" + relation.name() + "} together with it.";
    }
}
