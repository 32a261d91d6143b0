package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HillsTest {
    private static final int GRID = 21;
    private static final double H = 1e-3;

    static List<HillInfo> hills() {
        return Hills.all();
    }

    /** Each point of a grid over the domain. */
    private static void overTheDomain(HillInfo info, Consumer<double[]> check) {
        List<HillInfo.Interval> domain = info.domain();
        for (int i = 0; i < GRID; i++) {
            double x = at(domain.getFirst(), i);
            if (domain.size() == 1) {
                check.accept(new double[] {x});
                continue;
            }
            for (int j = 0; j < GRID; j++) {
                check.accept(new double[] {x, at(domain.get(1), j)});
            }
        }
    }

    private static double at(HillInfo.Interval interval, int i) {
        return interval.low() + (interval.high() - interval.low()) * i / (GRID - 1);
    }

    private static double[] moved(double[] at, int axis, double by) {
        double[] moved = at.clone();
        moved[axis] += by;
        return moved;
    }

    /** The central difference of fourth order along an axis, over four points H and 2H away. */
    private static double difference(ToDoubleFunction<double[]> f, double[] at, int axis) {
        double near = f.applyAsDouble(moved(at, axis, H)) - f.applyAsDouble(moved(at, axis, -H));
        double far = f.applyAsDouble(moved(at, axis, 2 * H)) - f.applyAsDouble(moved(at, axis, -2 * H));
        return (8 * near - far) / (12 * H);
    }

    @ParameterizedTest
    @MethodSource("hills")
    void gradientsAreTheCentralDifferencesOfHeights(HillInfo info) {
        overTheDomain(info, at -> {
            double[] gradient = info.hill().gradient(at);
            assertThat(gradient).hasSize(info.hill().dimensions());
            for (int i = 0; i < at.length; i++) {
                double allowed = 1e-9 * Math.max(1, info.hill().height(at));
                assertThat(gradient[i]).isCloseTo(difference(info.hill()::height, at, i), within(allowed));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("hills")
    void secondDerivativesAreTheCentralDifferencesOfGradients(HillInfo info) {
        overTheDomain(info, at -> {
            double[][] hessian = info.hill().hessian(at);
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j < at.length; j++) {
                    int row = i;
                    double allowed = 1e-9 * Math.max(1, info.hill().height(at));
                    assertThat(hessian[i][j])
                            .isCloseTo(difference(p -> info.hill().gradient(p)[row], at, j), within(allowed));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("hills")
    void theFormulaIsTheHeightAndItsBackwardPassTheGradient(HillInfo info) {
        Graph graph = Graph.of(info.text());
        overTheDomain(info, at -> {
            Map<String, Double> values = new HashMap<>();
            for (Node variable : graph.variables()) {
                String name = variable.name().orElseThrow();
                values.put(name, at[List.of("x", "y").indexOf(name)]);
            }
            GraphEvaluation evaluation = GraphEvaluation.of(graph, values);
            double height = info.hill().height(at);
            double scale = Math.max(1, Math.abs(height));
            assertThat(height).isCloseTo(evaluation.value(graph.output()), within(1e-13 * scale));
            for (Node variable : graph.variables()) {
                int axis = List.of("x", "y").indexOf(variable.name().orElseThrow());
                assertThat(info.hill().gradient(at)[axis])
                        .isCloseTo(evaluation.gradient(variable.id()), within(1e-11 * scale));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("hills")
    void atAMinimumTheSlopeIsZeroTheHeightAsStatedAndTheGroundCurvesUp(HillInfo info) {
        for (Hill.Minimum minimum : info.hill().minima()) {
            double[] at = minimum.at().stream().mapToDouble(x -> x).toArray();
            double steepest = info.hill().curvatures(at).getLast();
            for (double slope : info.hill().gradient(at)) {
                assertThat(slope).isCloseTo(0, within(8 * Math.ulp(1.0) * steepest));
            }
            assertThat(info.hill().height(at)).isCloseTo(minimum.height(), within(1e-14));
            assertThat(info.hill().curvatures(at)).allSatisfy(c -> assertThat(c).isPositive());
        }
    }

    /** Newton's method from every point of a grid: each minimum that it finds in the domain is a known one. */
    @ParameterizedTest
    @MethodSource("hills")
    void noMinimumOfTheDomainIsMissing(HillInfo info) {
        var found = new HashSet<Integer>();
        overTheDomain(
                info,
                start -> newton(info.hill(), start.clone()).ifPresent(at -> {
                    if (inside(info, at)) {
                        int nearest = nearest(info.hill(), at);
                        assertThat(nearest).as("a minimum at " + at).isNotNegative();
                        found.add(nearest);
                    }
                }));
        assertThat(found).hasSize(info.hill().minima().size());
    }

    private static boolean inside(HillInfo info, List<Double> at) {
        for (int i = 0; i < at.size(); i++) {
            HillInfo.Interval interval = info.domain().get(i);
            if (at.get(i) < interval.low() || at.get(i) > interval.high()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<List<Double>> newton(Hill hill, double[] at) {
        for (int step = 0; step < 100; step++) {
            double[] g = hill.gradient(at);
            double[][] h = hill.hessian(at);
            if (at.length == 1) {
                at[0] -= g[0] / h[0][0];
            } else {
                double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];
                at[0] -= (h[1][1] * g[0] - h[0][1] * g[1]) / determinant;
                at[1] -= (h[0][0] * g[1] - h[1][0] * g[0]) / determinant;
            }
        }
        boolean flat = true;
        for (double slope : hill.gradient(at)) {
            flat &= Math.abs(slope) < 1e-9;
        }
        boolean minimum = flat && hill.curvatures(at).getFirst() > 1e-3;
        return minimum ? Optional.of(Arrays.stream(at).boxed().toList()) : Optional.empty();
    }

    private static int nearest(Hill hill, List<Double> at) {
        for (int m = 0; m < hill.minima().size(); m++) {
            double distance = 0;
            for (int i = 0; i < at.size(); i++) {
                distance += Math.abs(hill.minima().get(m).at().get(i) - at.get(i));
            }
            if (distance < 1e-6) {
                return m;
            }
        }
        return -1;
    }

    @Test
    void curvatureIsConstantOnQuadraticsOnly() {
        assertThat(Hills.all().stream()
                        .filter(info -> info.hill().constantCurvatures().isPresent())
                        .map(info -> info.name() + " "
                                + info.hill().constantCurvatures().orElseThrow()))
                .containsExactly(
                        "bowl [2.0, 2.0]",
                        "elongated-valley [1.0, 16.0]",
                        "oval-bowl [1.0, 5.0]",
                        "saddle [-1.0, 1.0]",
                        "parabola [2.0]");
    }

    @Test
    void curvaturesAreThoseOfTheSteepestAndTheFlattestDirection() {
        // the second derivatives at (3, 2) are 74, 20, 34: eigenvalues 54 -+ sqrt(20^2 + 20^2)
        List<Double> curvatures = new Himmelblau().curvatures(3, 2);
        assertThat(curvatures.get(0)).isCloseTo(54 - Math.sqrt(800), within(1e-12));
        assertThat(curvatures.get(1)).isCloseTo(54 + Math.sqrt(800), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("hills")
    void aHillIsFoundByItsName(HillInfo info) {
        assertThat(Hills.named(info.name())).contains(info);
        assertThat(info.domain()).hasSize(info.hill().dimensions());
        assertThat(info.start()).hasSize(info.hill().dimensions());
        assertThat(inside(info, info.start())).isTrue();
    }

    @Test
    void anUnknownNameFindsNoHill() {
        assertThat(Hills.named("everest")).isEmpty();
    }
}
