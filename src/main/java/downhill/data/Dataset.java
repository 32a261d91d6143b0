package downhill.data;

import java.util.List;
import java.util.stream.IntStream;

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
 * @param classNames a name for each class, in the order of the outputs; none where an example is of no single class
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
        List<String> inputNames,
        List<String> classNames) {

    /** A set whose classes have no names of their own. */
    public Dataset(
            int inputWidth,
            int targetWidth,
            double[] inputs,
            double[] targets,
            double[] testInputs,
            double[] testTargets,
            Task task,
            List<String> inputNames) {
        this(
                inputWidth,
                targetWidth,
                inputs,
                targets,
                testInputs,
                testTargets,
                task,
                inputNames,
                numbered(task, targetWidth));
    }

    /** Names by the outputs' numbers, or by the two targets of a single output. */
    private static List<String> numbered(Task task, int outputs) {
        return switch (task) {
            case Task.OneHot hot ->
                IntStream.rangeClosed(1, outputs).mapToObj(i -> "class " + i).toList();
            case Task.TwoTargets two when outputs == 1 -> List.of(plain(two.low()), plain(two.high()));
            case Task.TwoTargets two -> List.of();
            case Task.Regression none -> List.of();
        };
    }

    private static String plain(double target) {
        return target == StrictMath.rint(target) ? Long.toString((long) target) : Double.toString(target);
    }

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
