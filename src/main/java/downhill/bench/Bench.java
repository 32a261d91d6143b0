package downhill.bench;

import com.sun.management.ThreadMXBean;
import downhill.data.DataSets;
import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.net.Backpropagation;
import downhill.net.Batch;
import downhill.net.Finished;
import downhill.net.PerParameter;
import downhill.train.Run;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures the engine on one thread. Each figure is a ratio of medians taken in turn in one run, beside its floor. */
public final class Bench {
    private static final int ROUNDS = 9;
    private static final List<Integer> LARGE = List.of(784, 1000, 115, 10);
    private static final int LARGE_BATCH = 32;

    private Bench() {}

    /** Prints every figure. */
    public static void main(String[] arguments) {
        System.out.println("Kernels: " + Kernels.best().getClass().getSimpleName());
        small(List.of(2, 4, 2, 1));
        small(List.of(2, 8, 8, 8, 1));
        large("dense inputs", Specimens.dense(784, 10, 320));
        large("digits", digits());
        passes();
    }

    private static Dataset digits() {
        return DataSets.build(DataSets.named("digits").orElseThrow().standard(1), 10);
    }

    private static void small(List<Integer> layers) {
        Dataset data = Specimens.dense(layers.getFirst(), layers.getLast(), 200);
        Run run = Specimens.run(layers, data, 10, 0.03, Kernels.best());
        Yardstick yardstick = new Yardstick(run, 10, 0.03);
        int steps = 40_000;
        double[] seconds = medians(() -> repeat(steps, run::advance), () -> repeat(steps, yardstick::step));
        print(
                layers + ", batch 10, every quantity readable, against plain loops with StrictMath",
                seconds[1] / seconds[0],
                2,
                "%.2f million examples a second".formatted(steps * 10 / seconds[0] / 1e6));
        System.out.printf(
                Locale.ROOT,
                "  bytes allocated a step: %.1f%n",
                (double) allocated(() -> repeat(steps, run::advance)) / steps);
    }

    private static void large(String inputs, Dataset data) {
        Run run = Specimens.run(LARGE, data, LARGE_BATCH, 0.001, Kernels.best());
        Run plain = Specimens.run(LARGE, data, LARGE_BATCH, 0.001, Kernels.plain());
        Optional<OpenBlas> blas = OpenBlas.find();
        Runnable products = blas.map(b -> new BlasStep(b, LARGE, LARGE_BATCH))
                .<Runnable>map(step -> () -> repeat(5, step::step))
                .orElse(() -> {});
        double[] seconds = medians(() -> repeat(5, run::advance), () -> repeat(5, plain::advance), products);
        String title = LARGE + ", batch " + LARGE_BATCH + ", " + inputs + ", a whole step";
        double operations = 6.0 * run.network().weightCount() * LARGE_BATCH - 2.0 * 784 * 1000 * LARGE_BATCH;
        String figures = "%.2f ms, %.1f GFLOP/s".formatted(seconds[0] / 5 * 1e3, operations * 5 / seconds[0] / 1e9);
        if (blas.isPresent()) {
            print(title + ", against OpenBLAS's products", seconds[2] / seconds[0], 0.85, figures);
            print(title + " by plain loops, against OpenBLAS's products", seconds[2] / seconds[1], 0.25, "");
        } else {
            System.out.println("libopenblas is not on this machine: no comparison with it");
            print(title + ", against plain loops", seconds[1] / seconds[0], 1, figures);
        }
    }

    private static void passes() {
        Run run = Specimens.run(LARGE, Specimens.dense(784, 10, LARGE_BATCH), LARGE_BATCH, 0.001, Kernels.best());
        Backpropagation passes = run.passes();
        PerParameter parameters = run.network().parameters();
        PerParameter gradient = new PerParameter(passes.shape());
        Batch batch = new Batch(passes.shape(), LARGE_BATCH, false);
        batch.load(run.data().inputs(), run.data().targets(), run.batch(), 0);
        double[] seconds = medians(
                () -> repeat(5, () -> passes.forward(parameters, batch)),
                () -> repeat(
                        5, () -> passes.backward(parameters, batch, 1.0 / LARGE_BATCH, gradient, Finished.UNHEARD)));
        System.out.printf(
                Locale.ROOT,
                "one backward pass in units of one forward pass: %.2f (at most 3)%n",
                seconds[1] / seconds[0]);
    }

    private static void print(String title, double ratio, double floor, String figures) {
        System.out.printf(
                Locale.ROOT, "%s: %.2f (floor %.2f)%s%n", title, ratio, floor, figures.isEmpty() ? "" : ", " + figures);
    }

    private static void repeat(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    /** The median seconds of each action, the actions taking turns; the first third of the rounds warms up. */
    private static double[] medians(Runnable... actions) {
        int counted = ROUNDS * 2 / 3;
        double[][] seconds = new double[actions.length][counted];
        for (int round = 0; round < ROUNDS; round++) {
            for (int a = 0; a < actions.length; a++) {
                long start = System.nanoTime();
                actions[a].run();
                double taken = (System.nanoTime() - start) / 1e9;
                if (round >= ROUNDS - counted) {
                    seconds[a][round - (ROUNDS - counted)] = taken;
                }
            }
        }
        return Arrays.stream(seconds).mapToDouble(Bench::median).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long allocated(Runnable action) {
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = bean.getCurrentThreadAllocatedBytes();
        action.run();
        return bean.getCurrentThreadAllocatedBytes() - before;
    }
}
