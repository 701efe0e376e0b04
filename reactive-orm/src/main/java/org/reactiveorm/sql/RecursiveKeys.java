package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Link;
import org.reactiveorm.query.Include;

/**
 * Writes the keys that a recursive include follows: those of the parents, and of the related rows of each level but the last.
 * The same key on the same level counts once, so that rows which lead to each other come to an end with the levels. Of more
 * levels than data that are no circle are likely to have, the keys are followed to their end, each of them once.
 *
 * @param writer where to
 * @param include the relation, of an entity with itself
 * @param <E> the entity
 * @param <C> the same entity
 */
record RecursiveKeys<E, C>(SqlWriter writer, Include<E, C> include) {

    /** Beyond that, counting levels would cost more than it saves. */
    private static final int COUNTED_LEVELS = 1_000;

    /** {@code with recursive k(k0, d) as (select …, 1 union select t.x, k.d + 1 from k join …) }; answers the name. */
    String write(KeySet parents) {
        String keys = writer.newAlias();
        String given = writer.newAlias();
        boolean isCounted = include.depth() <= COUNTED_LEVELS;
        writer.append("with recursive ").append(keys).append("(");
        for (int i = 0; i < parents.types().size(); i++) {
            writer.append(i == 0 ? "k" : ", k").append(String.valueOf(i));
        }
        writer.append(isCounted ? ", d) as (select " : ") as (select ");
        parents.columns(given).append(isCounted ? ", 1 from " : " from ");
        parents.unnest(given).append(" union select ");
        Qualifier target = Qualifier.of(writer.newAlias());
        String separator = "";
        for (String column : RelatedRows.columns(include.relation().sourceKey())) {
            writer.append(separator).column(target, column);
            separator = ", ";
        }
        if (isCounted) {
            writer.append(", ").append(keys).append(".d + 1");
        }
        writer.append(" from ").append(keys);
        include.relation().link().accept(new Step<>(writer, include, keys, target));
        if (isCounted) {
            writer.append(" where ").append(keys).append(".d < ").bindNumber(include.depth());
        } else {
            writer.append(" where true");
        }
        new ConditionRenderer<C>(writer, target)
                .and(include.relation().target(), include.query().where())
                .append(") ");
        return keys;
    }

    /** Joins the related rows of the keys. */
    private record Step<C>(SqlWriter writer, Include<?, C> include, String keys, Qualifier target)
            implements Link.Visitor<C, SqlWriter> {

        @Override
        public SqlWriter direct(Link.Direct<C> link) {
            joinTarget();
            return keyed(target.alias(), RelatedRows.columns(link.targetKey()));
        }

        @Override
        public SqlWriter through(Link.Through<C> link) {
            JoinTable join = link.joinTable();
            String joined = writer.newAlias();
            writer.append(" join ")
                    .table(join.table())
                    .append(" ")
                    .append(joined)
                    .append(" on ");
            keyed(joined, join.sourceColumns());
            joinTarget();
            return new RelatedRows(writer)
                    .equal(joined, join.targetColumns(), target.alias(), RelatedRows.columns(link.targetKey()));
        }

        private void joinTarget() {
            writer.append(" join ")
                    .rowsOf(include.relation().target())
                    .append(" ")
                    .append(target.alias())
                    .append(" on ");
        }

        private SqlWriter keyed(String alias, List<String> columns) {
            for (int i = 0; i < columns.size(); i++) {
                writer.append(i == 0 ? "" : " and ")
                        .column(alias, columns.get(i))
                        .append(" = " + keys + ".k" + i);
            }
            return writer;
        }
    }
}
