package downhill.insight;

import downhill.net.ExamplePass;
import downhill.net.Network;
import downhill.train.step.Run;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Everything about one step of a run: the state before update step &rarr; step+1 and the gradients found there. An immutable
 * copy; it holds nothing that depends on the run's id, a clock or the server.
 *
 * @param layers neurons in each layer, the input first
 * @param cost the cost of this step's batch
 * @param penalty the regularization's share, beside the cost
 * @param scores how the whole sets fare
 * @param example the shown example, an index into the training set
 * @param batch the step's examples, indices into the training set
 * @param state parameters, gradients and updates
 * @param pass what the shown example makes of the network
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(
        List<Integer> layers,
        int step,
        int epoch,
        double cost,
        double penalty,
        Scores scores,
        int example,
        int[] batch,
        State state,
        Pass pass) {

    /**
     * The parameters before the update, the batch's gradients and the updates that will be added. Weights are flat and row by
     * row: [l][j * layers[l] + k]; biases [l][j].
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record State(
            double[][] weights,
            double[][] biases,
            double[][] weightGradients,
            double[][] biasGradients,
            double[][] weightUpdates,
            double[][] biasUpdates) {}

    /**
     * One example's pass through the network.
     *
     * @param preActivations [l][j], of neuron j of layer l+1
     * @param activations [l][j], of neuron j of layer l; layer 0 is the input
     * @param deltas [l][j], dC/dz of this example alone, of neuron j of layer l+1
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Pass(double[][] preActivations, double[][] activations, double[][] deltas) {}

    /** The newest step of a run, with this example shown and these scores. */
    public static Frame of(Run run, int example, Scores scores) {
        Network network = run.network();
        return new Frame(
                network.layers(),
                run.step(),
                run.epoch(),
                run.cost(),
                run.penalty(),
                scores,
                example,
                run.batch().clone(),
                state(run, network.layers().size() - 1),
                pass(run, example));
    }

    private static State state(Run run, int count) {
        return new State(
                layers(count, run::weights),
                layers(count, run::biases),
                layers(count, run::weightGradients),
                layers(count, run::biasGradients),
                layers(count, run::weightUpdates),
                layers(count, run::biasUpdates));
    }

    /** The run hands out copies, so these stay as they are. */
    private static double[][] layers(int count, IntFunction<double[]> array) {
        return IntStream.range(0, count).mapToObj(array).toArray(double[][]::new);
    }

    static Pass pass(Run run, int example) {
        ExamplePass pass = run.pass(example);
        return new Pass(pass.preActivations(), pass.activations(), pass.deltas());
    }
}
