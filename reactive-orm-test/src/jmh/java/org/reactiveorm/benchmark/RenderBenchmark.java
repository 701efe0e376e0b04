package org.reactiveorm.benchmark;

import static org.reactiveorm.benchmark.Comment_.COMMENT;
import static org.reactiveorm.benchmark.Post_.POST;
import static org.reactiveorm.benchmark.User_.USER;

import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.sql.IncludeRenderer;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.sql.SelectRenderer;
import org.reactiveorm.sql.Sql;

/** What the library does before a statement is sent, without a database. */
@NullUnmarked // JMH fills the state
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RenderBenchmark {

    private static final List<List<Object>> KEYS = List.of(List.of(1L));

    private ReactiveOrm orm;

    /** A connection factory that is never asked for a connection. */
    @Setup
    public void create() {
        orm = ReactiveOrm.create(ConnectionFactories.get(StartBenchmark.NOWHERE));
    }

    /** Users, their posts, the comments of those and their authors: four statements. */
    @Benchmark
    public void threeLevelInclude(Blackhole statements) {
        Query<User> query = orm.find(USER)
                .where(USER.age.gt(25), USER.isVerified.isTrue())
                .orderBy(USER.createdAt.desc())
                .take(10)
                .include(USER.posts
                        .where(POST.published.isTrue())
                        .orderBy(POST.createdAt.desc())
                        .take(5)
                        .include(POST.comments.include(COMMENT.author)))
                .query();
        statements.consume(new SelectRenderer()
                .select(query, SelectList.properties(query.entity().properties())));
        render(query, statements);
    }

    private static void render(Query<?> query, Blackhole statements) {
        for (Include<?, ?> include : query.includes()) {
            statements.consume(related(include));
            render(include.query(), statements);
        }
    }

    private static <E, C> Sql related(Include<E, C> include) {
        return new IncludeRenderer()
                .related(
                        include,
                        SelectList.properties(include.relation().target().properties()),
                        KEYS);
    }
}
