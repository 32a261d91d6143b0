package downhill.insight.telling;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.autodiff.Evaluation;
import downhill.autodiff.Graph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphTellingTest {
    private static Telling told(String expression, Map<String, Double> values) {
        Graph graph = Graph.of(expression);
        return GraphTelling.of(graph, Evaluation.of(graph, values));
    }

    @Test
    void theResultTheStrongestVariableAndEveryNodeAreTold() {
        Telling told = told("L = (w*x + b - y)^2", Map.of("w", 2.0, "x", 3.0, "b", 1.0, "y", 4.0));
        assertThat(told.sentences().getFirst()).isEqualTo("L is 9 at w = 2, x = 3, b = 1, y = 4.");
        assertThat(told.sentences().get(1)).startsWith("L reacts most to w").contains("+18 times");
        assertThat(told.tables().getFirst().rows())
                .contains(List.of("w", "2", "18"), List.of("w * x", "6", "6"), List.of("L", "9", "1"));
    }

    @Test
    void aResultThatNothingMovesIsToldSo() {
        assertThat(told("L = max(0, w)", Map.of("w", -1.0)).sentences().getLast())
                .startsWith("None of the variables moves L");
    }
}
