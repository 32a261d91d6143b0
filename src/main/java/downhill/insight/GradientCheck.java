package downhill.insight;

import downhill.math.Rng;
import downhill.math.Watch;
import downhill.net.Parameter.Weight;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Backpropagation's gradient held against central differences of the cost, weight by weight, and what each of the two took.
 * With a regularization both are of the cost and the penalty together.
 *
 * @param weights those that were tried, in the order of the parameters
 * @param backpropagation one pass forward and one backward, which give all derivatives at once
 * @param differences two passes forward for each weight that was tried
 * @param all how many weights there are
 */
public record GradientCheck(List<Tried> weights, Effort backpropagation, Effort differences, int all) {
    /** The number of weights up to which all are tried when there is no limit. */
    public static final int ALL = 2000;

    /** The number of weights that are tried of a larger network by default. */
    public static final int SAMPLE = 200;

    /** The limit on the work of the differences, in multiply-adds. */
    private static final double MOST_WORK = 2e10;

    /** The cost of a pass beside its products, in multiply-adds. */
    private static final double OVERHEAD = 2000;

    /** The number of runs of backpropagation, of which the fastest counts: the first one only warms up. */
    private static final int REPEATS = 5;

    /** Below this, derivatives are compared as if they were so large: there the difference itself is only rounding. */
    private static final double FLOOR = 1e-6;

    /** One weight: its derivative as backpropagation and as the central difference has it. */
    public record Tried(Weight at, double backpropagation, double difference) {
        /** |b - d| / max(|b|, |d|), the larger one taken as at least 1e-6. */
        public double relativeError() {
            double larger = Math.max(Math.abs(backpropagation), Math.abs(difference));
            return Math.abs(backpropagation - difference) / Math.max(larger, FLOOR);
        }
    }

    /** Passes of the batch through the network, and the time that they took. */
    public record Effort(int passes, double milliseconds) {}

    /**
     * Checks a run's newest step.
     *
     * @param sample how many weights are tried at most, drawn by the run's seed; absent for all of a small network
     * @param h how far each weight is moved
     * @param nanoseconds a clock
     * @param watch asked between passes; it may throw to give up
     * @throws RefusedException if the passes would take too long, or if a cost is not finite
     */
    public static GradientCheck of(Run run, OptionalInt sample, double h, LongSupplier nanoseconds, Watch watch) {
        int[] existing = existing(run);
        int[] chosen = chosen(run, existing, count(run, existing.length, sample));
        Probe probe = run.probe();
        Effort backpropagation = backpropagate(probe, nanoseconds, watch);
        double[] gradient = run.gradient().values().clone();
        long start = nanoseconds.getAsLong();
        double[] differences = differences(run, probe, chosen, h, watch);
        var effort = new Effort(2 * chosen.length, (nanoseconds.getAsLong() - start) / 1e6);
        List<Tried> tried = new ArrayList<>(chosen.length);
        for (int i = 0; i < chosen.length; i++) {
            tried.add(new Tried(place(run.network().shape(), chosen[i]), gradient[chosen[i]], differences[i]));
        }
        return new GradientCheck(tried, backpropagation, effort, existing.length);
    }

    /** The largest relative error of the weights that were tried. */
    public double largestRelativeError() {
        return weights.stream().mapToDouble(Tried::relativeError).max().orElse(0);
    }

    /** The time that the differences of all weights would take, at the pace of those that were tried. */
    public double extrapolated() {
        return differences.milliseconds() * ((double) all / weights.size());
    }

    private static int[] existing(Run run) {
        Shape shape = run.network().shape();
        Probe probe = run.probe();
        int[] existing = new int[shape.weights()];
        int count = 0;
        for (int i = 0; i < existing.length; i++) {
            if (!probe.isMissing(i)) {
                existing[count++] = i;
            }
        }
        return Arrays.copyOf(existing, count);
    }

    /** The number of weights to try: as many as the caller asks for, or as many as the budget allows. */
    private static int count(Run run, int existing, OptionalInt sample) {
        double work = 2 * (OVERHEAD + (double) run.network().parameterCount() * run.batch().length);
        int affordable = (int) Math.max(1, Math.min(1e6, MOST_WORK / work));
        if (sample.isEmpty()) {
            return Math.min(existing <= ALL ? existing : SAMPLE, affordable);
        }
        int wanted = Math.min(existing, sample.getAsInt());
        if (wanted > affordable) {
            throw new RefusedException(List.of(new Problem(
                    "/sample",
                    "For a network and a batch of this size, " + affordable + " weights are allowed at most, not "
                            + wanted + ".")));
        }
        return wanted;
    }

    /** A sample of the weights, each as likely as any other, in the order of the parameters. */
    private static int[] chosen(Run run, int[] from, int count) {
        if (count == from.length) {
            return from;
        }
        Rng rng = Rng.of(run.spec().seed(), Rng.Stream.CHECK, run.step());
        for (int i = 0; i < count; i++) {
            int other = i + rng.nextInt(from.length - i);
            int kept = from[i];
            from[i] = from[other];
            from[other] = kept;
        }
        int[] chosen = Arrays.copyOf(from, count);
        Arrays.sort(chosen);
        return chosen;
    }

    private static Effort backpropagate(Probe probe, LongSupplier nanoseconds, Watch watch) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            watch.run();
            long start = nanoseconds.getAsLong();
            probe.gradient();
            fastest = Math.min(fastest, nanoseconds.getAsLong() - start);
        }
        return new Effort(2, fastest / 1e6);
    }

    /** (C(w+h) - C(w-h)) / 2h for each of these weights. */
    private static double[] differences(Run run, Probe probe, int[] chosen, double h, Watch watch) {
        double[] w = run.network().parameters().values().clone();
        var moved = new PerParameter(run.network().shape(), w);
        double[] differences = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            watch.run();
            watch.done((double) i / chosen.length);
            double kept = w[chosen[i]];
            w[chosen[i]] = kept + h;
            double plus = probe.objective(moved);
            w[chosen[i]] = kept - h;
            double minus = probe.objective(moved);
            w[chosen[i]] = kept;
            differences[i] = (plus - minus) / (2 * h);
            if (!Double.isFinite(differences[i])) {
                throw new RefusedException(
                        List.of(new Problem("/h", "The cost is not finite when weights are moved by " + h + ".")));
            }
        }
        return differences;
    }

    private static Weight place(Shape shape, int i) {
        int l = shape.layerOf(i);
        int within = i - shape.weightsAt(l);
        return new Weight(l, within % shape.width(l + 1), within / shape.width(l + 1));
    }
}
