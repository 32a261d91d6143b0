package downhill.insight.reading;

import downhill.data.Dataset;
import downhill.net.Batch;
import downhill.net.NetworkEvaluation;
import downhill.net.PerParameter;
import downhill.train.history.ParameterPath;
import downhill.train.history.ParameterPath.Waypoint;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A network's answers at some steps of its past, evenly apart: to one input, and to the examples that it does not train on.
 *
 * @param points in the order of the steps, the first and the last step among them
 */
public record LearningPath(List<Point> points) {
    /** The most points. */
    public static final int MOST = 120;

    /**
     * One step.
     *
     * @param outputs the network's outputs for the input; empty without an input
     * @param testAccuracy the share of the held-out examples that are right, 0 to 1, if that was asked for and can be counted
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Point(int step, double[] outputs, OptionalDouble testAccuracy) {}

    /**
     * The answers to one input.
     *
     * @param most the number of points, at least 2
     * @throws RefusedException if the input has another width than the network's
     */
    public static LearningPath ofInput(ParameterPath path, List<Double> input, int most, Runnable checkpoint) {
        return of(path, Optional.of(input), most, checkpoint);
    }

    /**
     * The accuracy on the examples held out.
     *
     * @throws RefusedException if there are none, or if their targets are not classes
     */
    public static LearningPath ofTestSet(ParameterPath path, int most, Runnable checkpoint) {
        return of(path, Optional.empty(), most, checkpoint);
    }

    private static LearningPath of(ParameterPath path, Optional<List<Double>> input, int most, Runnable checkpoint) {
        Run run = path.destination(checkpoint);
        input.ifPresentOrElse(given -> checkWidth(run, given), () -> checkTest(run.data()));
        List<Point> points = new ArrayList<>();
        for (Waypoint waypoint : path.waypoints(run, most, checkpoint)) {
            checkpoint.run();
            PerParameter parameters = new PerParameter(run.network().shape(), waypoint.parameters());
            points.add(new Point(
                    waypoint.step(),
                    input.map(given -> outputs(run, parameters, given)).orElseGet(() -> new double[0]),
                    input.isPresent() ? OptionalDouble.empty() : accuracy(run, parameters)));
        }
        return new LearningPath(points);
    }

    private static void checkWidth(Run run, List<Double> input) {
        int width = run.network().layers().getFirst();
        if (input.size() != width) {
            throw refused("/input", "The network takes " + width + " numbers here, not " + input.size() + ".");
        }
    }

    private static void checkTest(Dataset data) {
        if (data.testSize() == 0) {
            throw refused("/data", "This run holds no examples out.");
        }
        if (data.task() instanceof Dataset.Task.Regression) {
            throw refused("/data", "The targets of these examples are not classes.");
        }
    }

    private static double[] outputs(Run run, PerParameter parameters, List<Double> input) {
        int outputs = run.network().shape().outputs();
        Batch batch = new Batch(run.network().shape(), 1, false);
        double[] x = input.stream().mapToDouble(Double::doubleValue).toArray();
        batch.load(x, new double[outputs], new int[] {0}, 0);
        run.passes().forward(parameters, batch);
        double[] answers = new double[outputs];
        int depth = run.network().depth();
        Arrays.setAll(answers, j -> batch.activations(depth).get(j, 0));
        for (double answer : answers) {
            if (!Double.isFinite(answer)) {
                throw refused("/input", "The network's answer to this input is not finite.");
            }
        }
        return answers;
    }

    private static OptionalDouble accuracy(Run run, PerParameter parameters) {
        Dataset data = run.data();
        return NetworkEvaluation.of(run.passes(), parameters, data.testInputs(), data.testTargets(), data.task())
                .accuracy();
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
