package downhill.bench.blas;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The matrix products of one training step, and the update, by OpenBLAS: nothing but the arithmetic that cannot be avoided. */
public final class BlasStep {
    private final BlasFunctions blas;
    private final List<Integer> layers;
    private final int batch;
    private final MemorySegment[] weights;
    private final MemorySegment[] gradients;
    private final MemorySegment[] activations;
    private final MemorySegment[] deltas;

    public BlasStep(BlasFunctions blas, List<Integer> layers, int batch) {
        this.blas = blas;
        this.layers = layers;
        this.batch = batch;
        int depth = layers.size() - 1;
        weights = new MemorySegment[depth];
        gradients = new MemorySegment[depth];
        activations = new MemorySegment[depth + 1];
        deltas = new MemorySegment[depth + 1];
        for (int l = 0; l <= depth; l++) {
            activations[l] = blas.matrix(layers.get(l), batch);
            deltas[l] = blas.matrix(layers.get(l), batch);
            if (l < depth) {
                weights[l] = blas.matrix(layers.get(l + 1), layers.get(l));
                gradients[l] = blas.matrix(layers.get(l + 1), layers.get(l));
            }
        }
    }

    public void step() {
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
            blas.add(layers.get(l) * layers.get(l + 1), gradients[l], weights[l]);
        }
    }
}
