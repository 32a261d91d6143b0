package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hundreds of generated expressions, each held against an independent computation of the same number. */
public class GradientTest {
    private record Sample(Graph graph, Map<String, Double> values) {
        double output(String variable, double by) {
            Map<String, Double> moved = new HashMap<>(values);
            moved.merge(variable, by, Double::sum);
            return GraphEvaluation.of(graph, moved).value(graph.output());
        }
    }

    /** The generated expressions that have finite numbers, with them. */
    private static Map<Sample, GraphEvaluation> samples(int count) {
        RandomExpressions random = new RandomExpressions(7);
        Map<Sample, GraphEvaluation> samples = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String text = random.text();
            Graph graph = Graph.of(text, new ExpressionLimits(100_000, 200, 100_000));
            Sample sample = new Sample(graph, random.values(graph));
            try {
                samples.put(sample, GraphEvaluation.of(graph, sample.values()));
            } catch (ExpressionException e) {
                assertThat(e.faults()).allMatch(Fault.NotFinite.class::isInstance);
            }
        }
        return samples;
    }

    @Test
    void gradientsAreTheCentralDifferences() {
        int[] compared = {0};
        samples(1500)
                .forEach((sample, evaluation) -> sample.graph().variables().forEach(variable -> {
                    String name = variable.name().orElseThrow();
                    try {
                        if (isCentralDifference(sample, name, evaluation, evaluation.gradient(variable.id()))) {
                            compared[0]++;
                        }
                    } catch (ExpressionException e) {
                        // a neighbour of the point is outside the domain
                        assertThat(e.faults()).allMatch(Fault.NotFinite.class::isInstance);
                    }
                }));
        assertThat(compared[0]).isGreaterThan(1500);
    }

    /**
     * Compares with the quotient over 2h, h about the cube root of machine epsilon. Its truncation error is estimated from the
     * quotients over 4h and 8h; where they do not agree there is a kink nearby, or the function is too wild for any h: not
     * compared. Its rounding error is that of the nodes' values, each carried to L by the node's gradient.
     */
    private static boolean isCentralDifference(
            Sample sample, String name, GraphEvaluation evaluation, double gradient) {
        double h = 6e-6;
        double near = (sample.output(name, h) - sample.output(name, -h)) / (2 * h);
        double wide = (sample.output(name, 2 * h) - sample.output(name, -2 * h)) / (4 * h);
        double wider = (sample.output(name, 4 * h) - sample.output(name, -4 * h)) / (8 * h);
        double truncation = Math.abs(wide - near) + Math.abs(wider - near);
        double rounding = 0;
        for (Node node : sample.graph().nodes()) {
            rounding += Math.abs(evaluation.value(node.id()) * evaluation.gradient(node.id())) * Math.ulp(1.0) / h;
        }
        if (truncation + rounding > 1e-5 * Math.max(1, Math.abs(near))) {
            return false;
        }
        assertThat(gradient).as(sample.graph().text()).isCloseTo(near, within(truncation + rounding + 1e-12));
        return true;
    }

    @Test
    void forwardModeGivesWhatReverseModeGives() {
        int compared = 0;
        for (GraphEvaluation evaluation : samples(1000).values()) {
            Graph graph = evaluation.graph();
            for (Node variable : graph.variables()) {
                ForwardSweep sweep = new ForwardSweep(evaluation, variable.id());
                while (sweep.next().isPresent()) {
                    sweep.step();
                }
                double reverse = evaluation.gradient(variable.id());
                // terms may cancel, so the sums' difference is measured by the largest term there was
                double scale = 1;
                for (Node node : graph.nodes()) {
                    scale = Math.max(scale, Math.abs(evaluation.gradient(node.id()) * sweep.tangent(node.id())));
                }
                assertThat(sweep.tangent(graph.output())).as(graph.text()).isCloseTo(reverse, within(1e-12 * scale));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void aPrintedExpressionReadsBackAsTheSameGraph() {
        RandomExpressions random = new RandomExpressions(11);
        ExpressionLimits limits = new ExpressionLimits(100_000, 200, 100_000);
        for (int i = 0; i < 2000; i++) {
            String text = random.text();
            Graph graph = Graph.of(text, limits);
            Graph again = Graph.of(graph.text(), limits);
            assertThat(again.nodes()).as(text).isEqualTo(graph.nodes());
            assertThat(again.output()).isEqualTo(graph.output());
            assertThat(again.text()).isEqualTo(graph.text());
        }
    }

    @Test
    void theBackwardOrderVisitsANodeAfterAllThatUseIt() {
        for (GraphEvaluation evaluation : samples(300).values()) {
            Graph graph = evaluation.graph();
            List<Integer> order = graph.backwardOrder();
            assertThat(order).doesNotHaveDuplicates().startsWith(graph.output());
            for (int id : order) {
                assertThat(graph.nodes().get(id).operands())
                        .allSatisfy(
                                operand -> assertThat(order.indexOf(operand)).isGreaterThan(order.indexOf(id)));
            }
        }
    }
}
