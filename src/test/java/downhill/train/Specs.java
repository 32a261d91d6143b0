package downhill.train;

import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.descent.Optimizer;
import downhill.descent.rule.UpdateRule;
import downhill.net.Cost;
import downhill.net.Group;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Activation;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Tanh;
import downhill.train.history.History;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A specification under construction, beginning with the defaults, and its data in full. */
public final class Specs {
    public long seed = 1;
    List<List<Double>> inputs;
    public List<List<Double>> targets;
    public List<Integer> layers;
    public List<Activation> activations = new ArrayList<>();
    public Initializer initializer = new Initializer.ByActivation(false);
    public Optional<Given> given = Optional.empty();
    public List<Group> groups = List.of();
    public Cost cost = new Cost.HalfSquaredError(0);
    public BatchSpec batch = new BatchSpec(0, false, Reduce.MEAN);
    public Optimizer optimizer = Optimizer.sgd(0.1);
    public Optional<Regularization> regularization = Optional.empty();
    public List<Double> dropout = List.of();
    public List<Frozen> frozen = List.of();
    public Dataset.Task task = new Dataset.Task.TwoTargets(0, 1);

    private Specs(double[][] inputs, double[][] targets, Integer... layers) {
        this.inputs = rows(inputs);
        this.targets = rows(targets);
        this.layers = List.of(layers);
        for (int l = 0; l < layers.length - 2; l++) {
            activations.add(new Tanh());
        }
        activations.add(new Sigmoid());
    }

    public static Specs of(double[][] inputs, double[][] targets, Integer... layers) {
        return new Specs(inputs, targets, layers);
    }

    public static Specs xor(Integer... layers) {
        return of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}}, layers);
    }

    public Specs rule(UpdateRule rule, double rate) {
        optimizer = new Optimizer(rule, rate, optimizer.weightDecay());
        return this;
    }

    public Specs weightDecay(double decay) {
        optimizer = new Optimizer(optimizer.rule(), optimizer.learningRate(), decay);
        return this;
    }

    public Specs batch(int size, boolean shuffle, Reduce reduce) {
        batch = new BatchSpec(size, shuffle, reduce);
        return this;
    }

    public Specs activations(Activation... all) {
        activations = List.of(all);
        return this;
    }

    public RunSpec spec() {
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

    public Dataset data() {
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

    public Run run() {
        return Run.start(spec(), data(), downhill.math.Kernels.best());
    }

    public History history() {
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
