package downhill.bench;

import downhill.bench.blas.BlasStep;
import downhill.bench.blas.OpenBlas;
import downhill.data.Dataset;
import downhill.live.work.Crew;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.Backpropagation;
import downhill.net.Batch;
import downhill.net.Finished;
import downhill.net.PerParameter;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;

/** Whole steps (forward, backward, update) of a network of 900,150 weights, against OpenBLAS's products for the same step. */
final class LargeNetwork {
    static final List<Integer> LAYERS = List.of(784, 1000, 115, 10);
    static final String DENSE = "dense inputs";
    static final String DIGITS = "digits";
    private static final double RATE = 0.001;

    private LargeNetwork() {}

    /** The time of PyTorch's step in single precision, in units of OpenBLAS's in single precision. */
    private static final double PYTORCH = 1.3;

    /** Measures steps on some examples with this batch, on one thread and on two. */
    static void measure(String title, Dataset data, int batch) {
        try (Crew crew = new Crew(1)) {
            int repeats = batch == 1 ? 100 : 12;
            Run one = run(data, batch, Shards.NONE);
            Run two = run(data, batch, crew);
            Optional<OpenBlas> blas = OpenBlas.find();
            Optional<BlasStep> doubles = blas.map(b -> new BlasStep(b.doubles(), LAYERS, batch));
            Optional<BlasStep> floats = blas.map(b -> new BlasStep(b.floats(), LAYERS, batch));
            Rounds rounds = Rounds.of(
                    4,
                    41,
                    Rounds.times(repeats, one::advance),
                    Rounds.times(repeats, two::advance),
                    Rounds.times(repeats, doubles.<Runnable>map(s -> s::step).orElse(() -> {})),
                    Rounds.times(repeats, floats.<Runnable>map(s -> s::step).orElse(() -> {})));
            double milliseconds = rounds.seconds(0) / repeats * 1e3;
            String what = LAYERS + ", batch " + batch + ", " + title;
            String figures = "%.2f ms, %.1f GFLOP/s; OpenBLAS in double %.2f ms, in float %.2f ms"
                    .formatted(
                            milliseconds,
                            operations(batch) / milliseconds / 1e6,
                            rounds.seconds(2) / repeats * 1e3,
                            rounds.seconds(3) / repeats * 1e3);
            if (blas.isPresent()) {
                compare(rounds, batch, what, figures);
            } else {
                Figure.note("libopenblas is not on this machine: nothing to compare %s with: %s", what, figures);
            }
            if (batch > 1) {
                Figure.atLeast(1.6, rounds.ratio(0, 1), what + ", two threads against one", "");
            }
        }
    }

    private static void compare(Rounds rounds, int batch, String what, String figures) {
        String title = what + ", against OpenBLAS's products and update";
        if (batch == 1) {
            Figure.plain(rounds.ratio(2, 0), title, figures);
        } else if (what.endsWith(DIGITS)) {
            Figure.plain(rounds.ratio(2, 0), title, figures);
            Figure.atLeast(
                    1, PYTORCH * rounds.ratio(3, 0), what + ", against 1.3 times OpenBLAS's in single precision", "");
        } else {
            Figure.atLeast(0.85, rounds.ratio(2, 0), title, figures);
        }
    }

    /** The plain loops, which serve where there are no vectors. */
    static void measurePlain(Dataset data) {
        Run plain = Specimens.run(LAYERS, data, 32, RATE, Kernels.plain());
        OpenBlas.find().ifPresent(blas -> {
            Rounds rounds = Rounds.of(2, 9, plain::advance, new BlasStep(blas.doubles(), LAYERS, 32)::step);
            Figure.atLeast(
                    0.25,
                    rounds.ratio(1, 0),
                    LAYERS + ", batch 32, plain loops, against OpenBLAS's products and update",
                    "%.1f ms".formatted(rounds.seconds(0) * 1e3));
        });
    }

    /** One pass backward in units of one pass forward. */
    static void measurePasses() {
        int batch = 32;
        Run run = run(Specimens.dense(784, 10, batch), batch, Shards.NONE);
        Backpropagation passes = run.passes();
        PerParameter parameters = run.network().parameters();
        PerParameter gradient = new PerParameter(passes.shape());
        Batch examples = new Batch(passes.shape(), batch, false);
        examples.load(run.data().inputs(), run.data().targets(), run.batch(), 0);
        Rounds rounds = Rounds.of(
                2,
                41,
                Rounds.times(3, () -> passes.forward(parameters, examples)),
                Rounds.times(3, () -> passes.backward(parameters, examples, 1.0 / batch, gradient, Finished.UNHEARD)));
        Figure.atMost(3, rounds.ratio(1, 0), "one backward pass in units of one forward pass", "");
    }

    private static Run run(Dataset data, int batch, Shards shards) {
        return Run.start(Specimens.spec(LAYERS, batch, RATE), data, Kernels.best(), shards);
    }

    /** Multiply-adds count as two; the inputs need no derivatives. */
    private static double operations(int batch) {
        double weights = 784 * 1000 + 1000 * 115 + 115 * 10;
        return batch * (6 * weights - 2.0 * 784 * 1000);
    }
}
