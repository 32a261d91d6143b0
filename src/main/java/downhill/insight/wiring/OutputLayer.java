package downhill.insight.wiring;

import downhill.data.Dataset;
import downhill.data.Dataset.Task;
import downhill.math.Shards;
import downhill.net.Backpropagation;
import downhill.net.Batch;
import downhill.net.Initializer;
import downhill.net.Network;
import downhill.net.NetworkSpec;
import downhill.net.Shape;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The last layer of a run's network as a network of its own, whose inputs are the activations of the units before it. The layers below stay as they are, so
 * their activations are worked out once.
 *
 * @param network of one layer of weights, a copy that may be changed
 * @param task what the targets mean
 * @param training what the units before it answer to the training examples
 * @param unseen the same for the held-out examples; without any, for the training examples
 */
record OutputLayer(Network network, Backpropagation passes, Task task, Examples training, Examples unseen) {
    /** The number of examples that pass through the network at once; it changes no result. */
    private static final int CHUNK = 256;

    /** About two seconds' work on one processor, in multiply-adds. */
    private static final double MOST_WORK = 4e9;

    /**
     * Some examples as this layer sees them.
     *
     * @param inputs [examples][units], flat
     * @param targets [examples][outputs], flat
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Examples(double[] inputs, double[] targets, int count) {}

    /**
     * The last layer at a run's newest step.
     *
     * @param checkpoint is called between passes; it may throw to give up
     * @throws RefusedException if the layer has too many inputs or missing connections, or if the passes would take too long
     */
    static OutputLayer of(Run run, Runnable checkpoint) {
        check(run);
        Network whole = run.network();
        int depth = whole.depth();
        List<Integer> layers = whole.layers().subList(depth - 1, depth + 1);
        var spec = new NetworkSpec(
                layers,
                List.of(whole.activations().getLast()),
                new Initializer.Zeros(false),
                Optional.empty(),
                List.of());
        Network network = Network.initial(spec, 0);
        copyLast(whole, network);
        Dataset data = run.data();
        var passes = new Backpropagation(
                network, run.spec().cost(), data.task(), run.passes().kernels(), Shards.NONE);
        Examples training = seen(run, data.inputs(), data.targets(), checkpoint);
        Examples unseen =
                data.testSize() == 0 ? training : seen(run, data.testInputs(), data.testTargets(), checkpoint);
        return new OutputLayer(network, passes, data.task(), training, unseen);
    }

    /**
     * Refuses tasks whose answers are no classes.
     *
     * @throws RefusedException if they are not
     */
    static void checkClasses(Run run) {
        boolean hasClasses = switch (run.data().task()) {
            case Task.OneHot hot -> true;
            case Task.TwoTargets two -> run.network().shape().outputs() == 1;
            case Task.Regression none -> false;
        };
        if (!hasClasses) {
            throw refused("The outputs of this network do not stand for classes.");
        }
    }

    private static void check(Run run) {
        ConnectionLedger.checkWidth(run);
        if (!run.spec().network().groups().isEmpty()) {
            throw refused("The outputs of a network with groups are not taken apart.");
        }
        Dataset data = run.data();
        double work = (double) run.network().parameterCount() * (data.size() + data.testSize());
        if (work > MOST_WORK) {
            throw refused("This network with so many examples would take too long.");
        }
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(List.of(new Problem("", detail)));
    }

    private static void copyLast(Network from, Network to) {
        int last = from.depth() - 1;
        Shape shape = to.shape();
        double[] values = to.parameters().values();
        for (int j = 0; j < shape.outputs(); j++) {
            values[shape.bias(0, j)] = from.bias(last, j);
            for (int k = 0; k < shape.width(0); k++) {
                values[shape.weight(0, j, k)] = from.weight(last, j, k);
            }
        }
    }

    /** The activations of the units before the output for some examples; nothing is dropped. */
    private static Examples seen(Run run, double[] inputs, double[] targets, Runnable checkpoint) {
        Shape shape = run.network().shape();
        int units = shape.width(shape.depth() - 1);
        int count = targets.length / shape.outputs();
        double[] found = new double[count * units];
        int[] indices = IntStream.range(0, count).toArray();
        for (int from = 0; from < count; from += CHUNK) {
            checkpoint.run();
            Batch batch = new Batch(shape, Math.min(CHUNK, count - from), false);
            batch.load(inputs, targets, indices, from);
            run.passes().forward(run.network().parameters(), batch);
            for (int e = 0; e < batch.count(); e++) {
                for (int k = 0; k < units; k++) {
                    found[(from + e) * units + k] =
                            batch.activations(shape.depth() - 1).get(k, e);
                }
            }
        }
        return new Examples(found, targets, count);
    }

    /** The number of units that lead to the outputs. */
    int units() {
        return network.shape().width(0);
    }

    /** Room for all of some examples, which are filled in. */
    Batch batch(Examples examples) {
        Batch batch = new Batch(network.shape(), examples.count(), false);
        batch.load(
                examples.inputs(),
                examples.targets(),
                IntStream.range(0, examples.count()).toArray(),
                0);
        return batch;
    }

    /** Some examples, passed forward. */
    Batch answer(Examples examples) {
        Batch batch = batch(examples);
        passes.forward(network.parameters(), batch);
        return batch;
    }

    /** The number of the examples' classes: one for each output, or two for a single output with two target values. */
    int classes() {
        return task instanceof Task.TwoTargets ? 2 : network.shape().outputs();
    }

    /** The class of an example. */
    int label(Examples examples, int example) {
        int outputs = network.shape().outputs();
        return classOf(j -> examples.targets()[example * outputs + j]);
    }

    /** The class that the network answers to an example of a batch that was passed forward. */
    int answer(Batch batch, int example) {
        return classOf(j -> batch.activations(1).get(j, example));
    }

    /** The largest output, the first of equals; of a single output 1 if it is nearer to the high target, else 0. */
    private int classOf(IntToDoubleFunction value) {
        if (task instanceof Task.TwoTargets two) {
            return value.applyAsDouble(0) > 0.5 * (two.low() + two.high()) ? 1 : 0;
        }
        int largest = 0;
        for (int j = 1; j < network.shape().outputs(); j++) {
            if (value.applyAsDouble(j) > value.applyAsDouble(largest)) {
                largest = j;
            }
        }
        return largest;
    }
}
