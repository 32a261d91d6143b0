package downhill.train.spec;

import downhill.data.Dataset;
import downhill.net.NetworkSpec;
import downhill.net.Shape;
import java.util.ArrayList;
import java.util.List;

/** Finds everything in a specification that cannot be carried out on its data. */
public final class SpecCheck {
    private static final long LARGEST_SEED = (1L << 53) - 1;
    private static final long MOST_PARAMETERS = 1L << 27;

    private final RunSpec spec;
    private final Dataset data;
    private final List<Problem> problems = new ArrayList<>();

    private SpecCheck(RunSpec spec, Dataset data) {
        this.spec = spec;
        this.data = data;
    }

    public static List<Problem> problems(RunSpec spec, Dataset data) {
        var check = new SpecCheck(spec, data);
        check.checkNumbers();
        if (check.hasShape()) {
            check.checkWidths();
            check.checkDropout();
            check.problems.addAll(CostCheck.problems(spec, data));
            check.problems.addAll(NetworkCheck.problems(spec.network()));
            check.problems.addAll(FrozenCheck.problems(spec.frozen(), spec.network()));
        }
        return check.problems;
    }

    private void refuse(String pointer, String detail) {
        problems.add(new Problem(pointer, detail));
    }

    private void checkNumbers() {
        if (spec.seed() < 0 || spec.seed() > LARGEST_SEED) {
            refuse("/seed", "A whole number from 0 to 2^53-1 is allowed, not " + spec.seed() + ".");
        }
        if (spec.batch().size() < 0) {
            refuse(
                    "/batch/size",
                    "A whole number from 0 is allowed, not " + spec.batch().size() + ".");
        }
        problems.addAll(Hyperparameters.problems(Hyperparameters.of(spec.optimizer())));
        spec.regularization()
                .map(Regularization::rate)
                .filter(rate -> !(rate >= 0 && Double.isFinite(rate)))
                .ifPresent(
                        rate -> refuse("/regularization/rate", "A finite number from 0 is allowed, not " + rate + "."));
        if (data.size() == 0) {
            refuse("/data", "There is no training example; at least one is needed.");
        }
    }

    /** Tests whether the layers make a network at all. */
    private boolean hasShape() {
        NetworkSpec network = spec.network();
        List<Integer> layers = network.layers();
        if (layers.size() < 2) {
            refuse("/network/layers", "A network has at least an input and an output layer.");
            return false;
        }
        long parameters = 0;
        for (int l = 0; l < layers.size(); l++) {
            if (layers.get(l) < 1) {
                refuse("/network/layers/" + l, "A layer has at least one neuron, not " + layers.get(l) + ".");
                return false;
            }
            parameters += l == 0 ? 0 : (layers.get(l - 1) + 1L) * layers.get(l);
        }
        if (parameters > MOST_PARAMETERS) {
            refuse("/network/layers", parameters + " weights and biases are too many; 2^27 are allowed.");
        }
        if (network.activations().size() != layers.size() - 1) {
            refuse(
                    "/network/activations",
                    "One activation for each layer after the input is needed: " + (layers.size() - 1) + ", not "
                            + network.activations().size() + ".");
        }
        return problems.stream().noneMatch(problem -> problem.pointer().startsWith("/network"));
    }

    private void checkWidths() {
        Shape shape = new Shape(spec.network().layers());
        if (shape.width(0) != data.inputWidth()) {
            refuse(
                    "/network/layers/0",
                    "The data have " + data.inputWidth() + " inputs; the input layer must have as many neurons, not "
                            + shape.width(0) + ".");
        }
        if (shape.outputs() != data.targetWidth()) {
            refuse(
                    "/network/layers/" + shape.depth(),
                    "The data have " + data.targetWidth() + " targets; the output layer must have as many neurons, not "
                            + shape.outputs() + ".");
        }
    }

    private void checkDropout() {
        int hidden = spec.network().layers().size() - 2;
        List<Double> rates = spec.dropout();
        if (!rates.isEmpty() && rates.size() != hidden) {
            refuse("/dropout", "One rate for each hidden layer is needed: " + hidden + ", not " + rates.size() + ".");
        }
        for (int l = 0; l < rates.size(); l++) {
            if (!(rates.get(l) >= 0 && rates.get(l) < 1)) {
                refuse("/dropout/" + l, "A number from 0 to below 1 is allowed, not " + rates.get(l) + ".");
            }
        }
    }
}
