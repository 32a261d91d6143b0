package downhill.insight.description;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GraphDescriptionTest {
    private static final String TWO_PATHS = "a = 3*x; b = x^2; L = a*b";

    private static Description described(String expression, Map<String, Double> values) {
        return GraphDescription.of(GraphEvaluation.of(Graph.of(expression), values), OptionalInt.empty());
    }

    /** Describes the graph where x is 2: a = 6, b = 4, L = 24; back, x gets 4 * 3 = 12 through a and 6 * 4 = 24 through b. */
    private static Description at(int step) {
        return GraphDescription.of(GraphEvaluation.of(Graph.of(TWO_PATHS), Map.of("x", 2.0)), OptionalInt.of(step));
    }

    @Test
    void theResultTheStrongestVariableAndEveryNodeAreTold() {
        Description described = described("L = (w*x + b - y)^2", Map.of("w", 2.0, "x", 3.0, "b", 1.0, "y", 4.0));
        assertThat(described.sentences().getFirst()).isEqualTo("L is 9 at w = 2, x = 3, b = 1, y = 4.");
        assertThat(described.sentences().get(1))
                .startsWith("L reacts most to w")
                .contains("+18 times");
        assertThat(described.tables().getFirst().rows())
                .contains(List.of("w", "2", "18"), List.of("w * x", "6", "6"), List.of("L", "9", "1"));
    }

    @Test
    void aResultThatNothingMovesIsToldSo() {
        assertThat(described("L = max(0, w)", Map.of("w", -1.0)).sentences().getLast())
                .startsWith("None of the variables moves L");
    }

    @Test
    void onTheWayOnlyWhatWasFoundIsTold() {
        assertThat(at(0).sentences())
                .containsExactly("Step 0 of 7. The graph of L stands at x = 2. Everything else is still to be found.");
        assertThat(at(0).toString()).doesNotContain("24", "36");
        assertThat(at(2).sentences()).containsExactly("Step 2 of 7. Forward: b = x ^ 2 is 4.");
        assertThat(at(2).tables().getFirst().rows())
                .containsExactly(
                        List.of("x", "2", "not yet"),
                        List.of("a", "6", "not yet"),
                        List.of("b", "4", "not yet"),
                        List.of("L", "not yet", "not yet"));
    }

    @Test
    void backwardADerivativeIsToldAsFarAsPathsHaveBroughtIt() {
        assertThat(at(4).sentences().getFirst()).endsWith("its own derivative is 1.");
        assertThat(at(5).sentences())
                .containsExactly(
                        "Step 5 of 7. Back from L, whose derivative is 1: a gets 1 times 4, which is 4; b gets 1 times 6, which is 6.");
        assertThat(at(6).tables().getFirst().rows().getFirst().getLast()).endsWith("so far");
        assertThat(at(7).tables().getFirst().rows().getFirst()).containsExactly("x", "2", "36");
        assertThat(at(7).sentences().getFirst()).isEqualTo("L is 24 at x = 2.");
    }
}
