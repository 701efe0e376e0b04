package org.reactiveorm.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToManyThrough;

/**
 * The table behind a many-to-many relation: both keys, together the primary key, each a foreign key that takes the link
 * away with either row.
 */
final class JoinTableDefinition {

    private JoinTableDefinition() {}

    static <E, C> TableDefinition of(EntityModel<?> owner, ToManyThrough<E, C> relation) {
        JoinTable joinTable = relation.joinTable();
        Table name = joinTable.table();
        Map<String, ColumnDefinition> columns = new LinkedHashMap<>();
        add(columns, joinTable.sourceColumns(), relation.sourceKey());
        add(columns, joinTable.targetColumns(), relation.link().targetKey());
        return new TableDefinition(
                owner.name() + '.' + relation.name(),
                name,
                List.copyOf(columns.values()),
                new KeyDefinition(Identifier.fitting(name.name() + "_pkey"), List.copyOf(columns.keySet())),
                List.of(),
                List.of(),
                List.of(
                        referring(name, joinTable.sourceColumns(), owner, relation.sourceKey()),
                        referring(
                                name,
                                joinTable.targetColumns(),
                                relation.target(),
                                relation.link().targetKey())));
    }

    private static void add(
            Map<String, ColumnDefinition> columns, List<String> names, List<? extends Property<?, ?>> keys) {
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), ColumnDefinition.referring(names.get(i), keys.get(i)));
        }
    }

    private static ForeignKeyDefinition referring(
            Table table, List<String> columns, EntityModel<?> target, List<? extends Property<?, ?>> key) {
        ForeignKey constraint = new ForeignKey(
                Identifier.derived(table, columns, "fkey"), ReferentialAction.CASCADE, ReferentialAction.NO_ACTION);
        return new ForeignKeyDefinition(constraint, columns, target.table(), ModelTables.columnsOf(key));
    }
}
