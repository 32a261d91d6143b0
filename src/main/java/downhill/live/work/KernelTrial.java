package downhill.live.work;

import downhill.math.Kernels;
import downhill.math.Matrix;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A race of the vector kernels against the plain loops, in the background. Vectors need a compiler that knows them: without
 * one, as in an interpreter, they are many times slower than loops. Results are the same with either, so runs may begin
 * before the race ends.
 */
public final class KernelTrial {
    private static final Logger LOG = LoggerFactory.getLogger(KernelTrial.class);

    /** Neurons of both layers, and examples: enough to be like work, and little enough to be tried often. */
    private static final int SIZE = 32;

    /** Products that are timed together; the fastest of several counts. */
    private static final int HEATS = 8;

    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final LongSupplier clock;
    private final Kernels vectors;
    private final Kernels loops = Kernels.plain();
    private volatile Kernels faster;

    private final Matrix weights = Matrix.zeros(SIZE, SIZE);
    private final Matrix biases = Matrix.zeros(SIZE, 1);
    private final Matrix activations = Matrix.zeros(SIZE, SIZE);
    private final Matrix result = Matrix.zeros(SIZE, SIZE);

    /** Ready to race these kernels against plain loops by this clock, in nanoseconds. */
    KernelTrial(Kernels vectors, LongSupplier clock) {
        this.vectors = vectors;
        this.clock = clock;
        this.faster = vectors;
    }

    /** Races the best kernels in a thread of its own, for some time at most, and again later if they lose. */
    public static KernelTrial inBackground(Duration time) {
        var trial = new KernelTrial(Kernels.best(), System::nanoTime);
        Thread.ofPlatform().daemon().name("kernel-trial").start(() -> trial.raceUntilWon(time));
        return trial;
    }

    /** A busy machine may have had no time for its compiler: so the losing kernels may try again. */
    private void raceUntilWon(Duration time) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !race(time.toNanos()); attempt++) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The kernels to use from now on: the vectors unless they lost. */
    public Kernels faster() {
        return faster;
    }

    /** Lets vectors try for so long, in nanoseconds; they win as soon as they are faster once. */
    boolean race(long nanoseconds) {
        long end = clock.getAsLong() + nanoseconds;
        while (clock.getAsLong() < end) {
            if (best(vectors) <= best(loops)) {
                faster = vectors;
                return true;
            }
        }
        faster = loops;
        LOG.info("Vectors are slow here; plain loops are used.");
        return false;
    }

    private long best(Kernels kernels) {
        long best = Long.MAX_VALUE;
        for (int heat = 0; heat < HEATS; heat++) {
            long start = clock.getAsLong();
            kernels.affine(weights, biases, activations, result, 0, SIZE);
            best = Math.min(best, clock.getAsLong() - start);
        }
        return best;
    }
}
