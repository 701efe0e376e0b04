package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the primary key, unique constraints and indexes. */
final class KeyReader {

    private final Context context;
    private final IdentifierReader identifiers;
    private final EntitySource entity;
    private final Map<String, ColumnDescription> columns;
    private final List<KeyDescription> keys = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    KeyReader(Context context, EntitySource entity) {
        this.context = context;
        this.identifiers = new IdentifierReader(context);
        this.entity = entity;
        this.columns = entity.columnsByPath();
    }

    /** The primary key first. */
    List<KeyDescription> read() {
        String primary = Identifiers.bounded(entity.table().name() + "_pkey");
        names.add(primary);
        keys.add(new KeyDescription(
                KeyDescription.Kind.PRIMARY, primary, ForeignKeyReader.paths(entity.idColumns()), ""));
        for (KeyDescription.Kind kind : List.of(KeyDescription.Kind.UNIQUE, KeyDescription.Kind.INDEX)) {
            onMembers(kind, entity.members(), entity.columns());
            Mark.repeated(entity.element(), annotation(kind), container(kind)).forEach(mark -> onEntity(kind, mark));
        }
        return List.copyOf(keys);
    }

    /** Members of the entity, and of the records in it. */
    private void onMembers(KeyDescription.Kind kind, List<Member> members, Map<String, MemberDescription> described) {
        for (Member member : members) {
            MemberDescription description = described.get(member.name());
            Mark.repeated(member.element(), annotation(kind), container(kind))
                    .forEach(mark -> onMember(kind, new Marked(member, description), mark));
            if (description instanceof GroupDescription group) {
                Map<String, MemberDescription> inner = new HashMap<>();
                group.members().forEach(each -> inner.put(each.name(), each));
                JavaTypes.elementOf(member.type())
                        .ifPresent(record -> onMembers(kind, new MemberReader(context).read(record), inner));
            }
        }
    }

    private static String annotation(KeyDescription.Kind kind) {
        return kind == KeyDescription.Kind.UNIQUE ? "Unique" : "Index";
    }

    private static String container(KeyDescription.Kind kind) {
        return kind == KeyDescription.Kind.UNIQUE ? "Uniques" : "Indexes";
    }

    private record Marked(Member member, @Nullable MemberDescription description) {}

    private void onMember(KeyDescription.Kind kind, Marked marked, Mark mark) {
        Member member = marked.member();
        MemberDescription description = marked.description();
        if (!mark.texts("value").isEmpty() || EntityReader.isRelation(member.type())) {
            context.problems()
                    .report(
                            Code.ORM_KEY_COMPONENT,
                            mark.place("value"),
                            "%s: %s on a component is for that column alone. Move it to %s and name the components there."
                                    .formatted(member.label(), mark.name(), entity.simpleName()));
        } else if (description != null) {
            add(kind, GroupDescription.columnsOf(List.of(description)), mark);
        }
    }

    private void onEntity(KeyDescription.Kind kind, Mark mark) {
        List<ColumnDescription> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String path : mark.texts("value")) {
            ColumnDescription column = columns.get(path);
            if (column == null || !seen.add(path)) {
                reportComponent(path, column, mark);
            } else {
                found.add(column);
            }
        }
        if (mark.texts("value").isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_KEY_COMPONENT,
                            mark.place(),
                            "%s: %s on an entity names the components: %s({\"a\", \"b\"})."
                                    .formatted(entity.simpleName(), mark.name(), mark.name()));
        }
        if (!found.isEmpty() && found.size() == mark.texts("value").size()) {
            add(kind, found, mark);
        }
    }

    private void reportComponent(String path, @Nullable ColumnDescription column, Mark mark) {
        String fault = column == null ? "is no column" : "is named twice";
        context.problems()
                .report(
                        Code.ORM_KEY_COMPONENT,
                        mark.place("value"),
                        "%s: '%s' in %s %s. %s has: %s."
                                .formatted(
                                        entity.simpleName(),
                                        path,
                                        mark.name(),
                                        fault,
                                        entity.simpleName(),
                                        String.join(", ", columns.keySet())));
    }

    private void add(KeyDescription.Kind kind, List<ColumnDescription> found, Mark mark) {
        String suffix = kind == KeyDescription.Kind.UNIQUE ? "_key" : "_idx";
        String joined = found.stream().map(ColumnDescription::column).collect(Collectors.joining("_"));
        String given = mark.text("name");
        String name = given.isEmpty()
                ? Identifiers.bounded(entity.table().name() + "_" + joined + suffix)
                : identifiers.checked(given, mark.place("name"));
        if (!names.add(name)) {
            context.problems()
                    .report(
                            Code.ORM_NAME_CLASH,
                            mark.place(),
                            "%s has two keys or indexes with the name '%s'. Give one of them another with name = …."
                                    .formatted(entity.simpleName(), name));
        }
        String where = kind == KeyDescription.Kind.UNIQUE ? mark.text("where") : "";
        keys.add(new KeyDescription(
                where.isEmpty() ? kind : KeyDescription.Kind.PARTIALLY_UNIQUE,
                name,
                ForeignKeyReader.paths(found),
                where));
    }
}
