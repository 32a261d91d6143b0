package downhill.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** The matrix products of one training step, and the update, by OpenBLAS: nothing but the arithmetic that cannot be avoided. */
final class BlasStep {
    private final OpenBlas blas;
    private final List<Integer> layers;
    private final int batch;
    private final MemorySegment[] weights;
    private final MemorySegment[] gradients;
    private final MemorySegment[] activations;
    private final MemorySegment[] deltas;

    BlasStep(OpenBlas blas, List<Integer> layers, int batch) {
        this.blas = blas;
        this.layers = layers;
        this.batch = batch;
        int depth = layers.size() - 1;
        weights = new MemorySegment[depth];
        gradients = new MemorySegment[depth];
        activations = new MemorySegment[depth + 1];
        deltas = new MemorySegment[depth + 1];
        for (int l = 0; l <= depth; l++) {
            activations[l] = matrix(layers.get(l), batch);
            deltas[l] = matrix(layers.get(l), batch);
            if (l < depth) {
                weights[l] = matrix(layers.get(l + 1), layers.get(l));
                gradients[l] = matrix(layers.get(l + 1), layers.get(l));
            }
        }
    }

    private static MemorySegment matrix(int rows, int columns) {
        long count = (long) rows * columns;
        MemorySegment segment = Arena.global().allocate(count * Double.BYTES, 64);
        for (long i = 0; i < count; i++) {
            segment.setAtIndex(ValueLayout.JAVA_DOUBLE, i, (i % 17 - 8) * 1e-3);
        }
        return segment;
    }

    void step() {
        int depth = layers.size() - 1;
        for (int l = 0; l < depth; l++) {
            blas.multiply(
                    false,
                    false,
                    layers.get(l + 1),
                    batch,
                    layers.get(l),
                    weights[l],
                    activations[l],
                    activations[l + 1]);
        }
        for (int l = depth - 1; l >= 0; l--) {
            blas.multiply(
                    false, true, layers.get(l + 1), layers.get(l), batch, deltas[l + 1], activations[l], gradients[l]);
            if (l > 0) {
                blas.multiply(
                        true, false, layers.get(l), batch, layers.get(l + 1), weights[l], deltas[l + 1], deltas[l]);
            }
        }
        for (int l = 0; l < depth; l++) {
            long count = (long) layers.get(l) * layers.get(l + 1);
            for (long i = 0; i < count; i++) {
                double w = weights[l].getAtIndex(ValueLayout.JAVA_DOUBLE, i);
                weights[l].setAtIndex(
                        ValueLayout.JAVA_DOUBLE, i, w - 1e-9 * gradients[l].getAtIndex(ValueLayout.JAVA_DOUBLE, i));
            }
        }
    }
}
