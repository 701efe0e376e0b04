package org.reactiveorm.benchmark;

import java.math.BigDecimal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One way to do the work. Everything is answered as objects; nothing happens before the subscription. */
interface Peer {

    /** The user with this id. */
    Mono<?> findById(long id);

    /** The next 1,000 users after this id: a statement with parameters. */
    Flux<?> users(long after);

    /** All 1,000 tags: a statement without a condition. */
    Flux<?> tags();

    /** The next 100 users after this id with all posts and their comments. */
    Flux<?> usersWithPosts(long after);

    /** The next 100 users after this id with their five newest posts and the comments of those. */
    Flux<?> usersWithNewestPosts(long after);

    /** Inserts a note and answers it. */
    Mono<?> insertOne();

    /** Inserts 1,000 notes and answers them in order. */
    Flux<?> insertMany();

    /** Inserts 10,000 notes and answers their number. */
    Mono<Long> insertUnanswered();

    /** Loads 10,000 notes with COPY and answers their number. */
    Mono<Long> copy();

    /** Counts a hit for each of 1,000 counters, half of which may be there, and answers them in order. */
    Flux<?> upsertMany(int first);

    /** Moves money from one user to another in a transaction. */
    Mono<?> transfer(long sender, long receiver, BigDecimal amount);

    /** Sets two columns of all 1,000 tags, each to values of its own, and answers them in order. */
    Flux<?> updateMany();

    /** Creates a user with ten posts, or nothing, and answers the user. */
    Mono<?> insertUserWithPosts();

    /** Closes the pool. */
    Mono<Void> close();
}
