package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads relations whose foreign key is in the entity's own table. */
final class ForeignKeyReader {

    private final Context context;

    ForeignKeyReader(Context context) {
        this.context = context;
    }

    /** Whether the key is on this side: it says so, or it says nothing and there is a component of the default name. */
    static boolean isOwning(EntitySource entity, RelationSource relation) {
        if (relation.isMany()) {
            return false;
        }
        return relation.mark("BelongsTo").isPresent()
                || (relation.marks().isEmpty() && entity.columns().containsKey(defaultKey(relation)));
    }

    /** The paths of the key's columns. */
    static List<String> keyOf(RelationSource relation) {
        return relation.mark("BelongsTo")
                .map(mark -> mark.texts("key"))
                .filter(key -> !key.isEmpty())
                .orElseGet(() -> List.of(defaultKey(relation)));
    }

    private static String defaultKey(RelationSource relation) {
        return relation.name() + "Id";
    }

    static List<String> paths(List<ColumnDescription> columns) {
        return columns.stream().map(ColumnDescription::path).toList();
    }

    @Nullable
    RelationDescription read(EntitySource entity, RelationSource relation, EntitySource target) {
        Place place = relation.mark("BelongsTo")
                .map(mark -> mark.place("key"))
                .orElse(relation.member().place());
        List<ColumnDescription> id = target.idColumns();
        List<ColumnDescription> key = columns(entity, relation, id, place);
        if (id.isEmpty() || key.size() != keyOf(relation).size() || !fits(relation, key, id, place)) {
            return null;
        }
        checkNullability(relation, key, place);
        refuseComputed(relation, key, place);
        String onDelete = action(relation, key, "onDelete");
        String onUpdate = action(relation, key, "onUpdate");
        String columns = key.stream().map(ColumnDescription::column).collect(Collectors.joining("_"));
        String constraint =
                Identifiers.bounded(entity.table().name() + "_" + columns + distinction(entity, relation) + "_fkey");
        RelationKind kind = new RelationKind.ToOne(constraint, onDelete, onUpdate);
        return new RelationDescription(
                relation.name(),
                relation.member().access(),
                kind,
                target.names(),
                paths(key),
                paths(id),
                RelationHandle.of(kind, target, key));
    }

    /** Two relations over the same columns need two names. */
    private static String distinction(EntitySource entity, RelationSource relation) {
        RelationSource first = entity.relations().values().stream()
                .filter(other -> isOwning(entity, other) && keyOf(other).equals(keyOf(relation)))
                .findFirst()
                .orElse(relation);
        return first.name().equals(relation.name()) ? "" : "_" + Identifiers.snake(relation.name());
    }

    private String action(RelationSource relation, List<ColumnDescription> key, String event) {
        return relation.mark("BelongsTo")
                .map(mark -> {
                    String action = mark.constant(event);
                    checkAction(relation, key, action, mark.place(event));
                    return action;
                })
                .orElse("NO_ACTION");
    }

    private void checkAction(RelationSource relation, List<ColumnDescription> key, String action, Place place) {
        boolean isNeverNull = key.stream().noneMatch(column -> column.nullness().isNullableColumn());
        if (isNeverNull && action.equals("SET_NULL")) {
            context.problems()
                    .report(
                            Code.ORM_KEY_NULLABILITY,
                            place,
                            "%s: SET_NULL needs a key that can be null. Mark %s @Nullable, or choose another action."
                                    .formatted(relation.member().label(), String.join(", ", paths(key))));
        }
        List<ColumnDescription> without =
                key.stream().filter(column -> column.origin().isGiven()).toList();
        if (!without.isEmpty() && action.equals("SET_DEFAULT")) {
            context.problems()
                    .report(
                            Code.ORM_KEY_DEFAULT,
                            place,
                            "%s: SET_DEFAULT needs a key with a default. Give %s a @Default, or choose another action%s."
                                    .formatted(
                                            relation.member().label(),
                                            String.join(", ", paths(without)),
                                            isNeverNull ? "" : ", for example SET_NULL"));
        }
    }

    private List<ColumnDescription> columns(
            EntitySource entity, RelationSource relation, List<ColumnDescription> id, Place place) {
        Map<String, ColumnDescription> byPath = entity.columnsByPath();
        List<ColumnDescription> columns = new ArrayList<>();
        for (String path : keyOf(relation)) {
            Optional.ofNullable(byPath.get(path)).ifPresent(columns::add);
            if (!byPath.containsKey(path) && !isBroken(entity, path)) {
                context.problems()
                        .report(
                                Code.ORM_UNKNOWN_KEY,
                                place,
                                "%s: %s has no component '%s' for the key. Add one of type %s, or name the key with @BelongsTo(key = …). It has: %s."
                                        .formatted(
                                                relation.member().label(),
                                                entity.simpleName(),
                                                path,
                                                typesOf(id),
                                                String.join(", ", byPath.keySet())));
            }
        }
        return columns;
    }

    /** Whether the component is there, but has mistakes of its own. */
    private static boolean isBroken(EntitySource entity, String path) {
        String name = path.split("\\.", -1)[0];
        return !entity.columns().containsKey(name)
                && !entity.relations().containsKey(name)
                && entity.members().stream().anyMatch(member -> member.name().equals(name));
    }

    private static String typesOf(List<ColumnDescription> columns) {
        return columns.stream().map(column -> column.type().forMessage()).collect(Collectors.joining(", "));
    }

    private boolean fits(
            RelationSource relation, List<ColumnDescription> key, List<ColumnDescription> id, Place place) {
        List<String> keyTypes =
                key.stream().map(column -> column.type().boxed()).toList();
        List<String> idTypes = id.stream().map(column -> column.type().boxed()).toList();
        if (keyTypes.equals(idTypes)) {
            return true;
        }
        context.problems()
                .report(
                        Code.ORM_KEY_TYPE,
                        place,
                        "%s: the key (%s) is of type (%s), but the id of %s is (%s). Both need the same columns in the same order."
                                .formatted(
                                        relation.member().label(),
                                        String.join(", ", paths(key)),
                                        typesOf(key),
                                        relation.target().getSimpleName(),
                                        typesOf(id)));
        return false;
    }

    private void refuseComputed(RelationSource relation, List<ColumnDescription> key, Place place) {
        key.stream()
                .filter(column -> column.origin().isComputed())
                .forEach(column -> context.problems()
                        .report(
                                Code.ORM_COMPUTED,
                                place,
                                "%s: the key %s is @Computed, but relations are made by setting their keys. Make it a column of its own."
                                        .formatted(relation.member().label(), column.path())));
    }

    private void checkNullability(RelationSource relation, List<ColumnDescription> key, Place place) {
        long nullable = key.stream()
                .filter(column -> column.nullness().isNullableColumn())
                .count();
        if (nullable > 0 && nullable < key.size()) {
            context.problems()
                    .report(
                            Code.ORM_KEY_NULLABILITY,
                            place,
                            "%s: of the key (%s) some columns are @Nullable and some are not. A key is given or missing as a whole."
                                    .formatted(relation.member().label(), String.join(", ", paths(key))));
        }
    }
}
