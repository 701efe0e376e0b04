package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what a path within an entity leads to; what does not lead anywhere is a {@link ShapeFault}. */
final class PathFinder {

    private final EntityLookup entities;
    private final RelationReader relations;
    private final String user;

    /** Paths for code in the package {@code user}; mistakes of the entities themselves are not reported again. */
    PathFinder(Context context, EntityLookup entities, String user) {
        this.entities = entities;
        this.relations = new RelationReader(context.silent(), entities);
        this.user = user;
    }

    /** A property, {@code address.city}, or one that relations lead to, {@code author.name}. */
    PropertyPath property(EntitySource entity, String path) {
        return property(List.of(), entity, path);
    }

    private PropertyPath property(List<PathStep> steps, EntitySource entity, String path) {
        MemberDescription own = properties(entity).get(path);
        if (own != null) {
            Absence absence = Absence.of(isNullable(own), entities.isCompiledHere(entity.element()));
            for (PathStep step : steps) {
                absence = absence.or(step.absence());
            }
            return new PropertyPath(steps, entity, own, absence);
        }
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        if (!entity.relations().containsKey(first)) {
            throw unknown(entity, path, first);
        }
        PathStep step = relation(entity, first);
        if (dot < 0) {
            throw ShapeFault.of(
                    "%s is a relation, not a property. Name a property of it, or nest a shape that has the relation."
                            .formatted(step.label()));
        }
        if (!step.isToOne()) {
            throw ShapeFault.of(
                    "%s leads to many rows, and a path only over relations to one row.".formatted(step.label()));
        }
        List<PathStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return property(longer, step.target(), path.substring(dot + 1));
    }

    /** Columns and groups by their paths, also those in groups. */
    private static Map<String, MemberDescription> properties(EntitySource entity) {
        Map<String, MemberDescription> byPath = new LinkedHashMap<>();
        entity.columns().values().forEach(member -> collect(member, byPath));
        return byPath;
    }

    private static void collect(MemberDescription member, Map<String, MemberDescription> byPath) {
        if (member instanceof GroupDescription group) {
            byPath.put(group.path(), group);
            group.members().forEach(inner -> collect(inner, byPath));
        } else if (member instanceof ColumnDescription column) {
            byPath.put(column.path(), column);
        }
    }

    private static boolean isNullable(MemberDescription property) {
        return property instanceof GroupDescription group
                ? group.isNullable()
                : property instanceof ColumnDescription column
                        && column.nullness().isNullableColumn();
    }

    private static ShapeFault unknown(EntitySource entity, String path, String first) {
        List<String> names = new ArrayList<>(entity.columnsByPath().keySet());
        names.addAll(entity.relations().keySet());
        return isBroken(entity, first)
                ? ShapeFault.known()
                : ShapeFault.of("%s has no property '%s'. It has: %s."
                        .formatted(entity.simpleName(), path, String.join(", ", names)));
    }

    /** Whether the entity's member is there, but has mistakes of its own. */
    private static boolean isBroken(EntitySource entity, String name) {
        return !entity.columns().containsKey(name)
                && !entity.relations().containsKey(name)
                && entity.members().stream().anyMatch(member -> member.name().equals(name));
    }

    /** A relation of the entity itself. */
    PathStep relation(EntitySource entity, String name) {
        RelationSource source = entity.relations().get(name);
        if (source == null) {
            throw isBroken(entity, name)
                    ? ShapeFault.known()
                    : ShapeFault.of("%s has no relation '%s'. It has: %s."
                            .formatted(
                                    entity.simpleName(),
                                    name,
                                    String.join(", ", entity.relations().keySet())));
        }
        RelationDescription relation = relations.read(entity, source);
        EntitySource target = entities.source(source.target()).orElse(null);
        if (relation == null || target == null) {
            throw ShapeFault.known();
        }
        if (!target.names().isPublic() && !target.names().type().packageName().equals(user)) {
            throw ShapeFault.of(
                    "%s.%s leads to %s, which is not public: only shapes of its package can use the relation."
                            .formatted(entity.simpleName(), name, target.simpleName()));
        }
        return new PathStep(entity, relation, target, absence(entity, relation));
    }

    private Absence absence(EntitySource entity, RelationDescription relation) {
        if (!relation.kind().isOwning()) {
            return Absence.POSSIBLE;
        }
        boolean isNullable = entity.columnsByPath().values().stream()
                .filter(column -> relation.sourceKey().contains(column.path()))
                .anyMatch(column -> column.nullness().isNullableColumn());
        return Absence.of(isNullable, entities.isCompiledHere(entity.element()));
    }

    /** The relations that a path of relations alone leads over; empty if it is another path. */
    List<PathStep> relations(EntitySource entity, String path) {
        List<PathStep> steps = new ArrayList<>();
        EntitySource at = entity;
        List<String> names = List.of(path.split("\\.", -1));
        for (String name : names) {
            if (!at.relations().containsKey(name)) {
                return List.of();
            }
            PathStep step = relation(at, name);
            if (!step.isToOne() && steps.size() < names.size() - 1) {
                return List.of();
            }
            steps.add(step);
            at = step.target();
        }
        return steps;
    }

    /** The paths that a name in camel case can stand for: {@code authorName} for {@code author.name}. */
    List<String> spelled(EntitySource entity, String name) {
        return spelled(entity, "", Identifiers.capitalized(name));
    }

    /** A property of an entity comes before those of related ones: {@code bossId} is not {@code boss.id}. */
    private List<String> spelled(EntitySource entity, String prefix, String rest) {
        List<String> paths = new ArrayList<>();
        properties(entity).keySet().stream()
                .filter(path -> Identifiers.capitalizedPath(path).equals(rest))
                .forEach(path -> paths.add(prefix + path));
        if (paths.isEmpty()) {
            for (RelationSource relation : entity.relations().values()) {
                String start = Identifiers.capitalized(relation.name());
                if (!relation.isMany() && rest.startsWith(start) && rest.length() > start.length()) {
                    entities.source(relation.target())
                            .map(target ->
                                    spelled(target, prefix + relation.name() + ".", rest.substring(start.length())))
                            .ifPresent(paths::addAll);
                }
            }
        }
        return paths;
    }
}
