package downhill.train.history;

import downhill.math.Kernels;

/** The work of training steps, in multiply-adds: an estimate from the size of the network and of the batch. */
final class StepWork {
    /** The cost of a step beside its products. */
    private static final double OVERHEAD = 2000;

    private StepWork() {}

    /** The work of one step. */
    static double ofOne(long parameters, int batch) {
        return OVERHEAD + 6.0 * parameters * Kernels.width(batch);
    }
}
