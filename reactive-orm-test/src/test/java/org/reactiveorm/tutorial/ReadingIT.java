package org.reactiveorm.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.Comment_.COMMENT;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.Tag_.TAG;
import static org.reactiveorm.tutorial.User_.USER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.FullText;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What there is to ask, with one answer for each, so that the page about reading is right. */
class ReadingIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final ReactiveOrm orm = database.orm();

    @BeforeAll
    static void fill() {
        database.orm()
                .insertAll(List.of(
                        NewUser.username("ann")
                                .email("Ann@example.com")
                                .age(30)
                                .posts(
                                        post("Reactive streams")
                                                .body("back-pressure, simply")
                                                .published(true),
                                        post("Draft")),
                        NewUser.username("bob")
                                .email("bob@example.com")
                                .age(null)
                                .posts(post("Hello")),
                        NewUser.username("cy").email("cy@example.com").age(50)))
                .all()
                .thenMany(database.orm()
                        .insert(NewComment.text("first").postId(1).authorId(2))
                        .all())
                .blockLast();
    }

    /** All with the same columns, so that their ids are in this order. */
    private static NewPostSteps.WithoutUser post(String title) {
        return NewPost.title(title).body(null).published(false);
    }

    private List<String> users(Condition<User> condition) {
        return orm.find(USER)
                .where(condition)
                .orderBy(USER.id.asc())
                .select(USER.username)
                .all()
                .collectList()
                .block();
    }

    @Test
    void conditions() {
        // tag::conditions[]
        Condition<User> adults = USER.age.between(18, 65);
        Condition<User> unlessThirty = USER.age.isDistinctFrom(30); // NULL is different from 30, too
        Condition<User> domain = USER.email.lower().endsWith("@example.com");
        Condition<User> pattern = USER.username.matchesRegex("^[a-c]");
        Condition<User> busy = USER.posts.count(POST.published.isTrue()).gte(1L);
        Condition<User> talkative = USER.posts.some(POST.comments.some(COMMENT.author.is(USER.username.eq("bob"))));
        Condition<Post> byAnn = POST.user.get(USER.username).eq("ann");
        Condition<User> anything = Condition.sql("length(?) > ?", USER.username, 2);
        // end::conditions[]
        assertThat(users(adults)).containsExactly("ann", "cy");
        assertThat(users(unlessThirty)).containsExactly("bob", "cy");
        assertThat(users(domain)).hasSize(3);
        assertThat(users(pattern)).hasSize(3);
        assertThat(users(busy)).containsExactly("ann");
        assertThat(users(talkative)).containsExactly("ann");
        assertThat(orm.find(POST).where(byAnn).count().block()).isEqualTo(2);
        assertThat(users(anything)).containsExactly("ann", "bob");
    }

    @Test
    void fullText() {
        // tag::full-text[]
        FullText<Post> text = FullText.of(POST.title, POST.body).in("english");
        String search = "\"reactive stream\" or greeting -draft"; // as people type it, never invalid
        Flux<Post> found = orm.find(POST)
                .where(text.matches(search))
                .orderBy(text.rank(search).desc(), POST.id.asc())
                .all();
        // end::full-text[]
        assertThat(found.map(Post::title).collectList().block()).containsExactly("Reactive streams");
    }

    @Test
    void pages() {
        // tag::pages[]
        Mono<Page<User>> page = orm.find(USER)
                .orderBy(USER.posts.count().desc(), USER.username.asc())
                .page(0, 2); // the rows and the total, in one statement
        // end::pages[]
        assertThat(page.block().map(User::username)).isEqualTo(new Page<>(List.of("ann", "bob"), 0, 2, 3));
        // tag::slices[]
        var newest = orm.find(USER).orderBy(USER.age.desc().nullsLast());
        Mono<Slice<User>> first = newest.slice(2);
        Mono<Slice<User>> second = first.flatMap(slice -> newest.after(slice.next(), 2));
        // end::slices[]
        assertThat(first.block().map(User::username).items()).containsExactly("cy", "ann");
        assertThat(second.block().map(User::username).items()).containsExactly("bob");
    }

    // tag::pair[]
    record Contact(long id, String email) {}
    // end::pair[]

    @Test
    void selections() {
        // tag::select[]
        Flux<Contact> contacts = orm.find(USER)
                .select(USER.id, USER.email.lower())
                .as(Contact::new)
                .all();
        Flux<String> names = orm.find(USER).select(USER.username).all();
        Flux<Optional<Integer>> ages = orm.find(USER)
                .distinct()
                .select(USER.age)
                .as(Optional::ofNullable)
                .all();
        // end::select[]
        assertThat(contacts.collectList().block()).contains(new Contact(1, "ann@example.com"));
        assertThat(names.collectList().block()).containsExactlyInAnyOrder("ann", "bob", "cy");
        assertThat(ages.collectList().block())
                .containsExactlyInAnyOrder(Optional.of(30), Optional.empty(), Optional.of(50));
        // tag::distinct-on[]
        Flux<Post> latestOfEach =
                orm.find(POST).distinctOn(POST.userId).orderBy(POST.id.desc()).all();
        // end::distinct-on[]
        assertThat(latestOfEach.map(Post::title).collectList().block()).containsExactly("Hello", "Draft");
    }

    // tag::statistics[]
    record Statistics(
            boolean published,
            long posts,
            long authors,
            @Nullable String titles) {}
    // end::statistics[]

    @Test
    void aggregates() {
        // tag::aggregate[]
        Mono<BigDecimal> mean = orm.find(USER).where(USER.isVerified.isFalse()).aggregate(USER.age.avg());
        // end::aggregate[]
        assertThat(mean.block()).isEqualByComparingTo("40");
        // tag::group[]
        Flux<Statistics> statistics = orm.find(POST)
                .groupBy(POST.published)
                .having(POST.count().gt(0L))
                .orderBy(POST.count().desc())
                .select(
                        POST.published.key(),
                        POST.count(),
                        POST.userId.countDistinct(),
                        POST.title.joined(", ", POST.title.asc()))
                .as(Statistics::new)
                .all();
        // end::group[]
        assertThat(statistics.collectList().block())
                .containsExactly(
                        new Statistics(false, 2, 2, "Draft, Hello"), new Statistics(true, 1, 1, "Reactive streams"));
    }

    @Test
    void waysOfFetching() {
        // tag::one-statement[]
        Mono<User> near =
                orm.find(USER).byId(1L).include(USER.posts).inOneStatement().one();
        Flux<User> consistent = orm.find(USER)
                .include(USER.posts.include(POST.comments))
                .snapshot()
                .all();
        // end::one-statement[]
        assertThat(near.block().posts()).hasSize(2);
        assertThat(consistent.collectList().block()).hasSize(3);
        assertThat(orm.find(TAG).count().block()).isZero();
    }
}
