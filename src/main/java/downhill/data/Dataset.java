package downhill.data;

import java.util.List;

/**
 * Examples to train on and examples held out.
 *
 * <p>Inputs and targets are flat and row by row: training input i of example e is {@code inputs[e * inputWidth + i]}. The
 * arrays are shared, never changed after the set is built.
 *
 * @param inputs training inputs, [examples][inputWidth]
 * @param targets training targets, [examples][targetWidth]
 * @param testInputs held-out inputs, [testExamples][inputWidth]
 * @param testTargets held-out targets, [testExamples][targetWidth]
 * @param task what the targets mean, which decides how accuracy is counted
 * @param inputNames a name for each input, for labels in figures
 */
@SuppressWarnings("ArrayRecordComponent")
public record Dataset(
        int inputWidth,
        int targetWidth,
        double[] inputs,
        double[] targets,
        double[] testInputs,
        double[] testTargets,
        Task task,
        List<String> inputNames) {

    /** The meaning of a set's targets. */
    public sealed interface Task {
        /**
         * Two target values on each output, as a rule one output: an example counts when every output is nearer to its own
         * target than to the other value.
         */
        record TwoTargets(double low, double high) implements Task {}

        /** One output a class: the largest output counts. */
        record OneHot() implements Task {}

        /** Numbers to be approximated; there is no accuracy. */
        record Regression() implements Task {}
    }

    /** The number of training examples. */
    public int size() {
        return inputs.length / inputWidth;
    }

    /** The number of held-out examples. */
    public int testSize() {
        return testInputs.length / inputWidth;
    }
}
