package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.scope.Scopes;

/**
 * Writes a change of given rows as WITH queries: {@code i_} is the input, with the columns {@code c0 …} and the row number {@code n};
 * {@code locked_} the rows that were found, {@code missed_} the input that was not, {@code changed_} what was done.
 *
 * @param <E> the entity
 */
final class GivenRowsWriter<E> {

    private static final String INPUT = InsertWriter.INPUT;

    private final SqlWriter writer;
    private final EntityModel<E> entity;
    private final List<Property<E, ?>> identity;
    private final List<Property<E, ?>> columns;
    private final InsertNode input;
    private final Qualifier table;

    GivenRowsWriter(Scopes scopes, GivenRows<E> rows, List<Property<E, ?>> set) {
        this.writer = new SqlWriter(scopes);
        this.table = Qualifier.of(writer.newAlias());
        this.entity = rows.entity();
        this.identity = rows.identity();
        this.columns = new ArrayList<>(identity);
        columns.addAll(set);
        this.input = InsertNode.many(new InsertBatch<>(entity, columns, rows.values()), List.of());
    }

    /** Everything up to the change. */
    GivenRowsWriter<E> locked(String strength) {
        InsertWriter unnested = InsertWriter.alone(writer, input);
        writer.append("with i_ as materialized (select ");
        for (int i = 0; i < columns.size(); i++) {
            writer.append(unnested.given(i)).append(" as c" + i + ", ");
        }
        writer.append(INPUT + ".n from ");
        unnested.input();
        writer.append("), locked_ as materialized (select ");
        for (int i = 0; i < identity.size(); i++) {
            writer.append(i == 0 ? "" : ", ");
            writer.column(table, identity.get(i).column()).append(" as c" + i);
        }
        writer.append(" from ").rowsOf(entity).append(" as " + table.alias() + " join i_ as " + INPUT + " on ");
        sameKey(table);
        new ConditionRenderer<E>(writer, table).and(entity, Condition.always()).append(" order by ");
        for (int i = 0; i < key().size(); i++) {
            writer.append(i == 0 ? "" : ", ").column(table, key().get(i).column());
        }
        writer.append(" for " + strength + " of " + table.alias());
        writer.append("), missed_ as (select " + INPUT + ".n from i_ as " + INPUT);
        String separator = " where not exists (select from locked_ as l where ";
        for (int i = 0; i < identity.size(); i++) {
            writer.append(separator + "l.c" + i + " = " + INPUT + ".c" + i);
            separator = " and ";
        }
        writer.append(")), changed_ as (");
        return this;
    }

    private List<Property<E, ?>> key() {
        return entity.primaryKey().properties();
    }

    /** The key's columns come first in the input. */
    private SqlWriter sameKey(Qualifier keyed) {
        for (int i = 0; i < key().size(); i++) {
            writer.append(i == 0 ? "" : " and ");
            writer.column(keyed, key().get(i).column()).append(" = " + INPUT + ".c" + i);
        }
        return writer;
    }

    GivenRowsWriter<E> update(List<Assignment<E>> made) {
        writer.append("update ").rowsOf(entity).append(" as " + table.alias());
        String separator = " set ";
        for (int i = identity.size(); i < columns.size(); i++) {
            writer.append(separator).name(columns.get(i).column()).append(" = " + INPUT + ".c" + i);
            separator = ", ";
        }
        ExpressionRenderer<E> expressions = new ExpressionRenderer<>(writer, table);
        for (Assignment<E> assignment : made) {
            writer.append(separator).name(assignment.property().column()).append(" = ");
            expressions.write(assignment.value());
            separator = ", ";
        }
        writer.append(" from i_ as " + INPUT);
        return whereNoneMissed();
    }

    GivenRowsWriter<E> delete() {
        writer.append("delete from ").rowsOf(entity);
        writer.append(" as " + table.alias() + " using i_ as " + INPUT);
        return whereNoneMissed();
    }

    /** The subquery does not depend on the row, so it is computed once, before the first row is changed. */
    private GivenRowsWriter<E> whereNoneMissed() {
        writer.append(" where ");
        sameKey(table).append(" and (select count(*) from missed_) = 0 returning ");
        writer.scopeByJoin(entity);
        return this;
    }

    void returningRows() {
        for (Property<E, ?> property : entity.properties()) {
            writer.column(table, property.column()).append(", ");
        }
        writer.append(INPUT + ".n as ").name(order()).append(")");
    }

    void returningNothing() {
        writer.append("1)");
    }

    /** A name that no column has. */
    private String order() {
        List<String> names = RelatedRows.columns(entity.properties());
        StringBuilder name = new StringBuilder("n");
        while (names.contains(name.toString())) {
            name.append('_');
        }
        return name.toString();
    }

    Sql rows() {
        String rows = writer.newAlias();
        writer.append(" select ").selected(Qualifier.of(rows), entity.properties());
        missed().append(" left join changed_ as " + rows + " on true order by ");
        return writer.column(rows, order()).toSql(entity);
    }

    Sql count() {
        writer.append(" select (select count(*) from changed_)");
        return missed().toSql(entity);
    }

    private SqlWriter missed() {
        return writer.append(
                ", m.first, m.rows from (select min(n) as first, nullif(count(*), 0) as rows from missed_) as m");
    }
}
