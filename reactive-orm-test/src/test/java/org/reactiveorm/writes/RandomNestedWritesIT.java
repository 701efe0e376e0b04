package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.writes.Graph.Key;
import org.reactiveorm.writes.League.Kind;
import org.reactiveorm.writes.League.Link;
import org.reactiveorm.writes.League.Table;
import org.reactiveorm.writes.League.Verb;
import org.reactiveorm.writes.LeagueModel.Done;
import org.reactiveorm.writes.LeagueRows.Failure;
import org.reactiveorm.writes.LeagueRows.Row;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Graphs of nested operations made at random do to the tables what they do to rows in memory, answer the same rows, or fail
 * alike and change nothing.
 *
 * <p>What nobody has promised elsewhere is decided here. Rows at the same place of the graph are treated together, part by part of the
 * fixed order, and within a part in the order of {@link Verb} where it is not said otherwise. What is nested in a row that is not made,
 * or in the change of one that is not there, is not done, nor are its keys looked for. The same {@code updateAll} for several
 * parents changes a row that they share once. A row that several parents share can be deleted by all of them. Room for the one row of a to-one
 * relation is made for all parents before any row is connected. {@code connect}, also of what is related already, {@code set} of what
 * stays, and an upsert of what the row's own key refers to are updates, so that a version counts them. A row that the call itself removes is not
 * answered. A missing row that is connected by the key which a foreign key refers to is found out later than others,
 * so that the call may fail of something else before. Nothing is promised about a row that is changed after the call
 * has removed it, that is named by different keys for different parents, or whose primary key is changed twice at once.
 */
class RandomNestedWritesIT {

    private static final long SEED = Long.getLong("seed", 20_261_127);
    private static final int CASES = Integer.getInteger("cases", 300);

    private static final List<Done> ALL = Stream.of(Kind.values())
            .flatMap(kind -> kind.verbs.stream().map(verb -> new Done(verb, kind)))
            .toList();

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final Map<Done, Integer> succeeded = new HashMap<>();
    private final Map<Failure, Integer> failed = new EnumMap<>(Failure.class);
    private int open;
    private boolean isClean;

    /** What is to be called, and what is expected of it. */
    private record Case(
            Table table,
            List<Graph> graphs,
            List<Row> rows,
            @Nullable Failure failure,
            LeagueModel model,
            List<Row> answer) {

        boolean isExpected(Failure real) {
            return real == failure
                    || (real == Failure.FOREIGN_KEY && failure == Failure.NOT_FOUND && model.isRemoving())
                    || (real == Failure.NOT_FOUND && model.isSomethingMissing());
        }

        boolean fails() {
            return failure != null || model.isSomethingMissing();
        }
    }

    @BeforeAll
    static void keysOfNewRowsAreOthers() {
        Stream.of("teams", "players", "passports", "lockers", "skills", "contracts")
                .forEach(table -> script("alter table " + table + " alter id restart with 1000"));
    }

    @Test
    void nestedOperationsMeanWhatTheyMeanInMemory() {
        LongStream.range(SEED, SEED + CASES).forEach(this::run);

        ALL.forEach(each ->
                assertThat(succeeded.getOrDefault(each, 0)).as(each.toString()).isGreaterThanOrEqualTo(CASES / 150));
        for (Failure failure : Failure.values()) {
            assertThat(failed).containsKey(failure);
        }
        assertThat(open).isLessThan(CASES / 20);
    }

