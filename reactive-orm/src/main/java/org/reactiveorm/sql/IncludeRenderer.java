package org.reactiveorm.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Link;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.scope.Scopes;

/**
 * Renders the one statement that reads a relation of many parents. The parents' keys are array parameters, so the text
 * does not depend on their number. Limits per parent are a lateral subquery for each key, which can stop early in an index;
 * it runs once for each parent, so the rows of one parent leave it in its order and are not sorted again.
 * After the list come the key columns, where the related row does not carry the key itself.
 */
public final class IncludeRenderer {

    private final Scopes scopes;

    /** Statements on the rows that are seen through these scopes. */
    public IncludeRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The related rows of the parents with these keys: for each key property the values of all parents, in the same order. */
    public <E, C> Sql related(Include<E, C> include, SelectList<C> list, List<List<Object>> keys) {
        boolean limited = include.query().window().isLimited();
        boolean alone = !limited && include.relation().link() instanceof Link.Direct<C>;
        SqlWriter writer = new SqlWriter(scopes);
        Qualifier table = new Qualifier(writer.newAlias(), alone);
        KeySet known = KeySet.of(writer, include.relation().sourceKey(), keys);
        String keyTable = include.isRecursive() ? new RecursiveKeys<>(writer, include).write(known) : null;
        writer.append("select ");
        new ExpressionRenderer<C>(writer, table).selected(list);
        Statement<E, C> statement = new Statement<>(writer, table, include, known, keyTable);
        if (limited) {
            include.relation().link().accept(new Limited<>(statement));
        } else {
            include.relation().link().accept(new Unlimited<>(statement));
            new ExpressionRenderer<C>(writer, table).orderBy(include.query().orderBy());
        }
        return writer.toSql(include.relation().target());
    }

    /** What is written; {@code keyTable} has the keys of a recursive include, else it is null. */
    private record Statement<E, C>(
            SqlWriter writer,
            Qualifier table,
            Include<E, C> include,
            KeySet keySet,
            @Nullable String keyTable) {

        Relation<E, C> relation() {
            return include.relation();
        }

        Query<C> query() {
            return include.query();
        }

        String alias() {
            return table.alias();
        }

        SqlWriter fromTarget() {
            return writer.append(" from ")
                    .rowsOf(relation().target())
                    .append(" ")
                    .append(alias());
        }

        SqlWriter and(Condition<C> condition) {
            return new ConditionRenderer<C>(writer, table).and(relation().target(), condition);
        }

        /** The columns are one of the keys. */
        SqlWriter keyed(Qualifier keyed, List<String> columns) {
            return keyTable == null ? keySet.contains(keyed, columns) : keySet.containsOf(keyTable, keyed, columns);
        }
    }

    private record Unlimited<E, C>(Statement<E, C> statement) implements Link.Visitor<C, SqlWriter> {

        @Override
        public SqlWriter direct(Link.Direct<C> link) {
            statement.fromTarget().append(" where ");
            statement.keyed(statement.table(), RelatedRows.columns(link.targetKey()));
            return statement.and(statement.query().where());
        }

        @Override
        public SqlWriter through(Link.Through<C> link) {
            SqlWriter writer = statement.writer();
            List<String> sourceColumns = link.joinTable().sourceColumns();
            String joined = writer.newAlias();
            for (String column : sourceColumns) {
                writer.append(", ").column(joined, column);
            }
            new RelatedRows(writer).joinTarget(statement.relation(), link, statement.alias(), joined);
            writer.append(" where ");
            statement.keyed(Qualifier.of(joined), sourceColumns);
            return statement.and(statement.query().where());
        }
    }

    private record Limited<E, C>(Statement<E, C> statement) implements Link.Visitor<C, SqlWriter> {

        @Override
        public SqlWriter direct(Link.Direct<C> link) {
            String keys = keyTable();
            statement.writer().append(" from ");
            openLateral(keys);
            statement.fromTarget().append(" where ");
            return closeLateral(keys, statement.alias(), RelatedRows.columns(link.targetKey()));
        }

        @Override
        public SqlWriter through(Link.Through<C> link) {
            SqlWriter writer = statement.writer();
            String keys = keyTable();
            for (int i = 0; i < statement.relation().sourceKey().size(); i++) {
                writer.append(", ").append(statement.keySet().column(keys, i));
            }
            writer.append(" from ");
            openLateral(keys);
            String joined = writer.newAlias();
            new RelatedRows(writer).joinTarget(statement.relation(), link, statement.alias(), joined);
            writer.append(" where ");
            return closeLateral(keys, joined, link.joinTable().sourceColumns());
        }

        private String keyTable() {
            return statement.writer().newAlias();
        }

        private void openLateral(String keys) {
            statement
                    .keySet()
                    .unnest(keys)
                    .append(" cross join lateral (select ")
                    .append(statement.alias())
                    .append(".*");
        }

        private SqlWriter closeLateral(String keys, String table, List<String> columns) {
            SqlWriter writer = statement.writer();
            for (int i = 0; i < columns.size(); i++) {
                writer.append(i == 0 ? "" : " and ")
                        .column(table, columns.get(i))
                        .append(" = ");
                writer.append(statement.keySet().column(keys, i));
            }
            statement.and(statement.query().where());
            new ExpressionRenderer<C>(writer, statement.table())
                    .orderBy(statement.query().orderBy());
            return SelectWriter.window(writer, statement.query().window())
                    .append(") ")
                    .append(statement.alias());
        }
    }
}
