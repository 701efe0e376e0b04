package org.reactiveorm.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.processor.RelationKind.LinkActions;

/** Reads relations through a join table that has no entity. */
final class JoinTableReader {

    private final Context context;
    private final EntityLookup entities;
    private final IdentifierReader identifiers;

    JoinTableReader(Context context, EntityLookup entities) {
        this.context = context;
        this.entities = entities;
        this.identifiers = new IdentifierReader(context);
    }

    @Nullable
    RelationDescription read(EntitySource entity, RelationSource relation, EntitySource target) {
        Mark mark = relation.mark("ManyToMany").orElseThrow();
        if (entity.idColumns().isEmpty() || target.idColumns().isEmpty()) {
            return null;
        }
        RelationKind.ManyToMany kind = mark.text("mappedBy").isEmpty()
                ? described(entity, relation, target, mark)
                : mapped(entity, relation, target, mark);
        return kind == null
                ? null
                : new RelationDescription(
                        relation.name(),
                        relation.member().access(),
                        kind.acting(actions(relation, mark)),
                        target.names(),
                        ForeignKeyReader.paths(entity.idColumns()),
                        ForeignKeyReader.paths(target.idColumns()),
                        RelationHandle.of(kind, target, List.of()));
    }

    /** What the relation says that happens to the links of its own rows; null for the usual. */
    private @Nullable LinkActions actions(RelationSource relation, Mark mark) {
        LinkActions actions = new LinkActions(action(relation, mark, "onDelete"), action(relation, mark, "onUpdate"));
        return actions.equals(LinkActions.USUAL) ? null : actions;
    }

    private String action(RelationSource relation, Mark mark, String event) {
        String action = mark.constant(event);
        if (action.startsWith("SET_")) {
            context.problems()
                    .report(
                            Code.ORM_JOIN_TABLE,
                            mark.place(event),
                            "%s: the columns of a link are its primary key, so %s has nothing to set. Choose CASCADE, RESTRICT or NO_ACTION."
                                    .formatted(relation.member().label(), action));
        }
        return action;
    }

    private RelationKind.@Nullable ManyToMany mapped(
            EntitySource entity, RelationSource relation, EntitySource target, Mark mark) {
        String mappedBy = mark.text("mappedBy");
        Optional<RelationSource> owner = describers(entity, target)
                .filter(other -> other.name().equals(mappedBy))
                .findFirst();
        if (owner.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_MAPPED_BY,
                            mark.place("mappedBy"),
                            "%s is mapped by '%s', but %s has no @ManyToMany Many<%s> of that name that describes the join table."
                                    .formatted(
                                            relation.member().label(),
                                            mappedBy,
                                            target.simpleName(),
                                            entity.simpleName()));
            return null;
        }
        RelationKind.ManyToMany there = kind(
                /* entity= */ target,
                /* target= */ entity,
                owner.get().mark("ManyToMany").orElseThrow());
        return flipped(there);
    }

    private static RelationKind.ManyToMany flipped(RelationKind.ManyToMany kind) {
        return new RelationKind.ManyToMany(
                kind.table(),
                /* sourceColumns= */ kind.targetColumns(),
                /* targetColumns= */ kind.sourceColumns(),
                kind.actions());
    }

    /** The relations of the target that describe a join table with the entity. */
    private static Stream<RelationSource> describers(EntitySource entity, EntitySource target) {
        return target.relations().values().stream()
                .filter(other -> other.isMany() && other.leadsTo(entity))
                .filter(other -> other.mark("ManyToMany")
                        .filter(mark -> mark.text("mappedBy").isEmpty())
                        .isPresent());
    }

    private RelationKind.@Nullable ManyToMany described(
            EntitySource entity, RelationSource relation, EntitySource target, Mark mark) {
        RelationKind.ManyToMany kind = kind(entity, target, mark);
        identifiers.checked(kind.table().name(), mark.place("table"));
        kind.sourceColumns().forEach(column -> identifiers.checkedColumn(column, mark.place("key")));
        kind.targetColumns().forEach(column -> identifiers.checkedColumn(column, mark.place("targetKey")));
        String fault = fault(entity, target, kind);
        if (fault == null) {
            fault = mappedElsewhere(kind.table());
        }
        if (fault == null) {
            fault = disagreement(entity, relation, target, kind);
        }
        if (fault != null) {
            context.problems()
                    .report(Code.ORM_JOIN_TABLE, mark.place(), relation.member().label() + fault);
            return null;
        }
        return kind;
    }

    private static @Nullable String fault(EntitySource entity, EntitySource target, RelationKind.ManyToMany kind) {
        int sources = entity.idColumns().size();
        int targets = target.idColumns().size();
        if (kind.sourceColumns().size() != sources || kind.targetColumns().size() != targets) {
            return ": the join table needs %d key and %d targetKey columns, for the ids of %s and %s."
                    .formatted(sources, targets, entity.simpleName(), target.simpleName());
        }
        List<String> columns = Stream.concat(kind.sourceColumns().stream(), kind.targetColumns().stream())
                .toList();
        return new HashSet<>(columns).size() == columns.size()
                ? null
                : ": the join table %s would have the columns %s, two of them with one name. Name them with @ManyToMany(key = …, targetKey = …)."
                        .formatted(kind.table().name(), String.join(", ", columns));
    }

    private @Nullable String mappedElsewhere(TableDescription table) {
        return entities.ofTable(table)
                .map(owner ->
                        ": '%s' is the table of %s, but a join table has no entity. Name another with @ManyToMany(table = …), or have a Many<%s>."
                                .formatted(table.name(), owner.simpleName(), owner.simpleName()))
                .orElse(null);
    }

    private static @Nullable String disagreement(
            EntitySource entity, RelationSource relation, EntitySource target, RelationKind.ManyToMany kind) {
        List<RelationSource> others = describers(entity, target)
                .filter(other ->
                        !other.member().element().equals(relation.member().element()))
                .toList();
        if (others.size() != 1
                || describers(/* entity= */ target, /* target= */ entity).count() != 1) {
            return null;
        }
        RelationSource other = others.get(0);
        RelationKind.ManyToMany there = flipped(kind(
                /* entity= */ target,
                /* target= */ entity,
                other.mark("ManyToMany").orElseThrow()));
        return there.equals(kind)
                ? null
                : " and %s describe different join tables. Describe it on one side and write mappedBy = \"%s\" on the other."
                        .formatted(other.member().label(), other.name());
    }

    private static RelationKind.ManyToMany kind(EntitySource entity, EntitySource target, Mark mark) {
        boolean isFirst = entity.table().name().compareTo(target.table().name()) <= 0;
        EntitySource first = isFirst ? entity : target;
        EntitySource second = isFirst ? target : entity;
        String given = mark.text("table");
        String table = given.isEmpty()
                ? Identifiers.bounded(
                        first.table().name() + "_" + second.table().name())
                : given;
        return new RelationKind.ManyToMany(
                new TableDescription(first.table().schema(), table),
                columns(mark.texts("key"), entity),
                columns(mark.texts("targetKey"), target),
                null);
    }

    private static List<String> columns(List<String> given, EntitySource entity) {
        return given.isEmpty()
                ? entity.idColumns().stream()
                        .map(column ->
                                Identifiers.bounded(Identifiers.snake(entity.simpleName()) + "_" + column.column()))
                        .toList()
                : given;
    }
}
