package org.reactiveorm.faults;

import static org.reactiveorm.faults.Outcome.ACKNOWLEDGED;
import static org.reactiveorm.faults.Outcome.FAILED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of a bank's history, whatever happened. */
final class BankCheck {

    private static final long TOTAL = Bank.ACCOUNTS * Bank.BALANCE;

    private final History history;
    private final Set<Transfer> booked;
    private final List<Finding> findings = new ArrayList<>();

    private BankCheck(History history, Set<Transfer> booked) {
        this.history = history;
        this.booked = booked;
    }

    /**
     * Something that does not hold.
     *
     * @param culprit the event that shows it
     * @param reason what is wrong
     */
    record Finding(Event culprit, String reason) {}

    /**
     * All that does not hold.
     *
     * @param booked the transfers in the table, when all is over
     */
    static List<Finding> findings(History history, List<Transfer> booked) {
        BankCheck check = new BankCheck(history, new HashSet<>(booked));
        history.all(Event.Balances.class).forEach(look -> check.balances(look, look.balances()));
        history.all(Event.Audit.class).forEach(check::audit);
        history.all(Event.Attempt.class).forEach(check::attempt);
        return check.findings;
    }

    /** What is in the table that nobody wanted, or not so. */
    static Set<Transfer> unwanted(History history, List<Transfer> booked) {
        Set<Transfer> unwanted = new HashSet<>(booked);
        unwanted.removeAll(
                history.all(Event.Attempt.class).map(Event.Attempt::transfer).collect(Collectors.toSet()));
        return unwanted;
    }

    private void balances(Event look, Map<Long, Long> balances) {
        long total = balances.values().stream().mapToLong(Long::longValue).sum();
        if (total != TOTAL) {
            findings.add(new Finding(look, "the total is %d instead of %d".formatted(total, TOTAL)));
        }
        if (balances.values().stream().anyMatch(balance -> balance < 0)) {
            findings.add(new Finding(look, "a balance is negative"));
        }
    }

    private void audit(Event.Audit audit) {
        Books books = audit.books();
        balances(audit, books.balances());
        if (!books.balances().equals(books.expected())) {
            findings.add(new Finding(audit, "by its transfers the balances are " + books.expected()));
        }
        if (books.transfers() < audit.acknowledged()) {
            findings.add(new Finding(
                    audit,
                    "%d transfers were acknowledged before, and there are %d"
                            .formatted(audit.acknowledged(), books.transfers())));
        }
    }

    private void attempt(Event.Attempt attempt) {
        Outcome outcome = attempt.result().outcome();
        boolean isThere = booked.contains(attempt.transfer());
        if (outcome == ACKNOWLEDGED && !isThere) {
            findings.add(new Finding(attempt, "it was acknowledged and is not there"));
        }
        if (outcome == FAILED && isThere) {
            findings.add(new Finding(attempt, "it failed and is there"));
        }
    }
}
