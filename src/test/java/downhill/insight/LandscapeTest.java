package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import downhill.math.Rng;
import downhill.math.Shards;
import downhill.net.NetworkEvaluation;
import downhill.net.Parameter.Weight;
import downhill.net.PerParameter;
import downhill.train.history.History;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapeTest {
    private static final Directions WEIGHTS = new Directions.Weights(new Weight(0, 1, 0), new Weight(1, 0, 1));
    private static final List<Directions> ALL = List.of(WEIGHTS, new Directions.Random(), new Directions.Path());

    /** More examples than are passed at once, and more than one hidden layer. */
    private static final String MOONS = """
            {"seed": 4, "data": {"name": "moons", "count": 400, "testShare": 0.25}, "network": {"layers": [2, 4, 3, 1]},
             "batch": {"size": 20}, "optimizer": {"learningRate": 0.2}}""";

    private static Survey survey(History history, Directions directions, OptionalDouble span, int size) {
        return Survey.of(
                history.parameterPath(history.step()),
                new Survey.Request(directions, span, size),
                Shards.NONE,
                () -> {});
    }

    private static Landscape landscape(History history, Directions directions, int size) {
        return survey(history, directions, OptionalDouble.of(1), size).whole();
    }

    @ParameterizedTest
    @ValueSource(strings = {Histories.XOR, Histories.EVENTFUL, MOONS})
    void theMiddleIsTheTrainingSetsCostBitForBit(String spec) {
        History history = Histories.of(spec, 30);
        for (Directions directions : ALL) {
            Landscape landscape = landscape(history, directions, 5);
            assertThat(landscape.alphas()[2]).isZero();
            assertThat(landscape.betas()[2]).isZero();
            assertThat(landscape.costs()[2][2])
                    .isEqualTo(Scores.of(history.newest()).trainCost().orElseThrow());
        }
    }

    @Test
    void aLargeNetworkHasAnOddNumberOfPointsThatCanBeAnsweredAtOnce() {
        String large = """
                {"data": {"name": "digits", "count": 500, "testShare": 0},
                 "network": {"layers": [784, 1000, 115, 10], "activations": ["relu", "relu", "softmax"]}, "cost": "cross-entropy"}""";
        assertThat(Survey.affordable(Histories.of(large, 0).newest())).isEqualTo(17);
        assertThat(Survey.affordable(Histories.of(MOONS, 0).newest())).isGreaterThan(201);
    }

    @Test
    void aCoarserSliceIsTakenOnlyWhereItHasToBe() {
        var request = new Survey.Request(WEIGHTS, OptionalDouble.of(1), 9, true);
        History history = Histories.of(Histories.XOR, 3);
        Landscape coarser = Survey.of(history.parameterPath(3), request, Shards.NONE, () -> {})
                .whole();
        assertThat(coarser.alphas()).isEqualTo(landscape(history, WEIGHTS, 9).alphas());
    }

    @Test
    void alongAWeightTheCostsAreThoseOfANudge() {
        History history = Histories.of(Histories.XOR, 30);
        Landscape landscape = landscape(history, WEIGHTS, 9);
        for (int i = 5; i < 9; i++) {
            double by = landscape.alphas()[i];
            Nudge first = Nudge.of(history.newest(), new Weight(0, 1, 0), by);
            assertThat(landscape.costs()[i][4]).isCloseTo(first.plus(), offset(1e-14));
            assertThat(landscape.costs()[8 - i][4]).isCloseTo(first.minus(), offset(1e-14));
            Nudge second = Nudge.of(history.newest(), new Weight(1, 0, 1), by);
            assertThat(landscape.costs()[4][i]).isCloseTo(second.plus(), offset(1e-14));
            assertThat(landscape.costs()[4][8 - i]).isCloseTo(second.minus(), offset(1e-14));
        }
    }

    /** Every point once more, by moving all parameters there and passing all examples through the whole network. */
    @Test
    void inPartsItIsTheSame() {
        History history = Histories.of(MOONS, 30);
        var request = new Survey.Request(new Directions.Path(), OptionalDouble.of(1), 9);
        Shards backward = work ->
                IntStream.range(0, Shards.COUNT).map(i -> Shards.COUNT - 1 - i).forEach(work);
        Landscape inParts = Survey.of(history.parameterPath(30), request, backward, () -> {})
                .whole();
        Landscape inOne = Survey.of(history.parameterPath(30), request, Shards.NONE, () -> {})
                .whole();
        assertThat(inParts.costs()).isDeepEqualTo(inOne.costs());
    }

    @ParameterizedTest
    @ValueSource(strings = {Histories.XOR, MOONS})
    void everyPointIsTheCostOfANetworkThatWasMovedThere(String spec) {
        History history = Histories.of(spec, 30);
        Run run = history.newest();
        for (Directions directions : ALL) {
            Survey survey = survey(history, directions, OptionalDouble.of(0.7), 7);
            Landscape landscape = survey.whole();
            SlicePlane plane = directions
                    .plane(run, history.parameterPath(30).waypoints(run, 120, () -> {}))
                    .plane();
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    double there =
                            cost(run, plane, landscape.alphas()[i], landscape.betas()[j]);
                    assertThat(landscape.costs()[i][j]).isCloseTo(there, offset(1e-13 * (1 + there)));
                }
            }
        }
    }

    private static double cost(Run run, SlicePlane plane, double alpha, double beta) {
        double[] w = run.network().parameters().values().clone();
        for (int i = 0; i < w.length; i++) {
            w[i] += alpha * plane.u()[i] + beta * plane.v()[i];
        }
        NetworkEvaluation all = NetworkEvaluation.of(
                run.passes(),
                new PerParameter(run.network().shape(), w),
                run.data().inputs(),
                run.data().targets(),
                run.data().task());
        boolean sum = run.batchSpec().reduce() == downhill.train.spec.BatchSpec.Reduce.SUM;
        return sum ? all.cost() : all.cost() / all.count();
    }

    @Test
    void eachCoarseLandscapeIsPartOfTheFinestAndThatIsTheWholeOne() {
        History history = Histories.of(Histories.XOR, 10);
        List<Landscape> parts = new ArrayList<>();
        survey(history, WEIGHTS, OptionalDouble.of(3), 41).coarseToFine(parts::add);
        Landscape whole = landscape(history, WEIGHTS, 41);
        assertThat(parts).extracting(part -> part.alphas().length).containsExactly(3, 5, 11, 21, 41);
        Landscape finest = parts.getLast();
        assertThat(finest.costs())
                .isDeepEqualTo(survey(history, WEIGHTS, OptionalDouble.of(3), 41)
                        .whole()
                        .costs());
        assertThat(whole.alphas()).isNotEqualTo(finest.alphas());
        for (Landscape part : parts) {
            int stride = 0;
            while (finest.alphas()[stride] != part.alphas()[0]) {
                stride++;
            }
            assertThat(part.costs()[0][0]).isEqualTo(finest.costs()[stride][stride]);
            int middle = part.alphas().length / 2;
            assertThat(part.alphas()[middle]).isZero();
            assertThat(part.costs()[middle][middle]).isEqualTo(finest.costs()[20][20]);
        }
    }

    @Test
    void randomRowsAreAsLongAsTheirNeuronsWeightsAndBiasesStandStill() {
        Run run = Histories.of(MOONS, 30).newest();
        SlicePlane plane = new Directions.Random().plane(run, List.of()).plane();
        for (int l = 0; l < 3; l++) {
            for (int j = 0; j < run.network().shape().width(l + 1); j++) {
                double weights = row(run, run.network().parameters().values(), l, j);
                assertThat(row(run, plane.u(), l, j)).isCloseTo(weights, offset(1e-8));
                assertThat(row(run, plane.v(), l, j)).isCloseTo(weights, offset(1e-8));
            }
        }
        for (int i = run.network().shape().weights(); i < plane.u().length; i++) {
            assertThat(plane.u()[i]).isZero();
        }
        assertThat(plane.u()).isNotEqualTo(plane.v());
    }

    private static double row(Run run, double[] numbers, int l, int j) {
        double sum = 0;
        for (int k = 0; k < run.network().shape().width(l); k++) {
            int i = run.network().shape().weight(l, j, k);
            sum += numbers[i] * numbers[i];
        }
        return StrictMath.sqrt(sum);
    }

    @Test
    void thePathEndsInTheMiddleAndItsPlaneShowsMostOfIt() {
        History history = Histories.of(Histories.XOR, 200);
        Landscape onPath = survey(history, new Directions.Path(), OptionalDouble.empty(), 9)
                .whole();
        assertThat(onPath.path().getFirst().step()).isZero();
        assertThat(onPath.path().getLast()).isEqualTo(new Landscape.Step(200, 0, 0));
        assertThat(onPath.explained()[0] + onPath.explained()[1]).isBetween(0.9, 1.0);
        Landscape random = landscape(history, new Directions.Random(), 3);
        assertThat(random.path().getLast()).isEqualTo(new Landscape.Step(200, 0, 0));
        assertThat(onPath.share().path().orElseThrow())
                .isGreaterThan(random.share().path().orElseThrow())
                .isLessThanOrEqualTo(1);
        for (Landscape.Step step : onPath.path()) {
            assertThat(Math.max(Math.abs(step.alpha()), Math.abs(step.beta()))).isLessThanOrEqualTo(onPath.alphas()[8]);
        }
    }

    @Test
    void noPlaneThatIsTurnedALittleComesNearerToThePath() {
        History history = Histories.of(Histories.XOR, 200);
        Run run = history.newest();
        var points = history.parameterPath(200).waypoints(run, 50, () -> {});
        SlicePlane best = new Directions.Path().plane(run, points).plane();
        double nearest = missed(best, points);
        Rng rng = Rng.of(1, Rng.Stream.CHECK);
        for (int trial = 0; trial < 50; trial++) {
            double[] u = best.u().clone();
            double[] v = best.v().clone();
            for (int i = 0; i < u.length; i++) {
                u[i] += 0.05 * rng.nextGaussian();
                v[i] += 0.05 * rng.nextGaussian();
            }
            assertThat(missed(new SlicePlane(u, v), points)).isGreaterThan(nearest);
        }
    }

    /** The sum of the squares of the points' distances from a plane. */
    private static double missed(SlicePlane plane, List<downhill.train.history.ParameterPath.Waypoint> points) {
        double sum = 0;
        for (var point : points) {
            double[] d =
                    SlicePlane.difference(point.parameters(), points.getLast().parameters());
            SlicePlane.Spot spot = plane.project(d);
            for (int i = 0; i < d.length; i++) {
                double rest = d[i] - spot.alpha() * plane.u()[i] - spot.beta() * plane.v()[i];
                sum += rest * rest;
            }
        }
        return sum;
    }

    @Test
    void onTwoWeightsThePathIsTheirChangeAndTheShareIsTheirPartOfTheGradient() {
        History history = Histories.of(Histories.XOR, 12);
        Landscape landscape = landscape(history, WEIGHTS, 3);
        Run now = history.newest();
        for (Landscape.Step step : landscape.path()) {
            Run then = history.at(step.step());
            double alpha = then.network().weight(0, 1, 0) - now.network().weight(0, 1, 0);
            double beta = then.network().weight(1, 0, 1) - now.network().weight(1, 0, 1);
            assertThat(step.alpha()).isCloseTo(alpha, offset(1e-15));
            assertThat(step.beta()).isCloseTo(beta, offset(1e-15));
        }
        double first = now.gradient().weight(0, 1, 0);
        double second = now.gradient().weight(1, 0, 1);
        double share =
                StrictMath.hypot(first, second) / SlicePlane.norm(now.gradient().values());
        assertThat(landscape.share().gradient().orElseThrow()).isCloseTo(share, offset(1e-12));
    }

    @Test
    void aPathOfOneStepIsALineOnAPlaneOfItsOwn() {
        Landscape landscape = landscape(Histories.of(Histories.XOR, 1), new Directions.Path(), 3);
        assertThat(landscape.explained()[0]).isCloseTo(1, offset(1e-12));
        assertThat(landscape.share().path().orElseThrow()).isCloseTo(1, offset(1e-12));
        assertThat(landscape.path().getFirst().alpha()).isNegative();
        assertThat(landscape.path().getFirst().beta()).isCloseTo(0, offset(1e-12));
    }

    @Test
    void whatIsNotThereIsRefused() {
        History history = Histories.of(Histories.XOR, 0);
        assertThatThrownBy(() -> landscape(history, new Directions.Path(), 3))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("?directions");
        Directions none = new Directions.Weights(new Weight(0, 3, 0), new Weight(0, 0, 0));
        assertThatThrownBy(() -> landscape(history, none, 3))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("neuron of layer 1");
    }

    @Test
    void whoGivesUpStopsTheWork() {
        History history = Histories.of(Histories.XOR, 3);
        var asked = new AtomicInteger();
        Survey survey = Survey.of(
                history.parameterPath(3), new Survey.Request(WEIGHTS, OptionalDouble.of(1), 31), Shards.NONE, () -> {
                    if (asked.incrementAndGet() == 100) {
                        throw new CancellationException();
                    }
                });
        assertThatThrownBy(survey::whole).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(100);
    }
}
