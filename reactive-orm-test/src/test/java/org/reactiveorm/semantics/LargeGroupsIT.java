package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.FindResults;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code all()} of more groups than are held in memory, in a transaction. Every group has two rows. */
@Timeout(60)
class LargeGroupsIT {

    private static final long GROUPS = 12_500;

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(CATEGORY).script("""
                    insert into categories (id, name) overriding system value
                    select n, 'root ' || n from generate_series(1, 12500) n;
                    insert into categories (id, name, parent_id) overriding system value
                    select 100000 + n, 'child ' || n, (n + 1) / 2 from generate_series(1, 25000) n;
                    analyze categories
                    """);

    @RegisterExtension
    final PoolOfOne only = new PoolOfOne(database.url());

    private final ReactiveOrm orm = only.orm();

    record Family(long parent, long children) {}

    private FindResults<Family> families(long most) {
        return orm.find(CATEGORY)
                .where(CATEGORY.parentId.lte(most))
                .groupBy(CATEGORY.parentId)
                .orderBy(CATEGORY.parentId.key().asc())
                .select(CATEGORY.parentId.key(), CATEGORY.count())
                .as(Family::new);
    }

    private static List<Family> upTo(long most) {
        return LongStream.rangeClosed(1, most)
                .mapToObj(parent -> new Family(parent, 2))
                .toList();
    }

    @Test
    void aConsumerThatAsksBitByBitGetsEveryGroupOnceInItsOrder() {
        Flux<Family> work = families(GROUPS).all().limitRate(100);
        assertThat(orm.transaction(work).collectList().block()).isEqualTo(upTo(GROUPS));
        assertThat(only.verbs()).startsWith("select", "declare", "fetch").endsWith("fetch", "close");
        assertThat(only.windows()).hasSize(13).startsWith(1000L).endsWith(500L);
        assertThat(only.log()).hasCommitted(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {10_001, 11_000, GROUPS})
    void aWindowOfGroupsIsReadWhenOneOfItIsAskedFor(long groups) {
        List<Integer> windows = new ArrayList<>();
        Mono<Void> work = families(groups)
                .all()
                .doOnNext(family -> windows.add(only.windows().size()))
                .concatMap(Mono::just, 0)
                .then();
        orm.transaction(work).block();
        assertThat(windows)
                .isEqualTo(LongStream.range(0, groups)
                        .mapToObj(group -> (int) (group / 1000) + 1)
                        .toList());
    }

    @Test
    void otherStatementsHaveTheirTurnBetweenTheWindows() {
        Flux<Long> work = families(GROUPS)
                .all()
                .filter(family -> family.parent() % 1000 == 0)
                .concatMap(family -> orm.find(CATEGORY).byId(family.parent()).count(), 0);
        assertThat(orm.transaction(work).collectList().block()).hasSize(12).containsOnly(1L);
        assertThat(only.verbs())
                .startsWith("select", "declare", "fetch", "select", "fetch", "select", "fetch")
                .hasSize(2 + 13 + 12 + 1);
    }

    @Test
    void noWindowIsReadAfterACancelAndTheTransactionGoesOn() {
        Mono<Long> work = families(GROUPS)
                .all()
                .take(1500)
                .count()
                .flatMap(count -> orm.find(CATEGORY).byId(1L).count().map(one -> count + one));
        assertThat(orm.transaction(work).block()).isEqualTo(1501);
        assertThat(only.verbs()).containsExactly("select", "declare", "fetch", "fetch", "close", "select");
        assertThat(only.log()).hasCommitted(1);
    }

    @Test
    void tenThousandGroupsAreHeldAndNeedNoWindows() {
        Flux<Family> work = families(10_000).all().limitRate(100);
        assertThat(orm.transaction(work).collectList().block()).isEqualTo(upTo(10_000));
        assertThat(only.verbs()).containsExactly("select");
    }

    @Test
    void aConsumerThatTakesWhateverComesGetsAllGroupsFromOneStatement() {
        assertThat(orm.transaction(families(GROUPS).all().collectList()).block())
                .isEqualTo(upTo(GROUPS));
        assertThat(only.verbs()).containsExactly("select");
    }
}
