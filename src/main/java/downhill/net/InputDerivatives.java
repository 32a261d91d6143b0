package downhill.net;

import downhill.math.Matrix;
import java.util.Arrays;

/** The derivatives of one output's pre-activation by the inputs of the network, for one example that has passed forward. */
public final class InputDerivatives {
    private InputDerivatives() {}

    /**
     * dz/dx by one backward pass that begins with a delta of 1 at this output and goes one layer further than training does, down to the inputs.
     * Overwrites the batch's deltas.
     *
     * @param batch of one example, after forward
     * @param output the output whose pre-activation z is differentiated
     * @return [k], by input k
     */
    public static double[] of(Backpropagation passes, PerParameter parameters, Batch batch, int output) {
        int top = passes.shape().depth() - 1;
        Matrix last = batch.deltas(top);
        Arrays.fill(last.data(), 0);
        last.data()[last.row(output)] = 1;
        for (int l = top; l > 0; l--) {
            passes.deltasBelow(parameters, batch, l);
        }
        int inputs = passes.shape().width(0);
        Matrix derivatives = Matrix.zeros(inputs, last.columns());
        passes.kernels().back(parameters.weights(0), batch.deltas(0), derivatives, 0, inputs);
        double[] byInput = new double[inputs];
        for (int k = 0; k < inputs; k++) {
            byInput[k] = derivatives.get(k, 0);
        }
        return byInput;
    }
}
