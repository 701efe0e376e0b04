package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Oddity_.ODDITY;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Every way to write, of a table whose names have to be quoted, as one table and as a partitioned one. */
class OddNamesIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(ODDITY).perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private static NewOddity oddity(int id) {
        NewOddity draft = NewOddity.id(id).name("n" + id);
        return id % 2 == 0 ? draft.quoted(id).excluded(id) : draft.o(id);
    }

    private static List<NewOddity> oddities(int from, int to) {
        return IntStream.range(from, to).mapToObj(OddNamesIT::oddity).toList();
    }

    private List<Oddity> stored(Condition<Oddity> condition) {
        return orm.find(ODDITY)
                .where(condition)
                .orderBy(ODDITY.id.asc())
                .all()
                .collectList()
                .block();
    }

    @Test
    void namesAreQuotedInEveryWrite() {
        List<Oddity> made = orm.insertAll(oddities(0, 10)).all().collectList().block();
        assertThat(orm.insertAll(Flux.fromIterable(oddities(10, 20))).count().block())
                .isEqualTo(10);
        assertThat(orm.insertAll(Flux.fromIterable(oddities(20, 30))).copy().block())
                .isEqualTo(10);
        assertThat(orm.batch()
                        .insertAll(oddities(30, 32))
                        .update(ODDITY, made.get(0))
                        .delete(ODDITY, made.get(1))
                        .flush()
                        .block()
                        .deletedCount())
                .isEqualTo(1);
        assertThat(stored(Condition.always())).hasSize(31);
        assertThat(orm.updateAll(ODDITY, made.subList(2, 10)).count().block()).isEqualTo(8);
        assertThat(orm.update(ODDITY)
                        .where(ODDITY.excluded.gt(20))
                        .orderBy(ODDITY.place.asc(), ODDITY.o.asc(), ODDITY.id.desc())
                        .take(2)
                        .set(ODDITY.place.increment(1), ODDITY.quoted.to(ODDITY.excluded))
                        .changes()
                        .map(change -> change.after().id())
                        .collectList()
                        .block())
                .containsExactly(30, 28);
        assertThat(orm.deleteAll(ODDITY, stored(ODDITY.place.eq(2))).count().block())
                .isEqualTo(2);
    }

    @Test
    void theNewRowAndTheOneThatIsThereAreTold() {
        orm.insertAll(oddities(0, 3)).count().block();
        orm.upsert(ODDITY)
                .on(ODDITY.name)
                .createAll(List.of(
                        oddity(2).excluded(50).o(7), oddity(3).excluded(60).o(8)))
                .update(ODDITY.excluded.to(ODDITY.excluded.plus(ODDITY.excluded.excluded())), ODDITY.o.toExcluded())
                .where(ODDITY.excluded.lt(ODDITY.excluded.excluded()))
                .count()
                .block();
        assertThat(stored(ODDITY.id.gt(1)))
                .containsExactly(new Oddity(2, "n2", 2, 52, 7, 1, 1), new Oddity(3, "n3", null, 60, 8, 1, 0));
        StepVerifier.create(orm.insertAll(List.of(oddity(8), NewOddity.id(9).name("n2")))
                        .count())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UniqueViolationException.class)
                        .hasMessageStartingWith("Row 1 of 2 (counted from 0): An Oddity with the same name exists"));
    }

    @Test
    void partitionedTablesAreWrittenLikeOthers() {
        orm.sql("""
                drop table "order";
                create table "order" ("select" int primary key, "Mixed Case" text not null, "a""b" int, "excluded" int, o int,
                    ordinality int not null default 1, "n, ünï" int not null) partition by range ("select");
                create table low partition of "order" for values from (0) to (100);
                create table high partition of "order" for values from (100) to (200)""").execute().block();
        List<Oddity> made = orm.insertAll(oddities(95, 105)).all().collectList().block();
        assertThat(made).extracting(Oddity::id).isSorted().hasSize(10);
        assertThat(orm.update(ODDITY)
                        .byId(95)
                        .set(ODDITY.id.to(195))
                        .changes()
                        .map(change ->
                                change.before().id() + " " + change.after().id())
                        .single()
                        .block())
                .isEqualTo("95 195");
        assertThat(orm.upsert(ODDITY)
                        .byId()
                        .createAll(oddities(103, 107))
                        .update(ODDITY.place.increment(1))
                        .all()
                        .map(Oddity::place)
                        .collectList()
                        .block())
                .containsExactly(2, 2, 1, 1);
        assertThat(orm.insertAll(oddities(105, 109)).skipDuplicates().count().block())
                .isEqualTo(2);
        List<Oddity> all = stored(Condition.always());
        assertThat(orm.updateAll(ODDITY, all).all().collectList().block())
                .extracting(Oddity::id)
                .containsExactlyElementsOf(all.stream().map(Oddity::id).toList());
        assertThat(orm.deleteAll(ODDITY, stored(Condition.always())).count().block())
                .isEqualTo(14);
    }
}
