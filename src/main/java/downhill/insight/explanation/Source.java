package downhill.insight.explanation;

import downhill.descent.Optimizer;
import downhill.math.Curve;
import downhill.net.Cost;
import downhill.net.DeadZone;
import downhill.net.ExamplePass;
import downhill.net.Network;
import downhill.net.Parameter;
import downhill.net.PerParameter;
import downhill.net.activation.Softmax;
import downhill.train.spec.Frozen;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import downhill.train.step.UpdateMemory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The engine's own quantities of a run's newest step and of one example, from which all explanations are made. */
final class Source {
    private final Run run;
    private final Network network;
    private final ExamplePass pass;
    private final int example;
    private final DeadZone zone;
    private final Probe probe;

    private @Nullable List<PerParameter> memory;

    Source(Run run, int example) {
        this.run = run;
        this.network = run.network();
        this.pass = run.pass(example);
        this.example = example;
        this.zone = DeadZone.of(run.spec().cost(), run.data().task());
        this.probe = run.probe();
    }

    Run run() {
        return run;
    }

    Network network() {
        return network;
    }

    Probe probe() {
        return probe;
    }

    ExamplePass pass() {
        return pass;
    }

    int example() {
        return example;
    }

    DeadZone zone() {
        return zone;
    }

    Cost cost() {
        return run.spec().cost();
    }

    Optimizer optimizer() {
        return run.optimizer();
    }

    /** The number of updates before this step's. */
    int step() {
        return run.step();
    }

    /** The index of the last layer of weights. */
    int last() {
        return network.depth() - 1;
    }

    /** The number of outputs. */
    int outputs() {
        return network.shape().outputs();
    }

    /** The number of neurons of layer l+1. */
    int neurons(int l) {
        return network.shape().width(l + 1);
    }

    boolean isSoftmax(int l) {
        return network.activation(l) instanceof Softmax;
    }

    double z(int l, int j) {
        return pass.preActivations()[l][j];
    }

    double output(int j) {
        return pass.activations()[network.depth()][j];
    }

    double target(int j) {
        return run.data().targets()[example * run.data().targetWidth() + j];
    }

    /** The factor by which dropout multiplied a neuron of layer l+1; absent where nothing can be dropped. */
    Optional<Double> kept(int l, int j) {
        return l < pass.kept().length ? Optional.of(pass.kept()[l][j]) : Optional.empty();
    }

    /** The curve of a layer's neurons; IllegalStateException for a softmax. */
    Curve curve(int l) {
        return network.activation(l).curve().orElseThrow(IllegalStateException::new);
    }

    double value(Parameter parameter) {
        return network.parameters().values()[parameter.in(network.shape())];
    }

    double gradient(Parameter parameter) {
        return run.gradient().values()[parameter.in(network.shape())];
    }

    double update(Parameter parameter) {
        return run.update().values()[parameter.in(network.shape())];
    }

    /** A moment of the update rule from the steps before. */
    double remembered(int moment, Parameter parameter) {
        if (memory == null) {
            memory = UpdateMemory.of(run);
        }
        return memory.get(moment).values()[parameter.in(network.shape())];
    }

    boolean isMissing(Parameter parameter) {
        return probe.isMissing(parameter.in(network.shape()));
    }

    boolean isFrozen(Parameter parameter) {
        return run.frozen().stream().anyMatch(frozen -> switch (frozen) {
            case Frozen.Biases b -> parameter instanceof Parameter.Bias;
            case Frozen.Layer layer -> layer.l() == parameter.l();
            case Frozen.Weight w -> parameter.equals(new Parameter.Weight(w.l(), w.j(), w.k()));
        });
    }

    /** The place of the shown example in the batch, or -1. */
    int place() {
        int[] batch = run.batch();
        return IntStream.range(0, batch.length)
                .filter(i -> batch[i] == example)
                .findFirst()
                .orElse(-1);
    }
}
