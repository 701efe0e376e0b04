package org.reactiveorm.benchmark;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.reactiveorm.benchmark.RawRows.CommentRow;
import org.reactiveorm.benchmark.RawRows.NoteRow;
import org.reactiveorm.benchmark.RawRows.PostRow;
import org.reactiveorm.benchmark.RawRows.TagRow;
import org.reactiveorm.benchmark.RawRows.UserRow;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The work written by hand, with the same statements and as few round trips. */
final class RawPeer implements Peer {

    private static final String BY_ID = "select " + UserRow.COLUMNS + " from users where id = $1";
    private static final String USERS = "select " + UserRow.COLUMNS + " from users where id > $1 order by id limit $2";
    private static final String TAGS = "select " + TagRow.COLUMNS + " from tags";
    private static final String POSTS = "select " + PostRow.COLUMNS + " from posts where user_id = any($1)";
    private static final String NEWEST_POSTS = "select " + PostRow.COLUMNS
            + " from unnest($1::bigint[]) as k(k0) cross join lateral (select p.* from posts p where p.user_id = k.k0"
            + " order by p.created_at desc limit $2) p";
    private static final String COMMENTS = "select " + CommentRow.COLUMNS + " from comments where post_id = any($1)";
    private static final String INSERT_NOTE =
            "insert into notes (title, body, views, created_at) values ($1, $2, $3, $4) returning " + NoteRow.COLUMNS;
    private static final String INSERT_NOTES = "insert into notes (title, body, views, created_at)"
            + " select c0, c1, c2, c3 from unnest($1, $2, $3, $4::timestamptz[]) with ordinality as i(c0, c1, c2, c3, n)"
            + " order by n returning " + NoteRow.COLUMNS;
    private static final String COUNT_NOTES = "insert into notes (title, body, views, created_at)"
            + " select * from unnest($1, $2, $3, $4::timestamptz[])";
    private static final String COPY_NOTES = "copy notes (title, body, views, created_at) from stdin";
    private static final String UPSERT_COUNTERS = "insert into counters as c (name, hits)"
            + " select c0, c1 from unnest($1, $2) with ordinality as i(c0, c1, n) order by n"
            + " on conflict (name) do update set hits = c.hits + $3 returning name, hits";
    private static final String INSERT_USER =
            "insert into users (username, email, created_at) values ($1, $2, $3) returning " + UserRow.COLUMNS;
    private static final String INSERT_POSTS = "insert into posts (title, body, created_at, user_id)"
            + " select c0, c1, c2, c3 from unnest($1, $2, $3::timestamptz[], $4) with ordinality as i(c0, c1, c2, c3, n)"
            + " order by n";
    private static final String UPDATE_TAGS = "with changed as (update tags t set uses = i.c1, weight = i.c2"
            + " from unnest($1, $2, $3) with ordinality as i(c0, c1, c2, n) where t.id = i.c0 returning t.*, i.n)"
            + " select " + TagRow.COLUMNS + " from changed order by n";
    private static final String WITHDRAW = "update users set balance = balance - $1 where id = $2";
    private static final String DEPOSIT = "update users set balance = balance + $1 where id = $2";

    private final ConnectionPool pool;
    private final RawTransaction transaction;

    RawPeer(ConnectionPool pool, RawTransaction transaction) {
        this.pool = pool;
        this.transaction = transaction;
    }

    @Override
    public Mono<?> findById(long id) {
        return Mono.usingWhen(
                pool.create(),
                connection -> rows(connection.createStatement(BY_ID).bind(0, id), UserRow::of)
                        .next(),
                Connection::close);
    }

    @Override
    public Flux<?> users(long after) {
        return Flux.usingWhen(pool.create(), connection -> users(connection, after, 1000), Connection::close);
    }

    private static Flux<UserRow> users(Connection connection, long after, long limit) {
        return rows(connection.createStatement(USERS).bind(0, after).bind(1, limit), UserRow::of);
    }

