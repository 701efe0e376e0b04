package org.reactiveorm.test;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.reactiveorm.test.LogEvent.Kind;

/**
 * Assertions on a {@link StatementLog}; each failure shows the whole log. They wait some seconds for transactions that
 * are about to end, because a cancelled subscriber is not told when its rollback is done.
 *
 * <pre>{@code
 * assertThat(orm.statements()).hasCount(2).containsSql("update users").hasRolledBack();
 * }</pre>
 */
public final class StatementLogAssert extends AbstractAssert<StatementLogAssert, StatementLog> {

    StatementLogAssert(StatementLog actual) {
        super(actual, StatementLogAssert.class);
    }

    /** So many statements were sent; those that begin and end transactions do not count. */
    public StatementLogAssert hasCount(int expected) {
        List<LogEvent> events = actual.settledEvents();
        int count = StatementLog.statementsOf(events).size();
        return check(
                count == expected, "%s to be sent, but there were %d".formatted(statements(expected), count), events);
    }

    /** Nothing was sent at all. */
    public StatementLogAssert isEmpty() {
        List<LogEvent> events = actual.settledEvents();
        return check(events.isEmpty(), "nothing to be sent, but something was", events);
    }

    /** A statement contains the text; case, line breaks and the width of spaces make no difference. */
    public StatementLogAssert containsSql(String fragment) {
        List<LogEvent> events = actual.settledEvents();
        return check(anyContains(events, fragment), "a statement with <%s>".formatted(fragment), events);
    }

    /** No statement contains the text; case, line breaks and the width of spaces make no difference. */
    public StatementLogAssert doesNotContainSql(String fragment) {
        List<LogEvent> events = actual.settledEvents();
        return check(!anyContains(events, fragment), "no statement with <%s>".formatted(fragment), events);
    }

    /** At least one transaction was committed, and none was rolled back or lost. */
    public StatementLogAssert hasCommitted() {
        List<LogEvent> events = actual.settledEvents();
        boolean others = count(events, Kind.ROLLED_BACK) + count(events, Kind.OUTCOME_UNKNOWN) > 0;
        return check(
                count(events, Kind.COMMITTED) > 0 && !others,
                "all transactions, at least one, to be committed",
                events);
    }

    /** So many transactions were committed. */
    public StatementLogAssert hasCommitted(int expected) {
        return hasTransactions(Kind.COMMITTED, expected, "committed");
    }

    /** At least one transaction was rolled back, and none was committed or lost. */
    public StatementLogAssert hasRolledBack() {
        List<LogEvent> events = actual.settledEvents();
        boolean others = count(events, Kind.COMMITTED) + count(events, Kind.OUTCOME_UNKNOWN) > 0;
        return check(
                count(events, Kind.ROLLED_BACK) > 0 && !others,
                "all transactions, at least one, to be rolled back",
                events);
    }

    /** So many transactions were rolled back. */
    public StatementLogAssert hasRolledBack(int expected) {
        return hasTransactions(Kind.ROLLED_BACK, expected, "rolled back");
    }

    /** No transaction reached the database; statements may have. */
    public StatementLogAssert hasNoTransaction() {
        List<LogEvent> events = actual.settledEvents();
        return check(count(events, Kind.BEGAN) == 0, "no transaction", events);
    }

    private StatementLogAssert hasTransactions(Kind kind, int expected, String words) {
        List<LogEvent> events = actual.settledEvents();
        long count = count(events, kind);
        return check(
                count == expected,
                "%d transactions to be %s, but there were %d".formatted(expected, words, count),
                events);
    }

    private StatementLogAssert check(boolean holds, String expectation, List<LogEvent> events) {
        isNotNull();
        if (!holds) {
            failWithMessage("%s", "Expecting %s:%n%s".formatted(expectation, StatementLog.show(events)));
        }
        return this;
    }

    private static long count(List<LogEvent> events, Kind kind) {
        return StatementLog.count(events, kind);
    }

    private static String statements(int count) {
        return count == 1 ? "1 statement" : count + " statements";
    }

    private static boolean anyContains(List<LogEvent> events, String fragment) {
        String wanted = plain(fragment);
        return StatementLog.statementsOf(events).stream()
                .anyMatch(statement -> plain(statement.sql()).contains(wanted));
    }

    private static String plain(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
