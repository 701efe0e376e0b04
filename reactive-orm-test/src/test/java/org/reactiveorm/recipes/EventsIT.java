package org.reactiveorm.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.recipes.Event_.EVENT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class EventsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final ReactiveOrm orm = database.orm();

    @BeforeAll
    static void fill() {
        JsonMapper json = JsonMapper.shared();
        Instant late = Instant.parse("2026-03-01T23:30:00Z");
        database.orm()
                .insertAll(List.of(
                        NewEvent.happenedAt(late)
                                .labels(List.of("order", "web"))
                                .payload(
                                        json.readTree(
                                                "{\"user\": {\"name\": \"ann\"}, \"total\": 120.50, \"items\": [{\"sku\": \"a\"}]}")),
                        NewEvent.happenedAt(late.plusSeconds(7200))
                                .labels(List.of("order"))
                                .payload(json.readTree("{\"user\": {\"name\": null}, \"total\": 20}")),
                        NewEvent.happenedAt(late.plusSeconds(9000))
                                .labels(List.of())
                                .payload(json.readTree("{\"total\": \"20\"}"))))
                .all()
                .blockLast();
    }

    private List<Long> ids(Condition<Event> condition) {
        return orm.find(EVENT)
                .where(condition)
                .orderBy(EVENT.id.asc())
                .select(EVENT.id)
                .all()
                .collectList()
                .block();
    }

    @Test
    void jsonIsComparedByItsTypes() {
        // tag::json[]
        Condition<Event> large = EVENT.payload.path("total").asNumber().gt(new BigDecimal(100));
        Condition<Event> byAnn = EVENT.payload.path("user", "name").asString().eq("ann");
        Condition<Event> bought = EVENT.payload.contains(Map.of("items", List.of(Map.of("sku", "a"))));

        Condition<Event> nobody = EVENT.payload.path("user", "name").isJsonNull(); // {"user": {"name": null}}
        Condition<Event> unknown = EVENT.payload.path("user", "name").isMissing(); // {}
        Condition<Event> empty = EVENT.payload.isNull(); // NULL
        // end::json[]
        assertThat(ids(large)).containsExactly(1L);
        assertThat(ids(byAnn)).containsExactly(1L);
        assertThat(ids(bought)).containsExactly(1L);
        assertThat(ids(nobody)).containsExactly(2L);
        assertThat(ids(unknown)).containsExactly(3L);
        assertThat(ids(empty)).isEmpty();
    }

    @Test
    void arraysAreAskedForTheirElements() {
        // tag::arrays[]
        Condition<Event> orders = EVENT.labels.has("order");
        Condition<Event> both = EVENT.labels.hasAll(List.of("order", "web"));
        Condition<Event> none = EVENT.labels.isEmpty();
        // end::arrays[]
        assertThat(ids(orders)).containsExactly(1L, 2L);
        assertThat(ids(both)).containsExactly(1L);
        assertThat(ids(none)).containsExactly(3L);
    }

    // tag::day[]
    record Day(LocalDate day, long events, @Nullable BigDecimal turnover) {}
    // end::day[]

    @Test
    void daysBeginInATimeZone() {
        // tag::days[]
        var day = EVENT.happenedAt.toDate(ZoneId.of("Europe/Berlin"));
        Flux<Day> days = orm.find(EVENT)
                .groupBy(day)
                .having(EVENT.count().gte(1L))
                .orderBy(day.key().asc())
                .select(
                        day.key(),
                        EVENT.count(),
                        EVENT.payload.path("total").asNumber().sum())
                .as(Day::new)
                .all();
        // end::days[]
        assertThat(days.collectList().block())
                .containsExactly(new Day(LocalDate.of(2026, 3, 2), 3, new BigDecimal("140.5")));
    }
}
