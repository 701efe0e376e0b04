package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Link;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Condition;

/** Writes FROM and WHERE of a subquery on the rows that are related to the row of an outer alias. */
final class RelatedRows {

    private final SqlWriter writer;

    RelatedRows(SqlWriter writer) {
        this.writer = writer;
    }

    /** {@code from … where <linked with the outer row> and <condition>}. */
    <E, C> SqlWriter from(Relation<E, C> relation, Qualifier related, Qualifier outerTable, Condition<C> condition) {
        String alias = related.alias();
        String outer = outerTable.alias();
        List<Property<E, ?>> source = relation.sourceKey();
        relation.link().accept(new Link.Visitor<C, SqlWriter>() {
            @Override
            public SqlWriter direct(Link.Direct<C> link) {
                writer.append(" from ")
                        .rowsOf(relation.target())
                        .append(" ")
                        .append(alias)
                        .append(" where ");
                return equal(alias, columns(link.targetKey()), outer, columns(source));
            }

            @Override
            public SqlWriter through(Link.Through<C> link) {
                JoinTable join = link.joinTable();
                String joined = writer.newAlias();
                joinTarget(relation, link, alias, joined);
                writer.append(" where ");
                return equal(joined, join.sourceColumns(), outer, columns(source));
            }
        });
        return new ConditionRenderer<C>(writer, related).and(relation.target(), condition);
    }

    /** {@code from target alias join join_table joined on …}; the target's scope is still to be written. */
    <E, C> SqlWriter joinTarget(Relation<E, C> relation, Link.Through<C> link, String alias, String joined) {
        JoinTable join = link.joinTable();
        writer.append(" from ").rowsOf(relation.target()).append(" ").append(alias);
        writer.append(" join ").table(join.table()).append(" ").append(joined).append(" on ");
        return equal(joined, join.targetColumns(), alias, columns(link.targetKey()));
    }

    /** {@code  from join_table joined}. */
    SqlWriter fromJoin(JoinTable join, String joined) {
        return writer.append(" from ").table(join.table()).append(" ").append(joined);
    }

    /** Columns of one alias equal those of another, pair by pair. */
    SqlWriter equal(String left, List<String> leftColumns, String right, List<String> rightColumns) {
        for (int i = 0; i < leftColumns.size(); i++) {
            writer.append(i == 0 ? "" : " and ")
                    .column(left, leftColumns.get(i))
                    .append(" = ");
            writer.column(right, rightColumns.get(i));
        }
        return writer;
    }

    static List<String> columns(List<? extends Property<?, ?>> properties) {
        return properties.stream().<String>map(Property::column).toList();
    }
}
