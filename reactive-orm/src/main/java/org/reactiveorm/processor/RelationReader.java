package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the other side of relations. */
final class RelationReader {

    private final Context context;
    private final EntityLookup entities;
    private final ForeignKeyReader foreignKeys;
    private final JoinTableReader joinTables;

    RelationReader(Context context, EntityLookup entities) {
        this.context = context;
        this.entities = entities;
        this.foreignKeys = new ForeignKeyReader(context);
        this.joinTables = new JoinTableReader(context, entities);
    }

    /** The relation, or null after a mistake. */
    @Nullable
    RelationDescription read(EntitySource entity, RelationSource relation) {
        EntitySource target = entities.source(relation.target()).orElse(null);
        List<Mark> marks = relation.marks();
        if (target == null || hasMisplaced(relation, marks)) {
            return null;
        }
        if (marks.isEmpty()) {
            return relation.isMany() ? unmarkedMany(entity, relation, target) : unmarkedOne(entity, relation, target);
        }
        Mark mark = marks.get(0);
        return switch (mark.name()) {
            case "@BelongsTo" -> foreignKeys.read(entity, relation, target);
            case "@ManyToMany" -> joinTables.read(entity, relation, target);
            default -> inverse(entity, relation, target, mark);
        };
    }

    private boolean hasMisplaced(RelationSource relation, List<Mark> marks) {
        for (Mark mark : marks) {
            boolean isForMany = mark.name().equals("@HasMany") || mark.name().equals("@ManyToMany");
            if (isForMany != relation.isMany() || marks.size() > 1) {
                context.problems()
                        .report(
                                Code.ORM_MISPLACED,
                                mark.place(),
                                "%s: %s is for %s, and one relation carries one such annotation."
                                        .formatted(
                                                relation.member().label(),
                                                mark.name(),
                                                isForMany ? "Many<…>" : "One<…>"));
                return true;
            }
        }
        return false;
    }

    private @Nullable RelationDescription unmarkedOne(
            EntitySource entity, RelationSource relation, EntitySource target) {
        List<RelationSource> candidates = candidates(entity, relation, target);
        if (!ForeignKeyReader.isOwning(entity, relation)) {
            return inverseOf(entity, relation, target, candidates);
        }
        if (candidates.isEmpty()) {
            return foreignKeys.read(entity, relation, target);
        }
        context.problems()
                .report(
                        Code.ORM_RELATION_KIND,
                        relation.member().place(),
                        "%s could be the owner of the key %sId or the other side of %s. Say which with @BelongsTo or @HasOne."
                                .formatted(relation.member().label(), relation.name(), labels(candidates)));
        return null;
    }

    private @Nullable RelationDescription unmarkedMany(
            EntitySource entity, RelationSource relation, EntitySource target) {
        List<RelationSource> candidates = candidates(entity, relation, target);
        boolean facesMany = target.relations().values().stream()
                .anyMatch(other -> other.isMany() && other.leadsTo(entity) && !isSame(other, relation));
        if (candidates.isEmpty() && facesMany) {
            context.problems()
                    .report(
                            Code.ORM_MANY_TO_MANY,
                            relation.member().place(),
                            "%s: both %s and %s have a Many of each other. Annotate both with @ManyToMany for a join table, or give %s a @BelongsTo One<%s>."
                                    .formatted(
                                            relation.member().label(),
                                            entity.simpleName(),
                                            target.simpleName(),
                                            target.simpleName(),
                                            entity.simpleName()));
            return null;
        }
        return inverseOf(entity, relation, target, candidates);
    }

    private static boolean isSame(RelationSource left, RelationSource right) {
        return left.member().element().equals(right.member().element());
    }

    /** The foreign keys of the target that refer to the entity. */
    private static List<RelationSource> candidates(EntitySource entity, RelationSource relation, EntitySource target) {
        return target.relations().values().stream()
                .filter(other ->
                        other.leadsTo(entity) && !isSame(other, relation) && ForeignKeyReader.isOwning(target, other))
                .toList();
    }

    private @Nullable RelationDescription inverseOf(
            EntitySource entity, RelationSource relation, EntitySource target, List<RelationSource> candidates) {
        if (candidates.size() == 1) {
            return describe(entity, relation, target, candidates.get(0));
        }
        String annotation = relation.isMany() ? "@HasMany" : "@HasOne";
        if (candidates.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_MISSING_INVERSE,
                            relation.member().place(),
                            "%s has no other side: give %s a '@BelongsTo One<%s>' with its key%s."
                                    .formatted(
                                            relation.member().label(),
                                            target.simpleName(),
                                            entity.simpleName(),
                                            relation.isMany()
                                                    ? ""
                                                    : ", or %s a component '%sId'"
                                                            .formatted(entity.simpleName(), relation.name())));
        } else {
            context.problems()
                    .report(
                            Code.ORM_AMBIGUOUS_INVERSE,
                            relation.member().place(),
                            "%s could be the other side of %s. Name one with %s(mappedBy = \"%s\")."
                                    .formatted(
                                            relation.member().label(),
                                            labels(candidates),
                                            annotation,
                                            candidates.get(0).name()));
        }
        return null;
    }

    private @Nullable RelationDescription inverse(
            EntitySource entity, RelationSource relation, EntitySource target, Mark mark) {
        List<RelationSource> candidates = candidates(entity, relation, target);
        String mappedBy = mark.text("mappedBy");
        if (mappedBy.isEmpty()) {
            return inverseOf(entity, relation, target, candidates);
        }
        Optional<RelationSource> named = candidates.stream()
                .filter(other -> other.name().equals(mappedBy))
                .findFirst();
        if (named.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_MAPPED_BY,
                            mark.place("mappedBy"),
                            "%s is mapped by '%s', but %s has no @BelongsTo One<%s> of that name. It has: %s."
                                    .formatted(
                                            relation.member().label(),
                                            mappedBy,
                                            target.simpleName(),
                                            entity.simpleName(),
                                            candidates.isEmpty() ? "none" : labels(candidates)));
        }
        return named.map(other -> describe(entity, relation, target, other)).orElse(null);
    }

    private static RelationDescription describe(
            EntitySource entity, RelationSource relation, EntitySource target, RelationSource other) {
        RelationKind kind =
                relation.isMany() ? new RelationKind.ToMany(other.name()) : new RelationKind.InverseToOne(other.name());
        List<String> key = ForeignKeyReader.keyOf(other);
        return new RelationDescription(
                relation.name(),
                relation.member().access(),
                kind,
                target.names(),
                ForeignKeyReader.paths(entity.idColumns()),
                key,
                RelationHandle.of(kind, target, target.columns(key)));
    }

    private static String labels(List<RelationSource> relations) {
        return relations.stream().map(relation -> relation.member().label()).collect(Collectors.joining(", "));
    }
}
