package downhill.bench;

import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.train.step.Run;
import java.util.List;

/** Steps of small tanh networks: every quantity can be read until the next step. */
final class SmallNetworks {
    private static final int BATCH = 10;
    private static final double RATE = 0.03;
    private static final int STEPS = 20_000;

    private SmallNetworks() {}

    static void measure(List<Integer> layers) {
        Dataset data = Specimens.dense(layers.getFirst(), layers.getLast(), 200);
        Run captured = Specimens.run(layers, data, BATCH, RATE, Kernels.best());
        Run alone = Specimens.run(layers, data, BATCH, RATE, Kernels.best());
        Yardstick yardstick = new Yardstick(alone, BATCH, RATE);
        double[] sink = new double[1];
        Runnable capture = () -> {
            captured.advance();
            sink[0] += captured.update().values()[0];
        };
        Rounds rounds = Rounds.of(
                2,
                31,
                Rounds.times(STEPS, capture),
                Rounds.times(STEPS, alone::advance),
                Rounds.times(STEPS, yardstick::step));
        Figure.atLeast(
                2,
                rounds.ratio(2, 0),
                layers + ", batch 10, every step captured, against plain loops with StrictMath",
                "%.1f million examples a second".formatted(STEPS * BATCH / rounds.seconds(0) / 1e6));
        Figure.atMost(1.15, rounds.ratio(0, 1), layers + ", captured against not captured", "");
        Figure.note(
                "%.2f bytes are allocated a step", (double) MemoryUse.allocated(Rounds.times(STEPS, capture)) / STEPS);
    }
}
