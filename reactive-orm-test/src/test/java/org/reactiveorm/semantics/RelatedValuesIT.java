package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Meeting_.MEETING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.FindSpec;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;

/** Values of columns that are not of the type they are read as are the same in a related row as in the row by itself. */
@Timeout(60)
class RelatedValuesIT {

    private static final UUID FIRST = new UUID(0, 0);
    private static final Instant AT = Instant.parse("2024-03-02T00:30:00.123456Z");
    private static final List<Double> SHARES = List.of(
            0.1, 1 / 3.0, 16_777_217.0, 3.4028234663852886E38, 1.401298464324817E-45, -0.0, Double.NaN, -1 / 0.0);
    private static final List<String> CODES = List.of("a", "", " b", "abcd", "é", "\"\\", "[,]", "null");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().withSchemaOf(MEETING);

    /** All but the first one follow it. */
    @BeforeAll
    static void fill() {
        List<New<Meeting>> meetings = new ArrayList<>();
        for (int i = 0; i < SHARES.size(); i++) {
            meetings.add(NewMeeting.id(new UUID(0, i))
                    .at(AT)
                    .rounded(AT)
                    .spelled(AT)
                    .utc(AT)
                    .share(SHARES.get(i))
                    .code(CODES.get(i))
                    .previousId(i == 0 ? null : FIRST));
        }
        database.orm().insertAll(meetings).all().blockLast();
    }

    private static FindSpec<Meeting, UUID> meetings() {
        return database.orm().find(MEETING).orderBy(MEETING.id.asc());
    }

    private static List<Meeting> all(FindSpec<Meeting, UUID> find) {
        return find.all().collectList().block();
    }

    private static List<Object> values(Meeting meeting) {
        return List.of(
                meeting.id(),
                meeting.share(),
                meeting.code(),
                meeting.at(),
                meeting.rounded(),
                meeting.spelled(),
                meeting.utc());
    }

    private static List<List<Object>> values(Iterable<Meeting> meetings) {
        List<List<Object>> values = new ArrayList<>();
        meetings.forEach(meeting -> values.add(values(meeting)));
        return values;
    }

    @Test
    void aRealIsNoDoubleAndAPaddedTextHasItsBlanks() {
        List<Meeting> alone = all(meetings());
        assertThat(alone)
                .extracting(Meeting::share)
                .containsExactlyElementsOf(SHARES.stream()
                        .map(share -> (double) share.floatValue())
                        .toList());
        assertThat(alone)
                .extracting(Meeting::code)
                .containsExactlyElementsOf(CODES.stream().map("%-4s"::formatted).toList());
    }

    @ParameterizedTest
    @EnumSource
    void inAToOne(Fetch fetch) {
        List<Object> first = values(meetings().byId(FIRST).oneOrFail().block());
        assertThat(all(fetch.of(meetings().where(MEETING.previousId.isNotNull()).include(MEETING.previous))))
                .hasSize(SHARES.size() - 1)
                .allSatisfy(
                        meeting -> assertThat(values(meeting.previous().get())).isEqualTo(first));
    }

    @ParameterizedTest
    @EnumSource
    void inAToMany(Fetch fetch) {
        List<List<Object>> alone = values(all(meetings()));
        Meeting first = all(fetch.of(meetings().byId(FIRST).include(MEETING.next.orderBy(MEETING.id.asc()))))
                .get(0);
        assertThat(values(first)).isEqualTo(alone.get(0));
        assertThat(values(first.next())).isEqualTo(alone.subList(1, alone.size()));
    }

    @ParameterizedTest
    @EnumSource
    void belowOtherRelatedRows(Fetch fetch) {
        List<List<Object>> alone = values(all(meetings()));
        Meeting first = all(fetch.of(meetings()
                        .byId(FIRST)
                        .include(MEETING.next.include(
                                MEETING.previous.include(MEETING.next.orderBy(MEETING.id.asc()))))))
                .get(0);
        assertThat(first.next()).hasSize(SHARES.size() - 1).allSatisfy(next -> {
            Meeting again = next.previous().get();
            assertThat(values(again)).isEqualTo(alone.get(0));
            assertThat(values(again.next())).isEqualTo(alone.subList(1, alone.size()));
        });
    }
}
