package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.autodiff.ForwardSweep;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import downhill.autodiff.ReverseSweep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainRuleClaimsTest {
    private static final Graph COST = Graph.of("p = w*x; s = p + b; d = s - y; C = d^2");
    private static final Map<String, Double> FIRST = Map.of("w", 2.0, "x", 3.0, "b", 1.0, "y", 4.0);
    private static final Graph TWO_PATHS = Graph.of("p = 2*a; q = 3 - a; r = p^2; t = q^2; C = r + t");

    private static int id(Graph graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(Optional.of(name)))
                .map(Node::id)
                .findFirst()
                .orElseThrow();
    }

    private static double value(Graph graph, String name, Map<String, Double> values) {
        return GraphEvaluation.of(graph, values).value(id(graph, name));
    }

    private static double gradient(Graph graph, String name, Map<String, Double> values) {
        return GraphEvaluation.of(graph, values).gradient(id(graph, name));
    }

    private static Map<String, Double> moved(Map<String, Double> values, String name, double by) {
        Map<String, Double> moved = new HashMap<>(values);
        moved.merge(name, by, Double::sum);
        return moved;
    }

    private static double change(Graph graph, String name, Map<String, Double> values, String variable, double by) {
        return value(graph, name, moved(values, variable, by)) - value(graph, name, values);
    }

    @Test
    void theProductGrowsFromSixToSixAndThreeThousandths() {
        assertThat(value(COST, "p", FIRST)).isEqualTo(6);
        assertThat(value(COST, "p", moved(FIRST, "w", 0.001))).isCloseTo(6.003, within(1e-12));
        assertThat(change(COST, "s", FIRST, "w", 0.001)).isCloseTo(0.003, within(1e-12));
    }

    @Test
    void theLocalDerivativesAreThoseOfTheList() {
        GraphEvaluation first = GraphEvaluation.of(COST, FIRST);
        assertThat(first.localDerivatives(id(COST, "p"))[0]).isEqualTo(3);
        assertThat(first.localDerivatives(id(COST, "p"))[1]).isEqualTo(2);
        assertThat(first.localDerivatives(id(COST, "s"))[0]).isEqualTo(1);
        assertThat(first.localDerivatives(id(COST, "s"))[1]).isEqualTo(1);
        assertThat(first.localDerivatives(id(COST, "d"))[1]).isEqualTo(-1);
        assertThat(first.localDerivatives(id(COST, "C"))[0]).isEqualTo(2 * first.value(id(COST, "d")));
    }

    @Test
    void aNudgeOfTheWeightComesOutEighteenTimesAsLarge() {
        assertThat(value(COST, "d", FIRST)).isEqualTo(3);
        assertThat(gradient(COST, "w", FIRST)).isEqualTo(18);
        assertThat(change(COST, "C", FIRST, "w", 0.01)).isCloseTo(0.18, within(0.001));
    }

    @Test
    void theDifferenceFromThePredictionShrinksWithTheNudge() {
        double large = Math.abs(change(COST, "C", FIRST, "w", 0.01) - 0.18);
        double small = Math.abs(change(COST, "C", FIRST, "w", 0.001) - 0.018);
        assertThat(small).isPositive().isLessThan(large / 50);
    }

    @Test
    void theGuessesThatAddOrStopEarlyAreWrong() {
        assertThat(List.of(0.03, 0.06, 0.11))
                .allSatisfy(wrong -> assertThat(Math.abs(change(COST, "C", FIRST, "w", 0.01) - wrong))
                        .isGreaterThan(0.05));
    }

    @Test
    void twoPathsAreAddedAndPullAgainstEachOther() {
        Map<String, Double> here = Map.of("a", 2.0);
        assertThat(gradient(TWO_PATHS, "p", here) * 2).isEqualTo(16);
        assertThat(gradient(TWO_PATHS, "q", here) * -1).isEqualTo(-2);
        assertThat(gradient(TWO_PATHS, "a", here)).isEqualTo(14);
    }

    @Test
    void aForwardSweepFindsOneDerivativeAndABackwardSweepAll() {
        GraphEvaluation evaluation = GraphEvaluation.of(COST, Map.of("w", 2.0, "x", 3.0, "b", 1.0, "y", 5.0));
        ReverseSweep back = new ReverseSweep(evaluation);
        while (back.next().isPresent()) {
            back.step();
        }
        for (Node variable : COST.variables()) {
            ForwardSweep forward = new ForwardSweep(evaluation, variable.id());
            while (forward.next().isPresent()) {
                forward.step();
            }
            assertThat(forward.tangent(COST.output())).isEqualTo(evaluation.gradient(variable.id()));
        }
        assertThat(COST.variables()).hasSize(4);
    }

    @Test
    void theCornersOfReluAndAbsGetZeroByConvention() {
        for (String name : List.of("relu", "abs")) {
            Graph graph = Graph.of("C = " + name + "(x)");
            GraphEvaluation corner = GraphEvaluation.of(graph, Map.of("x", 0.0));
            assertThat(corner.gradient(id(graph, "x"))).isZero();
            assertThat(corner.note(graph.output()).orElseThrow()).contains("convention");
        }
    }

    @Test
    void aLevelParabolaStillDependsOnItsVariable() {
        Graph graph = Graph.of("C = (x - 3)^2");
        assertThat(gradient(graph, "x", Map.of("x", 3.0))).isZero();
        assertThat(change(graph, "C", Map.of("x", 3.0), "x", 1)).isEqualTo(1);
    }
}
