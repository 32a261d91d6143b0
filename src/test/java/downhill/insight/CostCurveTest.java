package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.CostCurve.Effort;
import downhill.insight.CostCurve.Point;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostCurveTest {
    /** Small batches, dropout, and examples that are held back. */
    private static final String TESTED = """
            {"seed": 7, "data": {"name": "moons", "count": 40, "testShare": 0.4}, "network": {"layers": [2, 5, 3, 1]},
             "batch": {"size": 6, "shuffle": true}, "optimizer": {"learningRate": 0.3, "momentum": 0.5}, "dropout": [0.2, 0.0]}""";

    private static final Effort LITTLE = new Effort(1, 1);

    private static CostCurve curve(History history, Effort effort, int from, int to, int most) {
        return CostCurve.of(effort, from, to, history::rebuild, most, step -> {});
    }

    private static Point at(History history, int step) {
        Run run = history.at(step);
        return new Point(step, run.cost(), run.penalty(), Scores.of(run));
    }

    @Test
    void aShortPastIsEvaluatedAtEveryStepAlsoAcrossATweak() {
        History history = Histories.of(TESTED, 30);
        history.tweak(Tweak.learningRate(0.01));
        for (int i = 0; i < 20; i++) {
            history.advance();
        }
        CostCurve curve = curve(history, LITTLE, 10, 50, 100);
        assertThat(curve.every()).isEqualTo(1);
        assertThat(curve.points())
                .isEqualTo(IntStream.rangeClosed(10, 50)
                        .mapToObj(step -> at(history, step))
                        .toList());
    }

    @Test
    void aLongerPastIsThinnedAndKeepsItsEndsAndTheExtremesOfAllThreeCosts() {
        History history = Histories.of(TESTED, 400);
        List<Point> all = curve(history, LITTLE, 0, 400, 1000).points();
        List<Point> thinned = curve(history, LITTLE, 0, 400, 60).points();
        assertThat(thinned).hasSizeBetween(20, 60).isSubsetOf(all).contains(all.getFirst(), all.getLast());
        assertThat(thinned).extracting(Point::step).isSorted();
        for (int cost = 0; cost < 3; cost++) {
            int which = cost;
            assertThat(thinned.stream().mapToDouble(p -> of(p, which)).max())
                    .isEqualTo(all.stream().mapToDouble(p -> of(p, which)).max());
            assertThat(thinned.stream().mapToDouble(p -> of(p, which)).min())
                    .isEqualTo(all.stream().mapToDouble(p -> of(p, which)).min());
        }
    }

    private static double of(Point point, int which) {
        return switch (which) {
            case 0 -> point.cost();
            case 1 -> point.scores().trainCost().orElseThrow();
            default -> point.scores().testCost().orElseThrow();
        };
    }

    @Test
    void whatIsTooMuchWorkIsEvaluatedAtFewerStepsAndSaysSoAndTheLastOneIsAmongThem() {
        History history = Histories.of(TESTED, 45);
        CostCurve curve = curve(history, new Effort(1e7, 2e8), 0, 45, 100);
        assertThat(curve.every()).isEqualTo(4);
        assertThat(curve.points())
                .isEqualTo(IntStream.of(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 45)
                        .mapToObj(step -> at(history, step))
                        .toList());
    }

    @Test
    void theWorkIsBoundedHoweverLongThePastIs() {
        for (int steps : new int[] {10, 1000, 100_000, 10_000_000}) {
            var effort = new Effort(12e6, 4e6);
            int every = effort.stride(steps);
            assertThat((double) steps / every * (Math.min(every * effort.step(), 2e7) + effort.evaluation()))
                    .isLessThanOrEqualTo(4e9);
        }
    }
}
