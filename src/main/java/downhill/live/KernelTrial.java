package downhill.live;

import downhill.math.Kernels;
import downhill.math.Matrix;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A race of the vector kernels against the plain loops, in the background. Vectors need a compiler that knows them: without
 * one, as in an interpreter, they are many times slower than loops. Results are the same with either, so runs may begin
 * meanwhile.
 */
public final class KernelTrial {
    private static final Logger LOG = LoggerFactory.getLogger(KernelTrial.class);

    /** Neurons of both layers, and examples: enough to be like work, and little enough to be tried often. */
    private static final int SIZE = 32;

    /** Products that are timed together; the fastest of several counts. */
    private static final int HEATS = 8;

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

    /** Races the best kernels for some seconds at most, in a thread of its own. */
    public static KernelTrial inBackground(long nanoseconds) {
        var trial = new KernelTrial(Kernels.best(), System::nanoTime);
        Thread.ofPlatform().daemon().name("kernel-trial").start(() -> trial.race(nanoseconds));
        return trial;
    }

    /** The kernels to use from now on: the vectors unless they lost. */
    public Kernels faster() {
        return faster;
    }

    /** Lets vectors try for so long; they win as soon as they are faster once. */
    void race(long nanoseconds) {
        long end = clock.getAsLong() + nanoseconds;
        while (clock.getAsLong() < end) {
            if (best(vectors) <= best(loops)) {
                return;
            }
        }
        faster = loops;
        LOG.info("Vectors are slow here; plain loops are used.");
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
