package org.reactiveorm.example;

import static org.reactiveorm.example.User_.USER;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Assignment;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Money transfers: both sides change, or none. */
@RestController
class TransferController {

    private final ReactiveOrm orm;

    TransferController(ReactiveOrm orm) {
        this.orm = orm;
    }

    @PostMapping("/transfers")
    Mono<Transfer> transfer(@Valid @RequestBody TransferForm form) {
        if (form.from().equals(form.to())) {
            return Mono.error(() -> new BadRequest("A transfer needs two different users."));
        }
        return transfer(form.from(), form.to(), form.amount());
    }

    /** The smaller id first, so that opposite transfers never wait for each other. */
    private Mono<Transfer> transfer(long from, long to, BigDecimal amount) {
        Mono<User> sender = change(from, USER.balance.decrement(amount))
                .filter(user -> user.balance().signum() >= 0)
                .switchIfEmpty(Mono.error(() -> new InsufficientFunds(from)));
        Mono<User> receiver = change(to, USER.balance.increment(amount));
        Mono<Transfer> transfer = from < to
                ? sender.zipWhen(changed -> receiver, Transfer::new)
                : receiver.zipWhen(changed -> sender, (paid, payer) -> new Transfer(payer, paid));
        return transfer.as(orm::transaction);
    }

    private Mono<User> change(long id, Assignment<User> balance) {
        return orm.update(USER).byId(id).set(balance).oneOrFail();
    }
}
