package org.reactiveorm.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.Comment_.COMMENT;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.Tag_.TAG;
import static org.reactiveorm.tutorial.User_.USER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotLoadedException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Operator;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.SqlFragment;
import org.reactiveorm.schema.SqlReport;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.tutorial.Transfers.InsufficientFunds;
import org.reactiveorm.tutorial.Transfers.Transfer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TutorialIT {

    // tag::extension[]
    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();
    // end::extension[]

    private ReactiveOrm orm;
    private Transfers transfers;

    @BeforeEach
    void connect() {
        orm = database.orm();
        transfers = new Transfers(orm);
    }

    @Test
    void createReadUpdateDelete() {
        // tag::insert[]
        Mono<User> alice = orm.insert(
                        NewUser.username("alice").email("alice@example.com").age(28))
                .one();
        // end::insert[]
        StepVerifier.create(alice)
                .assertNext(user -> {
                    assertThat(user.id()).isEqualTo(1);
                    assertThat(user.balance()).isEqualTo(new BigDecimal("0.00"));
                    assertThat(user.isVerified()).isFalse();
                })
                .verifyComplete();

        // tag::find[]
        Mono<User> byEmail =
                orm.find(USER).where(USER.email.eq("alice@example.com")).one();
        // end::find[]
        StepVerifier.create(byEmail.map(User::username)).expectNext("alice").verifyComplete();

        // tag::update[]
        Mono<User> updated = orm.update(USER)
                .byId(1L)
                .set(USER.age.to(29), USER.isVerified.to(true))
                .one();
        // end::update[]
        StepVerifier.create(updated)
                .assertNext(user -> {
                    assertThat(user.age()).isEqualTo(29);
                    assertThat(user.isVerified()).isTrue();
                })
                .verifyComplete();

        // tag::page[]
        Flux<UserCard> page = orm.find(USER)
                .where(USER.age.gt(25), USER.isVerified.isTrue())
                .orderBy(USER.createdAt.desc())
                .skip(0)
                .take(10)
                .as(UserCard.class)
                .all();
        // end::page[]
        StepVerifier.create(page)
                .expectNext(new UserCard(1, "alice", "alice@example.com"))
                .verifyComplete();

        // tag::delete[]
        Mono<User> deleted = orm.delete(USER).byId(1L).one();
        // end::delete[]
        StepVerifier.create(deleted.map(User::username)).expectNext("alice").verifyComplete();
        StepVerifier.create(orm.find(USER).byId(1L).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no User with id 1."));
    }

    @Test
    void dynamicFiltersAreValues() {
        orm.insert(NewUser.username("old").email("o@x").age(70)).one().block();
        orm.insert(NewUser.username("young").email("y@x").age(20)).one().block();

        // tag::dynamic[]
        Condition<User> filter = olderThan(null).and(olderThan(30));
        // end::dynamic[]
        StepVerifier.create(orm.find(USER).where(filter).all().map(User::username))
                .expectNext("old")
                .verifyComplete();

        Map<String, String> request = Map.of("column", "age", "operator", "LT", "value", "30");
        // tag::by-name[]
        var column = USER.column(request.get("column")); // an unknown name is a clear error
        var operator = Operator.valueOf(request.get("operator"));
        Condition<User> fromRequest = column.is(operator, column.parse(request.get("value")));
        // end::by-name[]
        StepVerifier.create(orm.find(USER).where(fromRequest).all().map(User::username))
                .expectNext("young")
                .verifyComplete();
    }

    // tag::dynamic-method[]
    private static Condition<User> olderThan(@Nullable Integer age) {
        return age == null ? Condition.always() : USER.age.gt(age);
    }
    // end::dynamic-method[]

    @Test
    void relations() {
        // tag::nested-insert[]
        Mono<User> bob = orm.insert(NewUser.username("bob")
                        .email("bob@example.com")
                        .posts(NewPost.title("Hello World").body("My first post!")))
                .include(USER.posts)
                .one(); // atomic: user and posts, or nothing
        // end::nested-insert[]
        StepVerifier.create(bob)
                .assertNext(
                        user -> assertThat(user.posts()).extracting(Post::title).containsExactly("Hello World"))
                .verifyComplete();
        orm.update(POST).everything().set(POST.published.to(true)).count().block();

        database.statements().clear();
        // tag::include[]
        Mono<User> userWithPosts = orm.find(USER)
                .byId(1L)
                .include(USER.posts
                        .where(POST.published.isTrue())
                        .orderBy(POST.createdAt.desc())
                        .take(5))
                .one();
        // end::include[]
        StepVerifier.create(userWithPosts)
                .assertNext(user -> {
                    assertThat(user.posts()).hasSize(1);
                    assertThat(user.posts().isPartial()).isTrue();
                })
                .verifyComplete();
        assertThat(database.statements()).hasCount(2);

        // tag::not-loaded[]
        User plain = orm.find(USER).byId(1L).oneOrFail().block();
        plain.posts().isLoaded(); // false: nothing is loaded behind your back
        // end::not-loaded[]
        assertThat(plain.posts().isLoaded()).isFalse();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> plain.posts().list()))
                .isInstanceOf(NotLoadedException.class)
                .hasMessage("User.posts is not loaded. Add .include(USER.posts) to the query that read this User.");

        orm.insert(NewComment.text("Nice").postId(1L).authorId(1L)).one().block();
        database.statements().clear();
        // tag::deep[]
        Flux<User> threads = orm.find(USER)
                .include(USER.posts.include(POST.comments.include(COMMENT.author), POST.tags))
                .all(); // five statements, for a row or for ten thousand users
        // end::deep[]
        StepVerifier.create(threads)
                .assertNext(user -> {
                    Post post = user.posts().list().get(0);
                    assertThat(post.tags()).isEmpty();
                    assertThat(post.comments().list().get(0).author().get().username())
                            .isEqualTo("bob");
                })
                .verifyComplete();
        assertThat(database.statements()).hasCount(5);

        database.statements().clear();
        // tag::stream[]
        // at most 500 users and their posts are in memory
        Flux<User> everybody = orm.find(USER).include(USER.posts).stream(500);
        // end::stream[]
        StepVerifier.create(everybody.map(User::username)).expectNext("bob").verifyComplete();
        assertThat(database.statements())
                .hasCount(3)
                .containsSql("fetch forward 500")
                .hasCommitted();

        // tag::relation-conditions[]
        Flux<User> authors = orm.find(USER)
                .where(USER.posts.some(POST.title.containsIgnoreCase("hello")))
                .orderBy(USER.posts.count().desc(), USER.username.asc())
                .all();
        // end::relation-conditions[]
        StepVerifier.create(authors.map(User::username)).expectNext("bob").verifyComplete();
    }

    @Test
    void shapes() {
        orm.insert(NewUser.username("ann")
                        .email("ann@example.com")
                        .posts(
                                NewPost.title("Draft").published(false).body("?"),
                                NewPost.title("News").published(true).body("Well")))
                .one()
                .block();
        orm.insert(NewUser.username("bob").email("bob@example.com")).one().block();
        orm.insertAll(List.of(
                        NewComment.text("first").postId(2L).authorId(1L),
                        NewComment.text("second").postId(2L).authorId(2L)))
                .all()
                .blockLast();

        database.statements().clear();
        // tag::profiles[]
        Flux<Profile> profiles = orm.find(USER).as(Profile.class).all(); // two statements
        // end::profiles[]
        StepVerifier.create(profiles.collectList())
                .assertNext(all -> assertThat(all)
                        .containsExactlyInAnyOrder(
                                new Profile("ann", List.of(new PostTitle("News")), 2),
                                new Profile("bob", List.of(), 0)))
                .verifyComplete();
        assertThat(database.statements()).hasCount(2).doesNotContainSql("email");

        // tag::discussions[]
        Flux<Discussion> discussions = orm.find(POST)
                .where(POST.published.isTrue())
                .as(Discussion.class)
                .bind("reader", "bob")
                .all();
        // end::discussions[]
        CommentLine first = new CommentLine("first", "ann");
        CommentLine second = new CommentLine("second", "bob");
        StepVerifier.create(discussions)
                .expectNext(new Discussion("News", "ann", "Well", List.of(second, first), List.of(second), 2))
                .verifyComplete();
    }

    @Test
    void transactions() {
        orm.insertAll(List.of(
                        NewUser.username("alice").email("a@x").balance(new BigDecimal("100.00")),
                        NewUser.username("bob").email("b@x")))
                .all()
                .blockLast();

        StepVerifier.create(transfers.transfer(1L, 2L, new BigDecimal("30.50")))
                .assertNext(transfer -> {
                    assertThat(transfer.sender().balance()).isEqualTo("69.50");
                    assertThat(transfer.receiver().balance()).isEqualTo("30.50");
                })
                .verifyComplete();

        database.statements().clear();
        // tag::transfer-test[]
        StepVerifier.create(transfers.transfer(1L, 2L, new BigDecimal("1000"))).verifyError(InsufficientFunds.class);
        assertThat(database.statements()).hasRolledBack();
        // end::transfer-test[]
        Mono<Transfer> toNobody = transfers.transfer(1L, 99L, BigDecimal.ONE);
        StepVerifier.create(toNobody).verifyError(NotFoundException.class);
        StepVerifier.create(orm.find(USER).orderBy(USER.id.asc()).all().map(User::balance))
                .expectNext(new BigDecimal("69.50"), new BigDecimal("30.50"))
                .verifyComplete();
    }

    @Test
    void whenSqlIsBetter() {
        orm.insert(NewUser.username("u")
                        .email("u@x")
                        .posts(NewPost.title("p")
                                .tags(NewTag.name("java"), NewTag.name("javascript"), NewTag.name("go"))))
                .one()
                .block();
        // tag::sql[]
        Flux<TagCount> top = orm.sql("""
                        select t.name, count(*) as uses
                        from tags t join post_tags pt on pt.tag_id = t.id
                        where t.name ilike :prefix
                        group by t.name order by uses desc, t.name limit :n""")
                .bind("prefix", "java%")
                .bind("n", 10)
                .as(TagCount.class)
                .all();
        // end::sql[]
        StepVerifier.create(top)
                .expectNext(new TagCount("java", 1), new TagCount("javascript", 1))
                .verifyComplete();
        assertThat(orm.find(TAG)
                        .where(TAG.posts.some(POST.title.eq("p")))
                        .count()
                        .block())
                .isEqualTo(3);
    }

    @Test
    void listsAndPiecesOfSql() {
        orm.insertAll(List.of(
                        NewUser.username("ann").email("a@x").age(41),
                        NewUser.username("bob").email("b@x").age(25)))
                .all()
                .blockLast();
        // tag::sql-list[]
        Flux<UserCard> cards = orm.sql("select id, username, email from users where id in (:ids) order by id")
                .bind("ids", List.of(1L, 2L, 99L)) // any number of them, also none
                .as(UserCard.class)
                .all();
        // end::sql-list[]
        StepVerifier.create(cards.map(UserCard::username))
                .expectNext("ann", "bob")
                .verifyComplete();

        Integer minAge = 18;
        Map<String, String> request = Map.of("order", "age");
        // tag::sql-parts[]
        Condition<User> filter = Condition.all(olderThan(minAge), USER.email.endsWith("x"));
        Order<User> order = USER.column(request.get("order")).desc(); // an unknown name is a clear error
        Flux<String> names = orm.sql("select u.username from users u where :filter order by :order limit :n")
                .bind("filter", "u", filter) // of the table that the statement calls u
                .bind("order", "u", List.of(order, USER.id.asc()))
                .bind("n", 10)
                .as(String.class)
                .all();
        // end::sql-parts[]
        StepVerifier.create(names).expectNext("ann", "bob").verifyComplete();

        // tag::sql-fragment[]
        SqlFragment joined = SqlFragment.of("join posts p on p.user_id = u.id and p.title <> ?", "draft");
        Mono<Long> authors = orm.sql("select count(distinct u.id) from users u :joined")
                .bind("joined", joined)
                .as(Long.class)
                .one();
        // end::sql-fragment[]
        StepVerifier.create(authors).expectNext(0L).verifyComplete();

        // tag::sql-map[]
        Mono<Map<String, Long>> ageByName = orm.sql("select username, age from users where age is not null")
                .map(row -> Map.entry(row.require("username", String.class), row.getLong("age")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        // end::sql-map[]
        StepVerifier.create(ageByName)
                .expectNext(Map.of("ann", 41L, "bob", 25L))
                .verifyComplete();
    }

    @Test
    void sqlIsVerified() {
        TagQueries queries = new TagQueries(orm);
        // tag::sql-verify[]
        queries.top("java%"); // built, not run
        queries.rename("java", "jvm");
        StepVerifier.create(orm.verifySql().map(SqlReport::requireClean))
                .expectNextCount(1)
                .verifyComplete();
        // end::sql-verify[]
        // tag::sql-verify-fails[]
        orm.sql("select count(*) from tags").as(Integer.class);
        StepVerifier.create(orm.verifySql().map(SqlReport::requireClean))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasMessageContaining(
                                "column 'count' expected Integer, found bigint in: select count(*) from tags"));
        // end::sql-verify-fails[]
    }

    /** A repository as an application has it. */
    private record TagQueries(ReactiveOrm orm) {

        Flux<TagCount> top(String prefix) {
            return orm.sql("""
                            select t.name, count(*) as uses
                            from tags t join post_tags pt on pt.tag_id = t.id
                            where t.name ilike :prefix group by t.name""").bind("prefix", prefix).as(TagCount.class).all();
        }

        Mono<Long> rename(String from, String to) {
            return orm.sql("update tags set name = :to where name = :from")
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
        }
    }
}
