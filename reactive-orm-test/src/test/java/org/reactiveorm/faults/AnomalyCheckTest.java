package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.faults.Outcome.ACKNOWLEDGED;
import static org.reactiveorm.faults.Outcome.FAILED;
import static org.reactiveorm.faults.Outcome.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactiveorm.faults.Step.Append;
import org.reactiveorm.faults.Step.Read;

/** Each anomaly in a history that was made by hand, and nothing where there is none. */
class AnomalyCheckTest {

    private static final int X = 1;
    private static final int Y = 2;

    private final List<Observed> history = new ArrayList<>();

    private void observed(Outcome outcome, Step... steps) {
        history.add(new Observed(history.size(), outcome, List.of(steps)));
    }

    private static Append append(int register, int element) {
        return new Append(register, element);
    }

    private static Read read(int register, Integer... elements) {
        return new Read(register, List.of(elements));
    }

    private Stream<Anomaly> found(List<Integer> x, List<Integer> y) {
        return AnomalyCheck.findings(history, Map.of(X, x, Y, y)).stream()
                .map(Anomaly.Finding::kind)
                .distinct();
    }

    @Test
    void oneAfterTheOtherIsNoAnomaly() {
        observed(ACKNOWLEDGED, read(X), append(X, 1), read(X, 1), append(Y, 2));
        observed(ACKNOWLEDGED, read(X, 1), append(X, 3), append(X, 4), read(Y, 2));
        observed(FAILED, read(X, 7), append(X, 5));
        observed(UNKNOWN, append(X, 6));
        observed(UNKNOWN, append(Y, 8));
        observed(ACKNOWLEDGED, read(X, 1, 3, 4, 6), read(Y, 2));
        assertThat(found(List.of(1, 3, 4, 6), List.of(2))).isEmpty();
    }

    @Test
    void writesBetweenEachOther() {
        observed(ACKNOWLEDGED, append(X, 1), append(Y, 2));
        observed(ACKNOWLEDGED, append(X, 3), append(Y, 4));
        assertThat(found(List.of(1, 3), List.of(4, 2))).containsExactly(Anomaly.DIRTY_WRITE);
    }

    @Test
    void whatWasRolledBackIsRead() {
        observed(FAILED, append(X, 1));
        observed(ACKNOWLEDGED, read(X, 1));
        assertThat(found(List.of(), List.of())).contains(Anomaly.DIRTY_READ);
    }

    @Test
    void whatWasRolledBackIsThere() {
        observed(FAILED, append(X, 1));
        assertThat(found(List.of(1), List.of())).containsExactly(Anomaly.DIRTY_READ);
    }

    @Test
    void whatNobodyWroteIsRead() {
        observed(ACKNOWLEDGED, read(X, 1));
        assertThat(found(List.of(1), List.of())).containsExactly(Anomaly.DIRTY_READ);
    }

    @Test
    void whatIsYetToChangeIsRead() {
        observed(ACKNOWLEDGED, append(X, 1), append(X, 2));
        observed(ACKNOWLEDGED, read(X, 1));
        assertThat(found(List.of(1, 2), List.of())).contains(Anomaly.INTERMEDIATE_READ);
    }

    @Test
    void eachSawTheOther() {
        observed(ACKNOWLEDGED, append(X, 1), read(Y, 2));
        observed(ACKNOWLEDGED, append(Y, 2), read(X, 1));
        assertThat(found(List.of(1), List.of(2))).containsExactly(Anomaly.CIRCULAR_READ);
    }

    @Test
    void anOwnWriteIsNotRead() {
        observed(ACKNOWLEDGED, append(X, 1), read(X));
        assertThat(found(List.of(1), List.of())).contains(Anomaly.FORGOTTEN_WRITE);
    }

    @Test
    void bothReadTheSameAndAppend() {
        observed(ACKNOWLEDGED, read(X), append(X, 1));
        observed(ACKNOWLEDGED, read(X), append(X, 2));
        assertThat(found(List.of(1, 2), List.of())).contains(Anomaly.LOST_UPDATE);
    }

    @Test
    void oneOverwritesTheOther() {
        observed(ACKNOWLEDGED, read(X), append(X, 1));
        observed(ACKNOWLEDGED, read(X), append(X, 2));
        assertThat(found(List.of(2), List.of())).contains(Anomaly.LOST_UPDATE, Anomaly.LOST_WRITE);
    }

    @Test
    void whatWasAcknowledgedIsGone() {
        observed(ACKNOWLEDGED, append(X, 1));
        observed(UNKNOWN, append(X, 2));
        assertThat(found(List.of(), List.of())).containsExactly(Anomaly.LOST_WRITE);
    }

    @Test
    void twoReadsThatCannotBothHaveBeen() {
        observed(UNKNOWN, append(X, 1));
        observed(UNKNOWN, append(X, 2));
        observed(ACKNOWLEDGED, read(X, 1));
        observed(ACKNOWLEDGED, read(X, 2));
        assertThat(found(List.of(1, 2), List.of())).contains(Anomaly.CONTRADICTION);
    }

    @Test
    void halfOfWhatBelongsTogetherIsSeen() {
        observed(ACKNOWLEDGED, append(X, 1), append(Y, 2));
        observed(ACKNOWLEDGED, read(X, 1), read(Y));
        assertThat(found(List.of(1), List.of(2))).containsExactly(Anomaly.READ_SKEW);
    }

    @Test
    void oneRegisterIsReadInTwoStates() {
        observed(ACKNOWLEDGED, append(X, 1));
        observed(ACKNOWLEDGED, read(X), read(X, 1));
        assertThat(found(List.of(1), List.of())).containsExactly(Anomaly.READ_SKEW);
    }

    @Test
    void eachReadWhatTheOtherThenWrote() {
        observed(ACKNOWLEDGED, read(X), read(Y), append(X, 1));
        observed(ACKNOWLEDGED, read(X), read(Y), append(Y, 2));
        assertThat(found(List.of(1), List.of(2))).containsExactly(Anomaly.WRITE_SKEW);
    }

    @Test
    void aCircleOfThreeIsOneToo() {
        observed(ACKNOWLEDGED, append(X, 1), append(Y, 2));
        observed(ACKNOWLEDGED, read(X, 1), append(Y, 3));
        observed(ACKNOWLEDGED, read(Y, 2, 3), read(X));
        assertThat(found(List.of(1), List.of(2, 3))).containsExactly(Anomaly.READ_SKEW);
    }

    @Test
    void theEvidenceTellsWho() {
        observed(ACKNOWLEDGED, append(X, 1), append(Y, 2));
        observed(ACKNOWLEDGED, read(X, 1), read(Y));
        assertThat(AnomalyCheck.findings(history, Map.of(X, List.of(1), Y, List.of(2))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).contains("T0", "T1", "ANTI", "READ"));
    }
}
