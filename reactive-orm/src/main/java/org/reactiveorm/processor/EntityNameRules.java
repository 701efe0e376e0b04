package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that no two entities have one table, or would generate one class. */
final class EntityNameRules {

    private final Context context;
    private final Map<TableDescription, EntitySource> byTable = new HashMap<>();
    private final Map<String, EntitySource> byGeneratedName = new HashMap<>();

    EntityNameRules(Context context) {
        this.context = context;
    }

    void check(EntitySource entity) {
        EntitySource sameTable = byTable.putIfAbsent(entity.table(), entity);
        if (sameTable != null) {
            report(
                    entity,
                    "%s and %s are both table '%s'. Give one of them another with @Entity(table = …)"
                            .formatted(
                                    sameTable.simpleName(),
                                    entity.simpleName(),
                                    entity.table().name()));
        }
        EntityNames names = entity.names();
        List.of(names.model(), names.builder(), names.steps()).stream()
                .filter(generated -> byGeneratedName.containsKey(generated.qualifiedName()))
                .findFirst()
                .ifPresent(generated -> report(entity, clash(entity, generated)));
        byGeneratedName.putIfAbsent(names.model().qualifiedName(), entity);
        byGeneratedName.putIfAbsent(names.builder().qualifiedName(), entity);
        byGeneratedName.putIfAbsent(names.steps().qualifiedName(), entity);
    }

    /** The entity that has this table, among those that were checked. */
    Optional<EntitySource> ofTable(TableDescription table) {
        return Optional.ofNullable(byTable.get(table));
    }

    private String clash(EntitySource entity, TypeName generated) {
        String other = Optional.ofNullable(byGeneratedName.get(generated.qualifiedName()))
                .map(source -> source.names().type().name())
                .orElse("");
        return "%s and %s would both generate %s. Rename one, or move it to another package"
                .formatted(other, entity.names().type().name(), generated.simpleName());
    }

    private void report(EntitySource entity, String message) {
        context.problems().report(Code.ORM_NAME_CLASH, Place.of(entity.element()), message + ".");
    }
}