    private void run(long seed) {
        try {
            Case made = expected(seed);
            reset();
            List<String> before = lines();
            assertThat(before).isEqualTo(LeagueRows.initial().lines());
            check(made, before);
        } catch (LeagueModel.Open nothing) {
            open++;
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + ", run it alone with -Dseed=" + seed + " -Dcases=1", failure);
        }
    }

    /** Of most cases one is taken that succeeds, if there is one among some. */
    private static Case expected(long seed) {
        int attempts = seed % 4 == 0 ? 1 : 40;
        Case made = expected(seed, 0);
        for (int i = 1; i < attempts && (made.fails() || made.model().done().isEmpty()); i++) {
            made = expected(seed, i);
        }
        return made;
    }

    private static Case expected(long seed, int attempt) {
        boolean isInsert = seed % 3 == 0;
        int depth = seed % 4 == 0 ? 3 : 1 + (int) (seed % 7) / 3;
        RandomGraphs random = new RandomGraphs(seed * 1_000 + attempt, !isInsert && seed % 4 == 1 && attempt < 10);
        if (isInsert) {
            Table table = random.pick(List.of(Table.values()));
            List<Graph> graphs = seed % 2 == 0
                    ? List.of(random.draft(table, depth))
                    : List.of(random.draft(table, depth), random.draft(table, 1));
            return inserted(table, graphs, new LeagueModel());
        }
        Done what = ALL.get((int) (seed % ALL.size()));
        Link link = random.pick(Stream.of(Link.values())
                .filter(each -> each.kind == what.kind())
                .toList());
        List<Row> rows = random.rows(link.owner);
        Row known = rows.size() == 1 ? rows.get(0) : null;
        Graph graph = seed / 7 % 5 < 4
                ? random.change(link, what.verb(), known, depth)
                : random.change(link.owner, known, depth);
        return changed(link.owner, rows, graph, new LeagueModel());
    }

    private static Case inserted(Table table, List<Graph> graphs, LeagueModel model) {
        try {
            return new Case(table, graphs, List.of(), null, model, model.insert(table, graphs));
        } catch (LeagueRows.Refused refused) {
            return new Case(table, graphs, List.of(), refused.failure, model, List.of());
        }
    }

    private static Case changed(Table table, List<Row> rows, Graph graph, LeagueModel model) {
        List<Row> own = rows.stream()
                .map(row -> Objects.requireNonNull(model.rows().find(table, key(row))))
                .toList();
        try {
            model.change(table, own, graph);
            List<Row> left = own.stream().filter(model.rows()::has).toList();
            return new Case(table, List.of(graph), rows, null, model, left);
        } catch (LeagueRows.Refused refused) {
            return new Case(table, List.of(graph), rows, refused.failure, model, List.of());
        }
    }

    private static Key key(Row row) {
        return new Key(
                row.table.key(),
                row.table.key().stream()
                        .map(row::get)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    private <E> void check(Case made, List<String> before) {
        String about = made.table() + " "
                + made.rows().stream().map(RandomNestedWritesIT::key).toList() + " " + made.graphs();
        List<E> answer;
        try {
            answer = this.<E>call(made).collectList().block();
        } catch (RuntimeException error) {
            Failure real = failure(error, about);
            if (!made.isExpected(real)) {
                throw new AssertionError(
                        "expected " + (made.fails() ? made.failure() : "success") + " of " + about, error);
            }
            assertSame(lines(), before, about);
            failed.merge(real, 1, Integer::sum);
            return;
        }
        isClean = false;
        assertThat(made.fails()).as("fails with %s: %s", made.failure(), about).isFalse();
        assertSame(lines(), made.model().rows().lines(), about);
        assertAnswer(made, Objects.requireNonNull(answer), about);
        made.model().done().forEach(each -> succeeded.merge(each, 1, Integer::sum));
    }

    private static void assertSame(List<String> lines, List<String> expected, String about) {
        List<String> extra = new ArrayList<>(lines);
        expected.forEach(extra::remove);
        List<String> missing = new ArrayList<>(expected);
        lines.forEach(missing::remove);
        assertThat(extra).as("lines too many, without %s: %s", missing, about).isEmpty();
        assertThat(missing).as("lines missing: %s", about).isEmpty();
    }

    private <E> Flux<E> call(Case made) {
        EntityRef<E, Object> entity = LeagueCalls.entity(made.table());
        if (made.rows().isEmpty()) {
            List<Draft<E>> drafts = made.graphs().stream()
                    .map(graph -> LeagueCalls.<E>draft(made.table(), graph))
                    .toList();
            return database.orm().insertAll(drafts).all();
        }
        Condition<E> which = entity.hasIdIn(made.rows().stream()
                .map(row -> LeagueCalls.id(row.table, key(row)))
                .toList());
        return database.orm()
                .update(entity)
                .where(which)
                .set(LeagueCalls.<E>changes(made.table(), made.graphs().get(0)))
                .all();
    }

    private static Failure failure(RuntimeException error, String about) {
        if (error instanceof NotFoundException) {
            return Failure.NOT_FOUND;
        } else if (error instanceof UniqueViolationException) {
            return Failure.UNIQUE;
        } else if (error instanceof ForeignKeyViolationException) {
            return Failure.FOREIGN_KEY;
        } else if (error instanceof NotNullViolationException) {
            return Failure.NOT_NULL;
        }
        throw new AssertionError(about, error);
    }

    /** The rows that were asked for, as they are now. */
    private <E> void assertAnswer(Case made, List<E> answer, String about) {
        EntityRef<E, Object> entity = LeagueCalls.entity(made.table());
        String label = made.table().label();
        if (label != null) {
            List<?> labels = answer.stream()
                    .map(row -> entity.model().property(label).get(row))
                    .toList();
            List<?> expected = made.answer().stream().map(row -> row.get(label)).toList();
            if (made.rows().isEmpty()) {
                assertThat(labels).as(about).isEqualTo(expected);
            } else {
                assertThat(labels.toArray()).as(about).containsExactlyInAnyOrder(expected.toArray());
            }
        }
        for (E row : answer) {
            List<Object> id = entity.model().primaryKey().properties().stream()
                    .<Object>map(property -> Objects.requireNonNull(property.get(row)))
                    .toList();
            E now = database.orm()
                    .find(entity)
                    .where(entity.hasId(
                            LeagueCalls.id(made.table(), new Key(made.table().key(), id))))
                    .oneOrFail()
                    .block();
            entity.model()
                    .properties()
                    .forEach(property -> assertThat((Object) property.get(row))
                            .as("%s of the answer: %s", property.name(), about)
                            .isEqualTo(property.get(Objects.requireNonNull(now))));
        }
    }

    private void reset() {
        if (!isClean) {
            script(InitialRows.SCRIPT);
            isClean = true;
        }
    }

    private static List<String> lines() {
        return Objects.requireNonNull(database.orm()
                .sql(LeagueRows.LINES)
                .as(String.class)
                .all()
                .collectSortedList()
                .block());
    }

    private static void script(String sql) {
        Mono.usingWhen(
                        database.connections().create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .flatMap(result -> result.getRowsUpdated())
                                .then(),
                        Connection::close)
                .block();
    }
}
