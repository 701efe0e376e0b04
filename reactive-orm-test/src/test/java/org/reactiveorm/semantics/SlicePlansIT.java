package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Keyset;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.SelectRenderer;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.test.OrmExtension;

/** The place of a cursor is found in an index: what comes before it is not read. */
class SlicePlansIT {

    private static final int PURCHASES = 5_000;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        for (String sql : List.of(
                "insert into purchases (id, buyer, version, created_at, updated_at)"
                        + " select i, case when i % 3 = 0 then null else 'buyer ' || i % 100 end, i % 10,"
                        + " timestamptz '2024-01-01Z' + make_interval(secs => i / 4), now()"
                        + " from generate_series(1, " + PURCHASES + ") i",
                "create index on purchases (created_at, id)",
                "create index on purchases (version, created_at desc, id desc)",
                "create index on purchases (buyer, id)",
                "analyze purchases")) {
            database.orm().sql(sql).execute().block();
        }
    }

    @Test
    void oneDirectionIsARangeOfTheIndex() {
        assertReadsOnlyTheSlice(List.of(PURCHASE.createdAt.asc()), "2024-01-01 00:16:40+00", "4000");
        assertReadsOnlyTheSlice(List.of(PURCHASE.createdAt.desc()), "2024-01-01 00:04:00+00", "960");
        assertReadsOnlyTheSlice(List.of(), "4000");
    }

    @Test
    void mixedDirectionsStartInTheIndexAtTheFirstTerm() {
        assertReadsOnlyTheSlice(
                List.of(PURCHASE.version.asc(), PURCHASE.createdAt.desc()), "8", "2024-01-01 00:10:00+00", "2400");
    }

    @Test
    void termsThatMayBeNullStartInTheIndexToo() {
        assertReadsOnlyTheSlice(List.of(PURCHASE.buyer.asc()), "buyer 90", "4000");
        assertReadsOnlyTheSlice(List.of(PURCHASE.buyer.desc()), "buyer 10", "4000");
        assertReadsOnlyTheSlice(List.of(PURCHASE.buyer.asc()), null, "4000");
    }

    private static void assertReadsOnlyTheSlice(List<Order<Purchase>> terms, @Nullable String... cursor) {
        Keyset<Purchase> keyset = Keyset.of(PURCHASE.model(), terms);
        Query<Purchase> query = Query.of(PURCHASE.model())
                .ordered(keyset.order())
                .within(Window.all().withTake(5));
        List<Condition<Purchase>> parts = keyset.parts(new Keyset.Place(Arrays.asList(cursor), Keyset.Bound.EXCLUSIVE));
        SelectList<Purchase> list = SelectList.properties(PURCHASE.model().properties());
        Sql sql = parts.size() == 1
                ? new SelectRenderer(Scopes.none()).slice(query.and(parts.get(0)), list)
                : new SelectRenderer(Scopes.none()).slice(query, parts, list);
        String plan = String.join("\n", explained(sql));
        assertThat(plan).contains("Index").doesNotContain("Seq Scan").doesNotContain("Sort");
        assertThat(plan.lines().filter(line -> line.contains("Rows Removed by Filter")))
                .as(plan)
                .allSatisfy(line ->
                        assertThat(Long.parseLong(line.replaceAll("\\D", ""))).isLessThan(PURCHASES / 8));
    }

    private static List<String> explained(Sql sql) {
        String text = sql.text();
        for (int i = sql.parameters().size(); i > 0; i--) {
            text = text.replace("$" + i, "'" + sql.parameters().get(i - 1).value() + "'");
        }
        return database.orm()
                .sql("explain (analyze, costs off, timing off) " + text.replace("::", "\\:\\:"))
                .as(String.class)
                .all()
                .collectList()
                .block();
    }
}
