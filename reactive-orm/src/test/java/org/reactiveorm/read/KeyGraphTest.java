package org.reactiveorm.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How deep keys are, and which of them lead to which. */
class KeyGraphTest {

    @Test
    void theHeightIsTheLongestWayDown() {
        KeyGraph graph = new KeyGraph(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of("leaf")));
        assertThat(graph.height("leaf")).isZero();
        assertThat(graph.height("c")).isEqualTo(1);
        assertThat(graph.height("b")).isEqualTo(2);
        assertThat(graph.height("a")).isEqualTo(3);
        assertThat(graph.height("unknown")).isZero();
    }

    @Test
    void rowsThatLeadNowhereAreOneLevel() {
        assertThat(new KeyGraph(Map.of("a", Set.of())).height("a")).isEqualTo(1);
    }

    @Test
    void whatLeadsIntoACircleIsEndlessAndWhatHangsBelowOneIsNot() {
        KeyGraph graph = new KeyGraph(Map.of(
                "root",
                Set.of("a"),
                "a",
                Set.of("b", "below"),
                "b",
                Set.of("a"),
                "below",
                Set.of("leaf"),
                "own",
                Set.of("own")));
        assertThat(graph.height("root")).isEqualTo(KeyGraph.ENDLESS);
        assertThat(graph.height("a")).isEqualTo(KeyGraph.ENDLESS);
        assertThat(graph.height("b")).isEqualTo(KeyGraph.ENDLESS);
        assertThat(graph.height("own")).isEqualTo(KeyGraph.ENDLESS);
        assertThat(graph.height("below")).isEqualTo(1);
    }

    @Test
    void waysAreTheShortestOnesWithinTheStepsAndPastNothingClosed() {
        KeyGraph graph = new KeyGraph(
                Map.of("a", Set.of("b", "c"), "b", Set.of("d"), "c", Set.of("b"), "d", Set.of("a"), "x", Set.of("a")));
        assertThat(graph.waysTo("d", 3, Set.of("d"))).isEqualTo(Map.of("b", 1, "a", 2, "c", 2, "x", 3));
        assertThat(graph.waysTo("d", 2, Set.of("d"))).isEqualTo(Map.of("b", 1, "a", 2, "c", 2));
        assertThat(graph.waysTo("d", 9, Set.of("a", "d"))).isEqualTo(Map.of("b", 1, "c", 2));
        assertThat(graph.waysTo("d", 0, Set.of())).isEmpty();
    }
}
