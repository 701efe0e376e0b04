package org.reactiveorm.example;

import java.math.BigDecimal;
import java.util.List;
import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Mono;

/** Three users to look at and to move money between. */
final class Seed {

    private Seed() {}

    static Mono<Void> in(ReactiveOrm orm) {
        return orm.insertAll(List.of(
                        NewUser.username("alice")
                                .email("alice@example.com")
                                .age(28)
                                .isVerified(true)
                                .balance(new BigDecimal("100.00"))
                                .posts(
                                        NewPost.title("Hello World")
                                                .body("My first post!")
                                                .published(true),
                                        NewPost.title("Reactive by example").body("Soon.")),
                        NewUser.username("bob")
                                .email("bob@example.com")
                                .age(35)
                                .balance(new BigDecimal("20.00"))
                                .posts(NewPost.title("Back-pressure").published(true)),
                        NewUser.username("carol").email("carol@example.com")))
                .all()
                .then();
    }
}
