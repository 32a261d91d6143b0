package downhill.insight;

import downhill.net.Batch;
import downhill.net.ExamplePass;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.List;

/**
 * The activations of a run's network on inputs that need not be in any data set; nothing is dropped.
 *
 * @param activations [input][layer][neuron]; layer 0 is the input itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record Predictions(double[][][] activations) {
    /** The number of inputs that pass through the network at once; it changes no result. */
    private static final int CHUNK = 256;

    /** The longest answer, in numbers. */
    public static final long MOST_NUMBERS = 2_000_000;

    /**
     * The predictions of a run's newest step.
     *
     * @throws RefusedException if an input has another width than the network's, or leads to numbers that are not finite
     */
    public static Predictions of(Run run, List<List<Double>> inputs, Runnable checkpoint) {
        check(run, inputs);
        int count = inputs.size();
        var activations = new double[count][][];
        for (int from = 0; from < count; from += CHUNK) {
            checkpoint.run();
            Batch batch = forward(run, inputs.subList(from, Math.min(count, from + CHUNK)));
            for (int e = 0; e < batch.count(); e++) {
                activations[from + e] =
                        finite(ExamplePass.of(batch, run.network().depth(), e), from + e);
            }
        }
        return new Predictions(activations);
    }

    /** The last layer's activations of each input. */
    public double[][] outputs() {
        var outputs = new double[activations.length][];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = activations[i][activations[i].length - 1];
        }
        return outputs;
    }

    private static void check(Run run, List<List<Double>> inputs) {
        List<Integer> layers = run.network().layers();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).size() != layers.getFirst()) {
                throw refused(
                        "/inputs/" + i,
                        "The network takes " + layers.getFirst() + " numbers here, not "
                                + inputs.get(i).size() + ".");
            }
        }
        long neurons = layers.stream().mapToLong(Integer::longValue).sum();
        long most = Math.max(1, MOST_NUMBERS / neurons);
        if (inputs.isEmpty() || inputs.size() > most) {
            throw refused("/inputs", "From 1 to " + most + " inputs are allowed, not " + inputs.size() + ".");
        }
    }

    private static Batch forward(Run run, List<List<Double>> inputs) {
        Batch batch = new Batch(run.network().shape(), inputs.size(), false);
        double[] flat = inputs.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        int[] indices = new int[inputs.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        var unknown = new double[inputs.size() * run.network().shape().outputs()];
        batch.load(flat, unknown, indices, 0);
        run.passes().forward(run.network().parameters(), batch);
        return batch;
    }

    private static double[][] finite(ExamplePass pass, int input) {
        for (double[] layer : pass.activations()) {
            for (double a : layer) {
                if (!Double.isFinite(a)) {
                    throw refused("/inputs/" + input, "The network’s answer to this input is not finite.");
                }
            }
        }
        return pass.activations();
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
