package downhill.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of the vectors: what the processor prefers, at most the {@link Kernels#LANES} numbers that batches are padded to.
 * The system property {@code downhill.vector.bits} (128, 256 or 512) chooses another; results are the same with each.
 */
final class Lanes {
    static final VectorSpecies<Double> SPECIES = species();
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    private static VectorSpecies<Double> species() {
        int widest = Kernels.LANES * Double.SIZE;
        int bits = Integer.getInteger(
                "downhill.vector.bits", Math.min(widest, DoubleVector.SPECIES_PREFERRED.vectorBitSize()));
        return VectorShape.forBitSize(bits).withLanes(double.class);
    }
}
