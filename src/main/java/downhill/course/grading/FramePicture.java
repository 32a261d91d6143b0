package downhill.course.grading;

import downhill.descent.Optimizer;
import downhill.descent.rule.Hyperparameter;
import downhill.insight.Frame;
import downhill.insight.health.GradientLengths;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One step of a run.
 *
 * @param target of the shown example
 * @param optimizer as it was at that step
 */
@SuppressWarnings("ArrayRecordComponent")
record FramePicture(Frame frame, double[] target, Optimizer optimizer) implements Picture {
    @Override
    public OptionalDouble value(String path) {
        List<String> parts = List.of(path.split("\\.", -1));
        int[] at = parts.stream().skip(1).mapToInt(Integer::parseInt).toArray();
        try {
            return at.length == 0 ? scalar(path) : OptionalDouble.of(at(parts.getFirst(), at));
        } catch (IndexOutOfBoundsException e) {
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble scalar(String name) {
        return switch (name) {
            case "step" -> OptionalDouble.of(frame.step());
            case "epoch" -> OptionalDouble.of(frame.epoch());
            case "cost" -> OptionalDouble.of(frame.scores().trainCost().orElse(frame.cost()));
            case "penalty" -> OptionalDouble.of(frame.penalty());
            case "testCost" -> frame.scores().testCost();
            case "accuracy" -> frame.scores().accuracy();
            case "testAccuracy" -> frame.scores().testAccuracy();
            case "learningRate" -> OptionalDouble.of(optimizer.learningRate());
            case "momentum" -> OptionalDouble.of(optimizer.rule().setting(Hyperparameter.MOMENTUM, 0));
            default -> OptionalDouble.empty();
        };
    }

    private double at(String name, int[] at) {
        Frame.State state = frame.state();
        Frame.Pass pass = frame.pass();
        return switch (name) {
            case "weights" -> weight(state.weights(), at);
            case "weightGradients" -> weight(state.weightGradients(), at);
            case "weightUpdates" -> weight(state.weightUpdates(), at);
            case "biases" -> state.biases()[at[0]][at[1]];
            case "biasGradients" -> state.biasGradients()[at[0]][at[1]];
            case "biasUpdates" -> state.biasUpdates()[at[0]][at[1]];
            case "preActivations" -> pass.preActivations()[at[0]][at[1]];
            case "activations" -> pass.activations()[at[0]][at[1]];
            case "deltas" -> pass.deltas()[at[0]][at[1]];
            case "target" -> target[at[0]];
            case "gradientLengths" -> GradientLengths.length(state.weightGradients()[at[0]]);
            default -> throw new IndexOutOfBoundsException(name);
        };
    }

    /** The number of the weight from neuron k of layer l to neuron j of layer l+1, where the frame has its rows one after the other. */
    private double weight(double[][] rows, int[] at) {
        int width = frame.layers().get(at[0]);
        return rows[at[0]][at[1] * width + java.util.Objects.checkIndex(at[2], width)];
    }
}