    @Override
    public Flux<?> tags() {
        return Flux.usingWhen(
                pool.create(), connection -> rows(connection.createStatement(TAGS), TagRow::of), Connection::close);
    }

    @Override
    public Flux<?> usersWithPosts(long after) {
        return withPosts(
                after, (connection, ids) -> connection.createStatement(POSTS).bind(0, ids));
    }

    @Override
    public Flux<?> usersWithNewestPosts(long after) {
        return withPosts(
                after,
                (connection, ids) ->
                        connection.createStatement(NEWEST_POSTS).bind(0, ids).bind(1, 5L));
    }

    private Flux<UserRow> withPosts(long after, PostStatement posts) {
        return Flux.usingWhen(
                pool.create(),
                connection -> users(connection, after, 100)
                        .collectList()
                        .flatMap(users -> rows(posts.of(connection, ids(users, UserRow::id)), PostRow::of)
                                .collectList()
                                .flatMap(found -> addComments(connection, found))
                                .doOnNext(found -> addPosts(users, found))
                                .thenReturn(users))
                        .flatMapIterable(users -> users),
                Connection::close);
    }

    private static Mono<List<PostRow>> addComments(Connection connection, List<PostRow> posts) {
        Map<Long, PostRow> byId = new HashMap<>();
        posts.forEach(post -> byId.put(post.id(), post));
        return rows(connection.createStatement(COMMENTS).bind(0, ids(posts, PostRow::id)), CommentRow::of)
                .doOnNext(comment -> byId.get(comment.postId()).comments().add(comment))
                .then(Mono.just(posts));
    }

    private static void addPosts(List<UserRow> users, List<PostRow> posts) {
        Map<Long, UserRow> byId = new HashMap<>();
        users.forEach(user -> byId.put(user.id(), user));
        posts.forEach(post -> byId.get(post.userId()).posts().add(post));
    }

    private static <T> Long[] ids(List<T> rows, Function<T, Long> id) {
        return rows.stream().map(id).toArray(Long[]::new);
    }

    @Override
    public Mono<?> insertOne() {
        return Mono.usingWhen(
                pool.create(),
                connection -> rows(
                                connection
                                        .createStatement(INSERT_NOTE)
                                        .bind(0, "title 0")
                                        .bind(1, "the body of note 0")
                                        .bind(2, 0)
                                        .bind(3, Instant.now()),
                                NoteRow::of)
                        .next(),
                Connection::close);
    }

    @Override
    public Flux<?> insertMany() {
        Instant now = Instant.now();
        return Flux.usingWhen(
                pool.create(),
                connection -> rows(
                        connection
                                .createStatement(INSERT_NOTES)
                                .bind(0, texts("title ", 1000))
                                .bind(1, texts("the body of note ", 1000))
                                .bind(2, IntStream.range(0, 1000).boxed().toArray(Integer[]::new))
                                .bind(3, moments(now, 1000)),
                        NoteRow::of),
                Connection::close);
    }

    @Override
    public Mono<Long> insertUnanswered() {
        Instant now = Instant.now();
        return Mono.usingWhen(
                pool.create(),
                connection -> Flux.from(connection
                                .createStatement(COUNT_NOTES)
                                .bind(0, texts("title ", 10_000))
                                .bind(1, texts("the body of note ", 10_000))
                                .bind(2, IntStream.range(0, 10_000).boxed().toArray(Integer[]::new))
                                .bind(3, moments(now, 10_000))
                                .execute())
                        .flatMap(Result::getRowsUpdated)
                        .next(),
                Connection::close);
    }

