package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A transaction is not bound to a thread. */
@Timeout(60)
class ThreadsIT {

    private final TestDatabase database = TestDatabase.shared();
    private final TestPool pool = TestPool.ofOne();

    @BeforeEach
    void createTable() {
        database.run("drop table if exists threads; create table threads (id serial primary key, value int)");
    }

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
    }

    private Mono<Long> insert(int value) {
        return pool.update("insert into threads (value) values (%d)".formatted(value));
    }

    private Mono<Integer> last() {
        return pool.values("select coalesce(max(value), -1) from threads", Integer.class)
                .single();
    }

    private List<Integer> stored() {
        return database.rows("select value from threads order by id", Integer.class);
    }

    private void verifyCommitted(Mono<?> work, int rows) {
        StepVerifier.create(pool.transaction(work)).expectNextCount(1).verifyComplete();
        assertThat(stored()).hasSize(rows);
        assertThat(pool.events()).containsExactly("began BEGIN", "committed");
    }

    @Test
    void everyStatementMayBeOnAnotherThread() {
        Scheduler single = Schedulers.newSingle("single");
        Mono<Integer> work = insert(1)
                .publishOn(Schedulers.parallel())
                .then(insert(2).subscribeOn(Schedulers.boundedElastic()))
                .publishOn(single)
                .delayElement(Duration.ofMillis(2), Schedulers.parallel())
                .then(Mono.fromCallable(() -> 3).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(this::insert)
                .then(last());
        verifyCommitted(work, 3);
        single.dispose();
    }

    @Test
    void aCallToAnotherServiceMayBeBetweenStatements() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('7');
            exchange.close();
        });
        service.start();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.getAddress().getPort()))
                .build();
        HttpClient client = HttpClient.newHttpClient(); // reads certificates, so not on a thread that must not block
        Mono<Integer> seven = Mono.fromFuture(() -> client.sendAsync(request, BodyHandlers.ofString()))
                .map(response -> Integer.valueOf(response.body()));
        Mono<Integer> work =
                insert(1).then(seven).flatMap(this::insert).then(seven).then(last());
        StepVerifier.create(pool.transaction(work)).expectNext(7).verifyComplete();
        assertThat(stored()).containsExactly(1, 7);
        service.stop(0);
    }

    @Test
    void zippedStatementsRunInTheOrderOfTheirSubscription() {
        verifyCommitted(Mono.zip(insert(1), insert(2), insert(3), insert(4)), 4);
        assertThat(stored()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aThousandOperationsFromAllThreadsPass() {
        Mono<Long> work = Flux.range(0, 1000)
                .flatMap(
                        i -> i % 3 == 0
                                ? last().thenReturn(0L)
                                : insert(i)
                                        .subscribeOn(i % 2 == 0 ? Schedulers.parallel() : Schedulers.boundedElastic()),
                        1000)
                .reduce(0L, Long::sum);
        StepVerifier.create(pool.transaction(work)).expectNext(666L).verifyComplete();
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1000).filter(i -> i % 3 != 0).boxed().toList());
    }

    /** A join that merges two subscriptions into one finds the same transaction in both. */
    @Test
    void groupedAndWindowedOperationsStayInside() {
        Mono<Long> work = Flux.range(0, 100)
                .groupBy(i -> i % 5)
                .flatMap(group -> group.publishOn(Schedulers.parallel()).concatMap(this::insert))
                .window(10)
                .concatMap(Function.identity())
                .count();
        verifyCommitted(work, 100);
    }
}
