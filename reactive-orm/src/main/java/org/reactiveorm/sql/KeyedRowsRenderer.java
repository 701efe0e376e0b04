package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Link;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.scope.Scopes;

/**
 * Renders statements on {@link KeyedRows}. The choices are one array parameter for each column, so that the text does not depend
 * on their number. What finds or changes rows answers all columns of each, and behind them the number of its choice.
 */
public final class KeyedRowsRenderer {

    private final Scopes scopes;

    /** Statements on the rows that are seen through these scopes. */
    public KeyedRowsRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The choices. */
    private static final String INPUT = "i";

    /** Rows that are not to be touched. */
    private static final String KEPT = "k";

    /** Reads the rows. */
    public <C> Sql find(KeyedRows<C> rows) {
        Statement<C> statement = new Statement<>(scopes, rows);
        statement.read();
        return statement.onlyWhere(Condition.always());
    }

    /** Reads the rows and keeps others from changing them before the end of the transaction. */
    public <C> Sql lock(KeyedRows<C> rows) {
        return lockRelated(rows, Condition.always(), List.of());
    }

    /** Changes the rows. */
    public <C> Sql update(RowChange<C> change) {
        Statement<C> statement = new Statement<>(scopes, change.rows());
        return statement.returningAll(statement.update(change));
    }

    /** Removes the rows; the answer is the number of the choice of each. */
    public <C> Sql delete(KeyedRows<C> rows) {
        Statement<C> statement = new Statement<>(scopes, rows);
        return statement.returningNumber(statement.delete());
    }

    /** Changes all rows that are related to the chosen parents and fulfil a condition; the answer is their number. */
    public <C> Sql updateRelated(RowChange<C> change, Condition<C> where) {
        Statement<C> statement = new Statement<>(scopes, change.rows());
        statement.update(change);
        return statement.onlyWhere(where);
    }

    /** Changes all rows that are related to the chosen parents, but those that are kept; the answer is their number. */
    public <C> Sql updateOthers(RowChange<C> change, List<KeyedRows<C>> kept) {
        Statement<C> statement = new Statement<>(scopes, change.rows());
        statement.update(change);
        return statement.but(kept, Condition.always()).toSql(change.rows().entity());
    }

    /** Removes all rows that are related to the chosen parents and fulfil a condition; the answer is their number. */
    public <C> Sql deleteRelated(KeyedRows<C> parents, Condition<C> where) {
        Statement<C> statement = new Statement<>(scopes, parents);
        statement.delete();
        return statement.onlyWhere(where);
    }

    /** {@link #delete} that answers all columns of each row as it was, and behind them the number of its choice. */
    public <C> Sql deleteReturning(KeyedRows<C> rows) {
        Statement<C> statement = new Statement<>(scopes, rows);
        return statement.returningAll(statement.delete());
    }

    /** {@link #updateRelated} of all but those that are kept; the answer is all columns of the rows as they are now. */
    public <C> Sql updateRelatedReturning(RowChange<C> change, Condition<C> where, List<KeyedRows<C>> kept) {
        Statement<C> statement = new Statement<>(scopes, change.rows());
        statement.update(change);
        statement.but(kept, where);
        return statement.returningColumns();
    }

    /** {@link #deleteRelated} that answers all columns of the rows as they were. */
    public <C> Sql deleteRelatedReturning(KeyedRows<C> parents, Condition<C> where) {
        Statement<C> statement = new Statement<>(scopes, parents);
        statement.delete();
        statement.visible(where);
        return statement.returningColumns();
    }

    /** Reads and locks all rows that are related to the chosen parents and fulfil a condition, but those that are kept. */
    public <C> Sql lockRelated(KeyedRows<C> parents, Condition<C> where, List<KeyedRows<C>> kept) {
        Statement<C> statement = new Statement<>(scopes, parents);
        statement.read();
        statement.but(kept, where);
        return statement.locking();
    }

    /** One statement while it is written. */
    private static final class Statement<C> {

        private final SqlWriter writer;
        private final KeyedRows<C> rows;
        private final Qualifier table;

        Statement(Scopes scopes, KeyedRows<C> rows) {
            this.writer = new SqlWriter(scopes);
            this.rows = rows;
            this.table = Qualifier.of(writer.newAlias());
        }

        void read() {
            writer.append("select ").selected(table, rows.entity().properties());
            KeySet input = choices(List.of());
            number(input).append(" from ");
            target().append(", ");
            chosen(input);
        }

        Sql locking() {
            return writer.append(" for update of ").append(table.alias()).toSql(rows.entity());
        }

