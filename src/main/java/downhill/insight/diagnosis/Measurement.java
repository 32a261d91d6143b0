package downhill.insight.diagnosis;

import downhill.data.Dataset;
import downhill.insight.CostCurve;
import downhill.insight.Predictions;
import downhill.insight.Scores;
import downhill.insight.health.GradientLengths;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The measuring of {@link Evidence}. Its work is bounded: the units are checked with the whole training set only where that is little
 * work, and steps of the past are computed again only for small runs.
 */
public final class Measurement {
    /** Multiply-adds for the units' answers: a few milliseconds. */
    private static final long ANSWERS = 2_000_000;

    /** The least number of examples with which units are checked: fewer would call many healthy units dead. */
    private static final int LEAST_EXAMPLES = 32;

    /** The number of last steps whose costs are compared to see whether they go up and down. */
    static final int RECENT = 20;

    /** The number of steps of the past at which the test cost is compared. */
    private static final int PAST = 24;

    /** A test cost this many times the training cost is reason enough to look into the past for a lower one. */
    static final double GAP = 1.5;

    private final Past past;
    private final Runnable checkpoint;

    private Measurement(Past past, Runnable checkpoint) {
        this.past = past;
        this.checkpoint = checkpoint;
    }

    /**
     * The evidence at a past's last step.
     *
     * @param checkpoint is called often; it may throw to give up
     */
    public static Evidence of(Past past, Runnable checkpoint) {
        return new Measurement(past, checkpoint).evidence();
    }

    private Evidence evidence() {
        Run now = at(past.step());
        boolean isCheap = Scores.areCheap(now);
        Run start = at(0);
        double startCost = isCheap ? Scores.of(start).trainCost().orElse(start.cost()) : start.cost();
        Scores scores = isCheap ? Scores.of(now) : Scores.NONE;
        int size = now.data().size();
        int count = (int)
                Math.min(size, Math.max(LEAST_EXAMPLES, ANSWERS / now.network().parameterCount()));
        return new Evidence(
                past.step(),
                now.spec(),
                now.optimizer(),
                Math.ceilDiv(size, Math.max(1, now.batch().length)),
                past.divergence(),
                startCost,
                past.batches(),
                scores,
                isCheap ? recent() : new double[0],
                mayOverfit(scores) ? points() : List.of(),
                LayerState.of(now, answers(now, count)),
                LayerState.of(start, answers(start, count)),
                count,
                count < size,
                GradientLengths.of(now),
                share(now));
    }

    private Run at(int step) {
        return past.rebuilds().apply(step).run(reached -> checkpoint.run());
    }

    private Predictions answers(Run run, int count) {
        Dataset data = run.data();
        int width = data.inputWidth();
        List<List<Double>> inputs = IntStream.range(0, count)
                .map(i -> (int) ((long) i * data.size() / count) * width)
                .mapToObj(at ->
                        Arrays.stream(data.inputs(), at, at + width).boxed().toList())
                .toList();
        return Predictions.of(run, inputs, checkpoint);
    }

    /** The costs over the training set at the last steps, in order. */
    private double[] recent() {
        Run run = at(Math.max(0, past.step() - RECENT + 1));
        List<Double> costs = new ArrayList<>();
        costs.add(Scores.of(run).trainCost().orElseThrow());
        while (run.step() < past.step()) {
            checkpoint.run();
            run.advance();
            costs.add(Scores.of(run).trainCost().orElseThrow());
        }
        return costs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean mayOverfit(Scores scores) {
        return scores.testCost().isPresent()
                && scores.testCost().getAsDouble() > GAP * scores.trainCost().orElseThrow();
    }

    private List<CostCurve.Point> points() {
        return IntStream.rangeClosed(1, PAST)
                .map(i -> (int) ((long) past.step() * i / PAST))
                .distinct()
                .mapToObj(step -> {
                    Run run = at(step);
                    return new CostCurve.Point(step, run.cost(), run.penalty(), Scores.of(run));
                })
                .toList();
    }

    private static double share(Run run) {
        int depth = run.network().depth();
        double weights = GradientLengths.length(IntStream.range(0, depth)
                .mapToDouble(l -> GradientLengths.length(run.weights(l)))
                .toArray());
        double updates = GradientLengths.length(IntStream.range(0, depth)
                .mapToDouble(l -> GradientLengths.length(run.weightUpdates(l)))
                .toArray());
        return weights > 0 ? updates / weights : 0;
    }
}
