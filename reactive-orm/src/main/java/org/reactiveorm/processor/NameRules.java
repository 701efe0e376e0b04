package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks that nothing within an entity has the name of something else. */
final class NameRules {

    /** Methods that every object has and a setter of the same name and type would override. */
    private static final Set<String> OBJECT_METHODS = Set.of("wait", "equals");

    private final Context context;

    NameRules(Context context) {
        this.context = context;
    }

    void check(EntitySource entity) {
        checkColumns(entity);
        for (Member member : entity.members()) {
            if (OBJECT_METHODS.contains(member.name())
                    || ModelWriter.PRIVATE_FIELDS.contains(member.name())
                    || member.name().equals(entity.names().constant())) {
                context.problems()
                        .report(
                                Code.ORM_NAME_CLASH,
                                member.place(),
                                "%s has the name of a generated member. Choose another one and keep the column with @Column(name = \"%s\")."
                                        .formatted(member.label(), Identifiers.snake(member.name())));
            }
        }
    }

    private void checkColumns(EntitySource entity) {
        Map<String, ColumnDescription> byColumn = new HashMap<>();
        for (ColumnDescription column : entity.columnsByPath().values()) {
            ColumnDescription earlier = byColumn.putIfAbsent(column.column(), column);
            if (earlier != null) {
                context.problems()
                        .report(
                                Code.ORM_NAME_CLASH,
                                placeOf(entity, column),
                                "%s.%s and %s.%s are both column '%s'. Give one of them another name with @Column(name = …)."
                                        .formatted(
                                                entity.simpleName(),
                                                earlier.path(),
                                                entity.simpleName(),
                                                column.path(),
                                                column.column()));
            }
        }
    }

    private static Place placeOf(EntitySource entity, ColumnDescription column) {
        return entity.members().stream()
                .filter(member -> (column.path() + ".").startsWith(member.name() + "."))
                .findFirst()
                .map(Member::place)
                .orElse(Place.of(entity.element()));
    }
}