    /** The values are known not to need escapes. */
    @Override
    public Mono<Long> copy() {
        return Mono.usingWhen(
                pool.create(),
                connection -> {
                    String now = Instant.now().toString();
                    StringBuilder rows = new StringBuilder();
                    for (int i = 0; i < 10_000; i++) {
                        rows.append("title ")
                                .append(i)
                                .append("\tthe body of note ")
                                .append(i)
                                .append('\t');
                        rows.append(i).append('\t').append(now).append('\n');
                    }
                    return ((PostgresqlConnection) ((Wrapped<?>) connection).unwrap())
                            .copyIn(COPY_NOTES)
                            .from(rows.toString().getBytes(StandardCharsets.UTF_8))
                            .build();
                },
                Connection::close);
    }

    @Override
    public Flux<?> upsertMany(int first) {
        return Flux.usingWhen(
                pool.create(),
                connection -> rows(
                        connection
                                .createStatement(UPSERT_COUNTERS)
                                .bind(
                                        0,
                                        IntStream.range(first, first + 1_000)
                                                .mapToObj(i -> "counter " + i)
                                                .toArray(String[]::new))
                                .bind(
                                        1,
                                        IntStream.range(0, 1_000)
                                                .map(i -> 1)
                                                .boxed()
                                                .toArray(Integer[]::new))
                                .bind(2, 1),
                        row -> new Counter(row.get(0, String.class), row.get(1, Integer.class))),
                Connection::close);
    }

    private static String[] texts(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private static Instant[] moments(Instant now, int count) {
        return IntStream.range(0, count).mapToObj(i -> now).toArray(Instant[]::new);
    }

    @Override
    public Mono<?> transfer(long sender, long receiver, BigDecimal amount) {
        return transaction.run(
                pool,
                connection -> updated(connection.createStatement(WITHDRAW), sender, amount),
                (connection, rows) -> updated(connection.createStatement(DEPOSIT), receiver, amount));
    }

    @Override
    public Flux<?> updateMany() {
        return Flux.usingWhen(
                pool.create(),
                connection -> rows(
                        connection
                                .createStatement(UPDATE_TAGS)
                                .bind(0, LongStream.rangeClosed(1, 1000).boxed().toArray(Long[]::new))
                                .bind(1, IntStream.range(0, 1000).boxed().toArray(Integer[]::new))
                                .bind(
                                        2,
                                        IntStream.range(0, 1000)
                                                .mapToObj(BigDecimal::valueOf)
                                                .toArray(BigDecimal[]::new)),
                        TagRow::of),
                Connection::close);
    }

    private static Mono<Long> updated(Statement statement, long id, BigDecimal amount) {
        return Flux.from(statement.bind(0, amount).bind(1, id).execute())
                .flatMap(Result::getRowsUpdated)
                .next();
    }

    @Override
    public Mono<?> insertUserWithPosts() {
        Instant now = Instant.now();
        return transaction.run(
                pool,
                connection -> rows(
                                connection
                                        .createStatement(INSERT_USER)
                                        .bind(0, "new")
                                        .bind(1, "new@example.com")
                                        .bind(2, now),
                                UserRow::of)
                        .next(),
                (connection, user) -> Flux.from(connection
                                .createStatement(INSERT_POSTS)
                                .bind(0, texts("title ", 10))
                                .bind(1, texts("the body of post ", 10))
                                .bind(2, moments(now, 10))
                                .bind(3, owners(user.id(), 10))
                                .execute())
                        .flatMap(Result::getRowsUpdated)
                        .then(Mono.just(user)));
    }

    private static Long[] owners(long id, int count) {
        return IntStream.range(0, count).mapToObj(i -> id).toArray(Long[]::new);
    }

    @Override
    public Mono<Void> close() {
        return pool.close();
    }

    private static <T> Flux<T> rows(Statement statement, Function<Row, T> reader) {
        return Flux.from(statement.execute()).flatMap(result -> result.map((row, metadata) -> reader.apply(row)));
    }

    /** The statement that reads the posts of many users. */
    @FunctionalInterface
    private interface PostStatement {
        Statement of(Connection connection, Long[] userIds);
    }
}
