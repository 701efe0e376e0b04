package org.reactiveorm.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.scope.Scopes;

/**
 * Renders inserts with the clause ON CONFLICT (PostgreSQL, INSERT). Many rows are one array parameter for each column, so the
 * text depends on the columns, the key and the changes only.
 */
public final class UpsertRenderer {

    private final Scopes scopes;

    /** Statements that change and find the rows that are seen through these scopes. */
    public UpsertRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** What is answered. */
    public enum Answer {
        /** All columns of each row that was inserted or found. */
        ROWS,
        /** The same, and behind them whether the row was inserted. */
        OUTCOMES,
        /** Only the number of rows that were inserted or changed. */
        COUNT
    }

    /**
     * The rows of the batch. Where rows that are there are kept, the answer has in any case all columns, the row's number in the
     * batch, counted from 1, and whether it was inserted.
     */
    public <E> Sql upsert(InsertBatch<E> batch, Conflict<E> conflict, Answer answer) {
        return conflict.accept(new Rendering<>(scopes, batch, answer));
    }

    private static final class Rendering<E> implements Conflict.Visitor<E, Sql> {

        private static final String INPUT = InsertWriter.INPUT;

        private final SqlWriter writer;
        private final InsertBatch<E> batch;
        private final Answer answer;
        private final Qualifier table;

        Rendering(Scopes scopes, InsertBatch<E> batch, Answer answer) {
            this.writer = new SqlWriter(scopes);
            this.batch = batch;
            this.answer = answer;
            this.table = Qualifier.of(writer.newAlias());
        }

        @Override
        public Sql skip(Conflict.Skip<E> skip) {
            writer.append("insert into ").table(batch.entity().table());
            insert(skip.key());
            writer.append(" do nothing");
            return returning(", true");
        }

        @Override
        public Sql change(Conflict.Change<E> change) {
            writer.append("insert into ").rowsOf(batch.entity());
            insert(change.key());
            writer.append(" do update").knowingExcluded();
            ExpressionRenderer<E> expressions = new ExpressionRenderer<>(writer, table);
            String separator = " set ";
            for (Assignment<E> assignment : change.assignments()) {
                writer.append(separator).name(assignment.property().column()).append(" = ");
                expressions.write(assignment.value());
                separator = ", ";
            }
            new ConditionRenderer<E>(writer, table).where(batch.entity(), change.where());
            // the row that an upsert changes is locked by it first, which leaves the transaction's number behind
            return returning(", xmax = 0");
        }

        private void insert(@Nullable Key<E> key) {
            InsertNode node =
                    batch.rows().size() == 1 ? InsertNode.one(batch, List.of()) : InsertNode.many(batch, List.of());
            writer.append(" as ").append(table.alias());
            InsertWriter.alone(writer, node).rows();
            onConflict(key);
        }

        private void onConflict(@Nullable Key<E> key) {
            writer.append(" on conflict");
            if (key != null) {
                writer.append(" ")
                        .names(key.properties().stream()
                                .<String>map(Property::column)
                                .toList());
                where(key);
            }
        }

        private void where(Key<E> key) {
            if (key.where() != null) {
                writer.append(" where (").append(key.where()).append(")");
            }
        }

        private Sql returning(String outcome) {
            if (answer != Answer.COUNT) {
                writer.append(" returning ")
                        .selected(
                                Qualifier.implied(table.alias()), batch.entity().properties())
                        .append(answer == Answer.OUTCOMES ? outcome : "");
            }
            return writer.toSql(batch.entity());
        }

        /**
         * The rows that could be inserted, and those that were there when the statement began. A row that others commit
         * meanwhile is neither.
         */
        @Override
        public Sql keep(Conflict.Keep<E> keep) {
            InsertWriter input = InsertWriter.alone(writer, InsertNode.many(batch, List.of()));
            writer.append("with input as materialized (select " + INPUT + ".* from ");
            input.input();
            writer.append("), made as (insert into ")
                    .table(batch.entity().table())
                    .append(" ")
                    .names(batch.columns().stream()
                            .<String>map(Property::column)
                            .toList())
                    .append(" select ");
            input.selected();
            writer.append(" from input as " + INPUT + " order by " + INPUT + ".n");
            onConflict(keep.key());
            Qualifier made = Qualifier.of(writer.newAlias());
            writer.append(" do nothing returning *) select ")
                    .selected(made, batch.entity().properties())
                    .append(", " + INPUT + ".n, true from made as " + made.alias());
            joinInput(made, keep.key(), input);
            writer.append(" union all select ")
                    .selected(table, batch.entity().properties())
                    .append(", " + INPUT + ".n, false from ");
            found(keep.key());
            writer.append(" as " + table.alias());
            joinInput(table, keep.key(), input);
            writer.append(" where not exists (select 1 from made as " + made.alias() + " where ");
            String separator = "";
            for (Property<E, ?> property : keep.key().properties()) {
                writer.append(separator)
                        .column(made, property.column())
                        .append(" = ")
                        .column(table, property.column());
                separator = " and ";
            }
            writer.append(")");
            return new ConditionRenderer<E>(writer, table)
                    .and(batch.entity(), Condition.always())
                    .toSql(batch.entity());
        }

        private void found(Key<E> key) {
            if (key.where() == null) {
                writer.rowsOf(batch.entity());
            } else {
                // the caller's SQL has bare names, which could be those of the input too
                writer.append("(select * from ").rowsOf(batch.entity());
                where(key);
                writer.append(")");
            }
        }

        /** The input's values as the columns have them: rounded to their scale. */
        private void joinInput(Qualifier rows, Key<E> key, InsertWriter input) {
            writer.append(" join input as " + INPUT + " on ");
            String separator = "";
            for (Property<E, ?> property : key.properties()) {
                writer.append(separator)
                        .column(rows, property.column())
                        .append(" = ")
                        .append(input.given(batch.columns().indexOf(property)))
                        .append("::" + property.type().sqlType());
                separator = " and ";
            }
        }
    }
}
