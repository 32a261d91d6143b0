package downhill.bench;

import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.math.Rng;
import downhill.train.history.History;
import java.util.Arrays;
import java.util.List;

/** Measures the time to return to a past step. */
final class Rewind {
    private static final int VISITS = 40;

    private Rewind() {}

    static void measure(List<Integer> layers, int batch, int steps, double most, Dataset data) {
        History history = new History(Specimens.spec(layers, batch, 0.001), data, Kernels.best(), History.BUDGET);
        for (int step = 0; step < steps; step++) {
            history.advance();
        }
        Rng rng = Rng.of(5, Rng.Stream.CHECK);
        double[] seconds = new double[VISITS];
        for (int i = 0; i < VISITS; i++) {
            int step = steps - 1 - rng.nextInt(Math.min(5000, steps));
            long start = System.nanoTime();
            history.at(step);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        Figure.atMost(
                1,
                seconds[VISITS - 1] / most,
                layers + ", to a random step of the newest 5,000, the slowest of " + VISITS + " against "
                        + Math.round(most * 1000) + " ms",
                "%.0f ms, median %.0f ms, after %,d steps; the past takes %,d MB"
                        .formatted(seconds[VISITS - 1] * 1e3, seconds[VISITS / 2] * 1e3, steps, history.bytes() >> 20));
    }
}
