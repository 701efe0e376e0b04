package org.reactiveorm.tutorial;

import static org.reactiveorm.tutorial.User_.USER;

import java.math.BigDecimal;
import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Mono;

/** Moves money between users. */
public final class Transfers {

    private final ReactiveOrm orm;

    Transfers(ReactiveOrm orm) {
        this.orm = orm;
    }

    // tag::transfer[]
    Mono<Transfer> transfer(long from, long to, BigDecimal amount) {
        return orm.update(USER)
                .byId(from)
                .set(USER.balance.decrement(amount))
                .oneOrFail()
                .filter(sender -> sender.balance().signum() >= 0)
                .switchIfEmpty(Mono.error(() -> new InsufficientFunds(from))) // rolls back both
                .zipWhen(
                        sender -> orm.update(USER)
                                .byId(to)
                                .set(USER.balance.increment(amount))
                                .oneOrFail(),
                        Transfer::new)
                .as(orm::transaction);
    }
    // end::transfer[]

    record Transfer(User sender, User receiver) {}

    /** The sender does not have as much. */
    static final class InsufficientFunds extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InsufficientFunds(long userId) {
            super("User " + userId + " does not have enough money");
        }
    }
}
