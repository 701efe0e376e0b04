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
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.scope.Scopes;
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

    private final Sized small = new Sized(3, 1);
    private final Sized large = new Sized(300, 200);

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
        statements.consume(new SelectRenderer(Scopes.none())
                .select(query, SelectList.properties(query.entity().properties())));
        render(query, statements);
    }

    /** Three columns of a row by its id, of an entity with three columns and one relation. */
    @Benchmark
    public Object threeOf3Columns() {
        return threeColumns(small);
    }

    /** The same of an entity with 300 columns and 200 relations. */
    @Benchmark
    public Object threeOf300Columns() {
        return threeColumns(large);
    }

    private Sql threeColumns(Sized entity) {
        Query<Sized.Row> query = orm.find(entity).byId(1L).query();
        return new SelectRenderer(Scopes.none()).select(query, SelectList.expressions(entity.threeColumns()));
    }

    /** The same with a relation, of whose rows three columns are read: two statements. */
    @Benchmark
    public void includeOneOf1Relation(Blackhole statements) {
        includeOne(small, statements);
    }

    /** The same with one of 200 relations. */
    @Benchmark
    public void includeOneOf200Relations(Blackhole statements) {
        includeOne(large, statements);
    }

    private void includeOne(Sized entity, Blackhole statements) {
        Query<Sized.Row> query =
                orm.find(entity).byId(1L).include(entity.lastToMany()).query();
        statements.consume(
                new SelectRenderer(Scopes.none()).select(query, SelectList.expressions(entity.threeColumns())));
        for (Include<Sized.Row, ?> include : query.includes()) {
            statements.consume(relatedThreeColumns(include));
        }
    }

    private static <E, C> Sql relatedThreeColumns(Include<E, C> include) {
        List<Property<C, ?>> properties = include.relation().target().properties();
        SelectList<C> list = SelectList.properties(
                List.of(properties.get(0), properties.get(1), properties.get(properties.size() - 1)));
        return new IncludeRenderer(Scopes.none()).related(include, list, KEYS);
    }

    /** The whole row, with all that is in it: 300 names are written. */
    @Benchmark
    public Object allOf300Columns() {
        Query<Sized.Row> query = orm.find(large).byId(1L).query();
        return new SelectRenderer(Scopes.none())
                .select(query, SelectList.properties(query.entity().properties()));
    }

    private static void render(Query<?> query, Blackhole statements) {
        for (Include<?, ?> include : query.includes()) {
            statements.consume(related(include));
            render(include.query(), statements);
        }
    }

    private static <E, C> Sql related(Include<E, C> include) {
        return new IncludeRenderer(Scopes.none())
                .related(
                        include,
                        SelectList.properties(include.relation().target().properties()),
                        KEYS);
    }
}
