package downhill.train;

import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.descent.Optimizer;
import downhill.descent.UpdateRule;
import downhill.net.Activation;
import downhill.net.Cost;
import downhill.net.Group;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.NetworkSpec.Given;
import downhill.train.BatchSpec.Reduce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A specification under construction, beginning with the defaults, and its data in full. */
final class Specs {
    long seed = 1;
    List<List<Double>> inputs;
    List<List<Double>> targets;
    List<Integer> layers;
    List<Activation> activations = new ArrayList<>();
    Initializer initializer = new Initializer.ByActivation(false);
    Optional<Given> given = Optional.empty();
    List<Group> groups = List.of();
    Cost cost = new Cost.HalfSquaredError(0);
    BatchSpec batch = new BatchSpec(0, false, Reduce.MEAN);
    Optimizer optimizer = Optimizer.sgd(0.1);
    Optional<Regularization> regularization = Optional.empty();
    List<Double> dropout = List.of();
    List<Frozen> frozen = List.of();
    Dataset.Task task = new Dataset.Task.TwoTargets(0, 1);

    private Specs(double[][] inputs, double[][] targets, Integer... layers) {
        this.inputs = rows(inputs);
        this.targets = rows(targets);
        this.layers = List.of(layers);
        for (int l = 0; l < layers.length - 2; l++) {
            activations.add(new Activation.Tanh());
        }
        activations.add(new Activation.Sigmoid());
    }

    static Specs of(double[][] inputs, double[][] targets, Integer... layers) {
        return new Specs(inputs, targets, layers);
    }

    static Specs xor(Integer... layers) {
        return of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}}, layers);
    }

    Specs rule(UpdateRule rule, double rate) {
        optimizer = new Optimizer(rule, rate, optimizer.weightDecay());
        return this;
    }

    Specs weightDecay(double decay) {
        optimizer = new Optimizer(optimizer.rule(), optimizer.learningRate(), decay);
        return this;
    }

    Specs batch(int size, boolean shuffle, Reduce reduce) {
        batch = new BatchSpec(size, shuffle, reduce);
        return this;
    }

    Specs activations(Activation... all) {
        activations = List.of(all);
        return this;
    }

    RunSpec spec() {
        return new RunSpec(
                seed,
                new DataSpec.Inline(inputs, targets, List.of(), List.of()),
                new NetworkSpec(layers, activations, initializer, given, groups),
                cost,
                batch,
                optimizer,
                regularization,
                dropout,
                frozen);
    }

    Dataset data() {
        return new Dataset(
                inputs.getFirst().size(),
                targets.getFirst().size(),
                flat(inputs),
                flat(targets),
                new double[0],
                new double[0],
                task,
                List.of());
    }

    Run run() {
        return Run.start(spec(), data(), downhill.math.Kernels.best());
    }

    History history() {
        return new History(spec(), data());
    }

    static List<List<Double>> rows(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private static double[] flat(List<List<Double>> rows) {
        return rows.stream().flatMap(List::stream).mapToDouble(x -> x).toArray();
    }
}
