package org.reactiveorm.faults;

import static org.reactiveorm.faults.Account_.ACCOUNT;
import static org.reactiveorm.faults.Transfer_.TRANSFER;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Column;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A bank that reads balances, computes with them and writes them: every update that gets lost is money that comes or goes. */
final class Bank {

    static final int ACCOUNTS = 8;
    static final long BALANCE = 100;

    /** A transaction whose line is dead ends by itself. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final TransactionOptions SNAPSHOT =
            TransactionOptions.snapshot().withTimeout(TIMEOUT);

    private final ReactiveOrm orm;
    private final Concurrency concurrency;

    Bank(ReactiveOrm orm, Concurrency concurrency) {
        this.orm = orm;
        this.concurrency = concurrency;
    }

    /** Tables and accounts, on a server without any. */
    Mono<Void> open() {
        return orm.sql("create table bank_accounts (id bigint primary key, balance bigint not null)")
                .execute()
                .then(orm.sql("create table bank_transfers (id uuid primary key, payer bigint not null,"
                                + " payee bigint not null, amount bigint not null)")
                        .execute())
                .then(orm.insertAll(LongStream.rangeClosed(1, ACCOUNTS)
                                .mapToObj(id -> NewAccount.id(id).balance(BALANCE))
                                .toList())
                        .count())
                .then();
    }

    /** The transfer, when it is committed. */
    Mono<Transfer> transfer(Transfer wanted) {
        return Mono.zip(account(wanted.payer()), account(wanted.payee()))
                .flatMap(accounts -> book(wanted, accounts.getT1(), accounts.getT2()))
                .as(work -> orm.transaction(concurrency.options(), work));
    }

    private Mono<Account> account(long id) {
        return concurrency.locked(orm.find(ACCOUNT).byId(id)).oneOrFail();
    }

    private Mono<Transfer> book(Transfer wanted, Account payer, Account payee) {
        if (payer.balance() < wanted.amount()) {
            return Mono.error(new InsufficientFunds());
        }
        return Mono.when(
                        set(payer.id(), payer.balance() - wanted.amount()),
                        set(payee.id(), payee.balance() + wanted.amount()))
                .then(orm.insert(TRANSFER, wanted).one());
    }

    private Mono<Account> set(long id, long balance) {
        return orm.update(ACCOUNT).byId(id).set(ACCOUNT.balance.to(balance)).oneOrFail();
    }

    /** The balances, read in one statement. */
    Mono<Map<Long, Long>> balances() {
        return orm.transaction(TransactionOptions.defaults().withTimeout(TIMEOUT), accounts());
    }

    /** Everything, read in one snapshot. */
    Mono<Books> books() {
        return Mono.zip(
                        accounts(),
                        sums(TRANSFER.payer),
                        sums(TRANSFER.payee),
                        orm.find(TRANSFER).count())
                .map(read -> new Books(read.getT1(), read.getT2(), read.getT3(), read.getT4()))
                .as(work -> orm.transaction(SNAPSHOT, work));
    }

    /** All transfers that are there. */
    Flux<Transfer> transfers() {
        return orm.find(TRANSFER).all();
    }

    private Mono<Map<Long, Long>> accounts() {
        return orm.find(ACCOUNT).all().collectMap(Account::id, Account::balance);
    }

    private Mono<Map<Long, Long>> sums(Column<Transfer, Long> side) {
        return orm.find(TRANSFER)
                .groupBy(side)
                .select(side.key(), TRANSFER.amount.sum())
                .as(Sum::new)
                .all()
                .collectMap(Sum::account, sum -> sum.amount().longValueExact());
    }

    private record Sum(long account, BigDecimal amount) {}

    /** A rule of the bank, not of the database. */
    static final class InsufficientFunds extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InsufficientFunds() {
            super("The payer does not have as much", null, false, false);
        }
    }
}
