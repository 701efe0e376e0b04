package org.reactiveorm.benchmark;

import static org.reactiveorm.benchmark.Counter_.COUNTER;
import static org.reactiveorm.benchmark.Post_.POST;
import static org.reactiveorm.benchmark.Tag_.TAG;
import static org.reactiveorm.benchmark.User_.USER;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.New;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The work as users of the library write it. */
final class OrmPeer implements Peer {

    private final ReactiveOrm orm;

    OrmPeer(ReactiveOrm orm) {
        this.orm = orm;
    }

    @Override
    public Mono<?> findById(long id) {
        return orm.find(USER).byId(id).one();
    }

    @Override
    public Flux<?> users(long after) {
        return orm.find(USER)
                .where(USER.id.gt(after))
                .orderBy(USER.id.asc())
                .take(1000)
                .all();
    }

    @Override
    public Flux<?> tags() {
        return orm.find(TAG).all();
    }

    @Override
    public Flux<?> usersWithPosts(long after) {
        return orm.find(USER)
                .where(USER.id.gt(after))
                .orderBy(USER.id.asc())
                .take(100)
                .include(USER.posts.include(POST.comments))
                .all();
    }

    @Override
    public Flux<?> usersWithNewestPosts(long after) {
        return orm.find(USER)
                .where(USER.id.gt(after))
                .orderBy(USER.id.asc())
                .take(100)
                .include(USER.posts.orderBy(POST.createdAt.desc()).take(5).include(POST.comments))
                .all();
    }

    @Override
    public Mono<?> insertOne() {
        return orm.insert(NewNote.title("title 0").body("the body of note 0").views(0))
                .one();
    }

    @Override
    public Flux<?> insertMany() {
        return orm.insertAll(notes(1_000)).all();
    }

    private static List<New<Note>> notes(int count) {
        List<New<Note>> notes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            notes.add(NewNote.title("title " + i).body("the body of note " + i).views(i));
        }
        return notes;
    }

    @Override
    public Mono<Long> insertUnanswered() {
        return orm.insertAll(notes(10_000)).count();
    }

    @Override
    public Mono<Long> copy() {
        return orm.insertAll(Flux.defer(() -> Flux.fromIterable(notes(10_000))))
                .batchSize(10_000)
                .copy();
    }

    @Override
    public Flux<?> upsertMany(int first) {
        List<New<Counter>> counters = new ArrayList<>(1_000);
        for (int i = 0; i < 1_000; i++) {
            counters.add(NewCounter.name("counter " + (first + i)).hits(1));
        }
        return orm.upsert(COUNTER)
                .byId()
                .createAll(counters)
                .update(COUNTER.hits.increment(1))
                .all();
    }

    @Override
    public Mono<?> transfer(long sender, long receiver, BigDecimal amount) {
        return orm.transaction(orm.update(USER)
                .byId(sender)
                .set(USER.balance.decrement(amount))
                .count()
                .then(orm.update(USER)
                        .byId(receiver)
                        .set(USER.balance.increment(amount))
                        .count()));
    }

    @Override
    public Flux<?> updateMany() {
        List<Tag> tags = new ArrayList<>(1000);
        for (int i = 0; i < 1000; i++) {
            tags.add(new Tag(i + 1L, "tag", "of no matter", i, false, BigDecimal.valueOf(i), Instant.EPOCH));
        }
        return orm.updateAll(TAG, tags).only(TAG.uses, TAG.weight).all();
    }

    @Override
    public Mono<?> insertUserWithPosts() {
        List<NewPostSteps.WithoutUser> posts = new ArrayList<>(10);
        for (int i = 0; i < 10; i++) {
            posts.add(NewPost.title("title " + i).body("the body of post " + i));
        }
        return orm.insert(NewUser.username("new").email("new@example.com").posts(posts))
                .one();
    }

    @Override
    public Mono<Void> close() {
        return orm.close();
    }
}
