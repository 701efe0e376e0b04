package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Member_.MEMBER;
import static org.reactiveorm.semantics.Sample_.SAMPLE;
import static org.reactiveorm.semantics.Slip_.SLIP;

import io.r2dbc.spi.ConnectionFactories;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CopyIT {

    private static final String HOSTILE = "\\N \\. \\\\ \t|\n|\r|\b,;\"'{}\u00e4\u20ac\ud83d\ude00\\";

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private static byte[] allBytes() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static NewSample full(int id) {
        return NewSample.id(id)
                .flag(true)
                .tiny(Short.MIN_VALUE)
                .whole(Integer.MAX_VALUE)
                .big(Long.MIN_VALUE)
                .single(Float.MIN_VALUE)
                .real(-0.1)
                .decimal(new BigDecimal("123456789.125"))
                .huge(new BigInteger("123456789012345678901234567890"))
                .text(HOSTILE)
                .padded("ab")
                .bytes(allBytes())
                .uuid(UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"))
                .instant(Instant.parse("2024-02-29T23:59:59.999999Z"))
                .utc(Instant.parse("0001-01-01T00:00:00Z"))
                .offset(OffsetDateTime.parse("2024-01-01T00:00:00.000001+05:30"))
                .local(LocalDateTime.parse("1500-01-01T00:00:00"))
                .day(LocalDate.of(-43, 3, 15))
                .time(LocalTime.parse("23:59:59.5"))
                .duration(Duration.ofDays(-3).plusNanos(1_000))
                .status(Status.RETIRED)
                .grade(Grade.BEST)
                .labels(List.of(HOSTILE, "", "NULL"))
                .sizes(List.of(1, -2))
                .grades(List.of(Grade.BEST, Grade.POOR))
                .moments(List.of(Instant.EPOCH))
                .details(new Details(HOSTILE, 1, List.of("x")));
    }

    private static NewSample odd(int id) {
        return NewSample.id(id)
                .single(Float.NaN)
                .real(Double.NEGATIVE_INFINITY)
                .decimal(new BigDecimal("1E+3"))
                .text("")
                .bytes(new byte[0])
                .labels(List.of())
                .grades(List.of())
                .preset(null);
    }

    private List<Sample> stored() {
        return orm.find(SAMPLE).orderBy(SAMPLE.id.asc()).all().collectList().block();
    }

    /** What the rows hold, apart from their ids. */
    private List<String> texts(List<Integer> ids) {
        return orm.sql("select (to_jsonb(s) - 'id')::text from samples s where id = any(:ids) order by id")
                .bind("ids", ids)
                .as(String.class)
                .all()
                .collectList()
                .block();
    }

    @Test
    void everyTypeIsStoredAsAnInsertStoresIt() {
        orm.insertAll(List.of(full(1), odd(2), NewSample.id(3))).count().block();
        orm.insertAll(Flux.just(full(4), odd(5), NewSample.id(6))).copy().block();
        assertThat(texts(List.of(4, 5, 6))).isEqualTo(texts(List.of(1, 2, 3)));
        Sample sample = stored().get(3);
        assertThat(sample.text()).isEqualTo(HOSTILE);
        assertThat(sample.bytes()).isEqualTo(allBytes());
        assertThat(sample.labels()).containsExactly(HOSTILE, "", "NULL");
        assertThat(sample.details().colour()).isEqualTo(HOSTILE);
        assertThat(sample.day()).isEqualTo(LocalDate.of(-43, 3, 15));
    }

    @Test
    void bytesOfManyRowsAreStoredAsTheyAre() {
        orm.insertAll(List.of(
                        NewSample.id(1).bytes(allBytes()),
                        NewSample.id(2).bytes(new byte[0]),
                        NewSample.id(3).bytes(null)))
                .count()
                .block();
        orm.upsert(SAMPLE)
                .byId()
                .createAll(List.of(
                        NewSample.id(1).bytes(new byte[] {1}), NewSample.id(4).bytes(allBytes())))
                .update(SAMPLE.bytes.toExcluded())
                .all()
                .blockLast();
        List<Sample> rows = stored();
        assertThat(rows.get(0).bytes()).containsExactly(1);
        assertThat(rows.get(1).bytes()).isEmpty();
        assertThat(rows.get(2).bytes()).isNull();
        assertThat(rows.get(3).bytes()).isEqualTo(allBytes());
    }

    @Test
    void columnsThatAreLeftOutTakeTheirDefaults() {
        Flux<NewSample> rows = Flux.just(
                NewSample.id(1), NewSample.id(2).preset(1), NewSample.id(3).preset(null));
        assertThat(orm.insertAll(rows).copy().block()).isEqualTo(3);
        assertThat(stored()).extracting(Sample::preset).containsExactly(7, 1, null);
        assertThat(database.statements()).hasCount(3).hasCommitted(); // two sets of columns, and the select
    }

    @Test
    void generatedValuesAreThereToo() {
        orm.insertAll(Flux.just(NewMember.handle("a"), NewMember.handle("b")))
                .copy()
                .block();
        List<Member> members =
                orm.find(MEMBER).orderBy(MEMBER.id.asc()).all().collectList().block();
        assertThat(members).extracting(Member::version).containsExactly(0, 0);
        assertThat(members).extracting(Member::visits).containsExactly(0, 0);
        assertThat(members).extracting(Member::id).containsExactly(1L, 2L);
    }

    @Test
    void rowsWithoutAnyValueAreRowsOfDefaults() {
        assertThat(orm.insertAll(Flux.just(NewSlip.create(), NewSlip.create().remark("x"), NewSlip.create()))
                        .copy()
                        .block())
                .isEqualTo(3);
        assertThat(orm.find(SLIP).count().block()).isEqualTo(3);
    }

    @Test
    void anErrorNamesTheRow() {
        Flux<NewMember> rows =
                Flux.just(NewMember.handle("a"), NewMember.handle("b"), NewMember.handle("a"), NewMember.handle("c"));
        assertFails(orm.insertAll(rows).copy(), UniqueViolationException.class, "Rows 0 and 2 of 4 (counted from 0): ");
        assertFails(
                orm.insertAll(Flux.just(
                                NewSample.id(1),
                                NewSample.id(2).padded("fits"),
                                NewSample.id(3).padded("too long")))
                        .copy(),
                InvalidValueException.class,
                "Row 2 of 3 (counted from 0): Sample.padded cannot have such a value");
        assertFails(
                orm.insertAll(Flux.just(NewCategory.name("a"), NewCategory.name("b\u0000")))
                        .copy(),
                InvalidValueException.class,
                "Row 1 of 2 (counted from 0): ");
        assertThat(orm.find(MEMBER).count().block()).isZero();
        assertThat(orm.find(SAMPLE).count().block()).isZero();
    }

    @Test
    void anErrorOfATriggerNamesTheRowToo() {
        orm.sql("""
                create function refuse() returns trigger language plpgsql as $$ begin
                if new.name = 'b' then raise exception 'not b'; end if; return new; end $$;
                create trigger refuse before insert on categories for each row execute function refuse()""").execute().block();
        assertFails(
                orm.insertAll(Flux.just(NewCategory.name("a"), NewCategory.name("b")))
                        .copy(),
                DatabaseException.class,
                "Row 1 of 2 (counted from 0): The database refused the statement: not b");
    }

    private void assertFails(Mono<Long> copy, Class<? extends OrmException> type, String place) {
        StepVerifier.create(copy)
                .verifyErrorSatisfies(
                        error -> assertThat(error).isInstanceOf(type).message().contains(place));
    }

    @Test
    void aConnectionWithoutAPoolWillDo() {
        ReactiveOrm direct = ReactiveOrm.create(ConnectionFactories.get(database.url()));
        assertThat(direct.insertAll(Flux.just(NewCategory.name("a"))).copy().block())
                .isEqualTo(1);
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(1);
    }

    @Test
    void whatTheConnectionDidBeforeIsInTheSameTransaction() {
        Mono<Long> work = orm.insert(NewCategory.name("a"))
                .one()
                .then(orm.insertAll(Flux.just(NewCategory.name("b"))).copy())
                .then(orm.find(CATEGORY).count());
        assertThat(orm.transaction(work).block()).isEqualTo(2);
        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        StepVerifier.create(orm.transaction(orm.insertAll(Flux.just(NewCategory.name("c"), NewCategory.name("a")))
                        .copy()))
                .verifyError(UniqueViolationException.class);
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(2);
    }
}
