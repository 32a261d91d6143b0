package downhill.train.perceptron;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.descent.Optimizer;
import downhill.math.Kernels;
import downhill.net.Cost;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.activation.Sigmoid;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One sigmoid neuron that gradient descent trains on the corners from weights 0, one example a step, in the order in which the
 * perceptron visits them.
 *
 * @param states after 0, 1, 2, … steps
 */
public record NeuronTraining(List<State> states) {
    private static final BatchSpec ONE_BY_ONE = new BatchSpec(1, false, BatchSpec.Reduce.MEAN);

    /**
     * The neuron after some steps.
     *
     * @param neuron its weights and bias; its output is above 0.5 where the weighted sum is above 0
     * @param cost the mean of half the squared error over the four corners
     */
    public record State(Perceptron neuron, double cost) {}

    /** Trains for a number of steps. */
    public static NeuronTraining of(Corners corners, double learningRate, int steps) {
        RunSpec spec = spec(corners, learningRate);
        Dataset data = DataSets.build((DataSpec.Inline) spec.data());
        Run run = Run.start(spec, data, Kernels.best());
        List<State> states = new ArrayList<>();
        states.add(state(run));
        for (int step = 0; step < steps; step++) {
            run.advance();
            states.add(state(run));
        }
        return new NeuronTraining(List.copyOf(states));
    }

    private static State state(Run run) {
        double[] weights = run.weights(0);
        return new State(
                new Perceptron(weights[0], weights[1], run.biases(0)[0]),
                run.evaluateTraining().cost() / Corners.COUNT);
    }

    private static RunSpec spec(Corners corners, double learningRate) {
        List<List<Double>> inputs = IntStream.range(0, Corners.COUNT)
                .mapToObj(corner -> List.of((double) Corners.x1(corner), (double) Corners.x2(corner)))
                .toList();
        List<List<Double>> targets = corners.targets().stream()
                .map(target -> List.of((double) target))
                .toList();
        return new RunSpec(
                0,
                new DataSpec.Inline(inputs, targets, List.of(), List.of()),
                new NetworkSpec(
                        List.of(2, 1),
                        List.of(new Sigmoid()),
                        new Initializer.Zeros(false),
                        Optional.empty(),
                        List.of()),
                new Cost.HalfSquaredError(0),
                ONE_BY_ONE,
                Optimizer.sgd(learningRate),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
