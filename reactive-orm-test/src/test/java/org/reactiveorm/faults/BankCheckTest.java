package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Histories of a bank that were made by hand. */
class BankCheckTest {

    private static final Transfer FIRST = new Transfer(new UUID(0, 1), 1, 2, 10);
    private static final Transfer SECOND = new Transfer(new UUID(0, 2), 2, 3, 5);

    private final History history = new History(1);

    private void attempted(Transfer transfer, Outcome outcome) {
        history.attempted(new Event.Attempt(0, 1, 0, transfer, new Event.Result(outcome, "")));
    }

    private static Map<Long, Long> balances(long first, long second) {
        Map<Long, Long> balances = new HashMap<>();
        for (long id = 1; id <= Bank.ACCOUNTS; id++) {
            balances.put(id, Bank.BALANCE);
        }
        balances.put(1L, first);
        balances.put(2L, second);
        return balances;
    }

    private List<String> reasons(Transfer... booked) {
        return BankCheck.findings(history, List.of(booked)).stream()
                .map(BankCheck.Finding::reason)
                .toList();
    }

    @Test
    void aBankInOrder() {
        attempted(FIRST, Outcome.ACKNOWLEDGED);
        attempted(SECOND, Outcome.FAILED);
        attempted(SECOND, Outcome.UNKNOWN);
        history.looked(new Event.Balances(0, 1, balances(90, 110)));
        history.looked(new Event.Audit(
                0, 1, new Books(balances(90, 110), Map.of(1L, 10L), Map.of(2L, 10L), 1), history.acknowledged()));
        assertThat(reasons(FIRST)).isEmpty();
        assertThat(BankCheck.unwanted(history, List.of(FIRST))).isEmpty();
    }

    @Test
    void moneyThatCameFromNowhere() {
        history.looked(new Event.Balances(0, 1, balances(100, 110)));
        assertThat(reasons()).containsExactly("the total is 810 instead of 800");
    }

    @Test
    void anAccountThatIsOverdrawn() {
        history.looked(new Event.Balances(0, 1, balances(-10, 210)));
        assertThat(reasons()).containsExactly("a balance is negative");
    }

    @Test
    void balancesThatTheTransfersDoNotExplain() {
        history.looked(new Event.Audit(0, 1, new Books(balances(90, 110), Map.of(), Map.of(), 0), 0));
        assertThat(reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("by its transfers"));
    }

    @Test
    void anAcknowledgedTransferThatIsNotSeen() {
        history.looked(new Event.Audit(0, 1, new Books(balances(100, 100), Map.of(), Map.of(), 0), 1));
        assertThat(reasons()).containsExactly("1 transfers were acknowledged before, and there are 0");
    }

    @Test
    void anAcknowledgedTransferThatIsNotThere() {
        attempted(FIRST, Outcome.ACKNOWLEDGED);
        assertThat(reasons()).containsExactly("it was acknowledged and is not there");
    }

    @Test
    void aFailedTransferThatIsThere() {
        attempted(FIRST, Outcome.FAILED);
        assertThat(reasons(FIRST)).containsExactly("it failed and is there");
    }

    @Test
    void aTransferThatNobodyWanted() {
        attempted(FIRST, Outcome.UNKNOWN);
        Transfer changed = new Transfer(FIRST.id(), FIRST.payer(), FIRST.payee(), FIRST.amount() + 1);
        assertThat(BankCheck.unwanted(history, List.of(changed, SECOND))).containsExactlyInAnyOrder(changed, SECOND);
    }
}