        KeySet update(RowChange<C> change) {
            writer.append("update ");
            target().append(" set ");
            KeySet input = choices(change.given());
            String separator = "";
            int first = rows.columns().size();
            for (int i = 0; i < change.properties().size(); i++) {
                String value = input.column(INPUT, first + i);
                writer.append(separator);
                assigned(change, change.properties().get(i), input, () -> writer.append(value));
                separator = ", ";
            }
            first += change.properties().size();
            for (int i = 0; i < change.amounts().size(); i++) {
                RowChange.Amount<C> amount = change.amounts().get(i);
                String number = amount.operator().symbol() + " " + input.column(INPUT, first + i);
                writer.append(separator);
                assigned(
                        change,
                        amount.property(),
                        input,
                        () -> writer.column(table, amount.property().column()).append(" " + number));
                separator = ", ";
            }
            ExpressionRenderer<C> expressions = new ExpressionRenderer<>(writer, table);
            for (Assignment<C> assignment : change.common()) {
                writer.append(separator);
                assigned(change, assignment.property(), input, () -> expressions.write(assignment.value()));
                separator = ", ";
            }
            writer.append(" from ");
            return chosen(input);
        }

        /** {@code c = <value>}, {@code c = case when <the row is another> then <value> else t.c end}. */
        private void assigned(RowChange<C> change, Property<C, ?> property, KeySet input, Runnable value) {
            writer.name(property.column()).append(" = ");
            List<Property<C, ?>> decisive = change.decisive();
            if (decisive.isEmpty() || decisive.contains(property)) {
                value.run();
                return;
            }
            String separator = "case when ";
            for (Property<C, ?> each : decisive) {
                int place = rows.columns().size() + change.properties().indexOf(each);
                writer.append(separator)
                        .column(table, each.column())
                        .append(" is distinct from ")
                        .append(input.column(INPUT, place));
                separator = " or ";
            }
            writer.append(" then ");
            value.run();
            writer.append(" else ").column(table, property.column()).append(" end");
        }

        KeySet delete() {
            writer.append("delete from ");
            target().append(" using ");
            return chosen(choices(List.of()));
        }

        private SqlWriter target() {
            return writer.rowsOf(rows.entity()).append(" as ").append(table.alias());
        }

        /** The key's columns, the source key's, the given values, and the number. */
        private KeySet choices(List<KeyedRows.Column> values) {
            List<KeyedRows.Column> columns = rows.with(values);
            columns.add(rows.numbers());
            return KeySet.of(writer, columns);
        }

        private SqlWriter number(KeySet input) {
            return writer.append(", ").append(input.column(INPUT, input.types().size() - 1));
        }

        /** {@code unnest(…) as i(…) where <key> and <related>}. */
        private KeySet chosen(KeySet input) {
            input.unnest(INPUT).append(" where ");
            matches(input, INPUT, rows);
            return input;
        }

        private void matches(KeySet input, String name, KeyedRows<C> chosen) {
            int keys = chosen.key().size();
            input.equal(table.alias(), RelatedRows.columns(chosen.key()), name, 0);
            Relation<?, C> relation = chosen.relation();
            if (relation != null) {
                writer.append(keys == 0 ? "" : " and ");
                related(relation, input, name, keys);
            }
        }

        private void related(Relation<?, C> relation, KeySet input, String name, int first) {
            relation.link().accept(new Link.Visitor<C, SqlWriter>() {
                @Override
                public SqlWriter direct(Link.Direct<C> link) {
                    return input.equal(table.alias(), RelatedRows.columns(link.targetKey()), name, first);
                }

                @Override
                public SqlWriter through(Link.Through<C> link) {
                    JoinTable join = link.joinTable();
                    String joined = writer.newAlias();
                    writer.append("exists (select");
                    new RelatedRows(writer).fromJoin(join, joined).append(" where ");
                    new RelatedRows(writer)
                            .equal(joined, join.targetColumns(), table.alias(), RelatedRows.columns(link.targetKey()))
                            .append(" and ");
                    return input.equal(joined, join.sourceColumns(), name, first)
                            .append(")");
                }
            });
        }

        /** {@code and …} with what else holds for the rows. */
        private SqlWriter visible(Condition<C> where) {
            return new ConditionRenderer<C>(writer, table).and(rows.entity(), where);
        }

        Sql returningAll(KeySet input) {
            visible(Condition.always())
                    .append(" returning ")
                    .selected(table, rows.entity().properties());
            return number(input).toSql(rows.entity());
        }

        Sql returningNumber(KeySet input) {
            return visible(Condition.always())
                    .append(" returning ")
                    .append(input.column(INPUT, input.types().size() - 1))
                    .toSql(rows.entity());
        }

        Sql onlyWhere(Condition<C> where) {
            return visible(where).toSql(rows.entity());
        }

        Sql returningColumns() {
            return writer.append(" returning ")
                    .selected(table, rows.entity().properties())
                    .toSql(rows.entity());
        }

        /** {@code and not exists (select from unnest(…) as k(…) where <it is this row>)}. */
        SqlWriter but(List<KeyedRows<C>> kept, Condition<C> where) {
            for (KeyedRows<C> each : kept) {
                KeySet keys = KeySet.of(writer, each.columns());
                writer.append(" and not exists (select from ");
                keys.unnest(KEPT).append(" where ");
                matches(keys, KEPT, each);
                writer.append(")");
            }
            return visible(where);
        }
    }
}
