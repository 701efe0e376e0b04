package org.reactiveorm.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToManyThrough;

/**
 * The table behind a many-to-many relation: both keys, together the primary key, each a foreign key that as a rule takes
 * the link away with its row.
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
                List.of(ofSource(owner, relation), ofTarget(relation)));
    }

    /** What the relation says about its own rows goes for both descriptions of the table. */
    private static <E, C> ForeignKeyDefinition ofSource(EntityModel<?> owner, ToManyThrough<E, C> relation) {
        JoinTable table = relation.joinTable();
        return referring(table, table.sourceColumns(), owner, relation.sourceKey());
    }

    /** The other side says it itself, if it has the relation too. */
    private static <E, C> ForeignKeyDefinition ofTarget(ToManyThrough<E, C> relation) {
        JoinTable seen = relation.joinTable();
        return referring(
                new JoinTable(
                        seen.table(),
                        /* sourceColumns= */ seen.targetColumns(),
                        /* targetColumns= */ seen.sourceColumns()),
                seen.targetColumns(),
                relation.target(),
                relation.link().targetKey());
    }

    private static void add(
            Map<String, ColumnDefinition> columns, List<String> names, List<? extends Property<?, ?>> keys) {
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), ColumnDefinition.referring(names.get(i), keys.get(i)));
        }
    }

    private static ForeignKeyDefinition referring(
            JoinTable table, List<String> columns, EntityModel<?> target, List<? extends Property<?, ?>> key) {
        ForeignKey constraint =
                new ForeignKey(Identifier.derived(table.table(), columns, "fkey"), table.onDelete(), table.onUpdate());
        return new ForeignKeyDefinition(constraint, columns, target.table(), ModelTables.columnsOf(key));
    }
}
