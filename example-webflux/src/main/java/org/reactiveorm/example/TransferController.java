package org.reactiveorm.example;

import static org.reactiveorm.example.User_.USER;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import org.reactiveorm.ReactiveOrm;
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

    private Mono<Transfer> transfer(long from, long to, BigDecimal amount) {
        return orm.update(USER)
                .byId(from)
                .set(USER.balance.decrement(amount))
                .oneOrFail()
                .filter(sender -> sender.balance().signum() >= 0)
                .switchIfEmpty(Mono.error(() -> new InsufficientFunds(from)))
                .zipWhen(
                        sender -> orm.update(USER)
                                .byId(to)
                                .set(USER.balance.increment(amount))
                                .oneOrFail(),
                        Transfer::new)
                .as(orm::transaction);
    }
}
