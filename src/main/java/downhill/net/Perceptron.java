package downhill.net;

import downhill.data.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One threshold unit and its convergence procedure (Rosenblatt, 1962): it says yes when the weighted sum of its inputs and
 * its bias is above 0, looks at one example after the other, and moves only when it is wrong, by
 * rate * (target - answer) * input.
 *
 * <p>If any weights at all answer every example rightly, the procedure finds some after a bounded number of mistakes. If none
 * do, as with exclusive or, it never ends; with whole numbers for rate and inputs it then comes back to a state in which it
 * has been before, and {@link #isCycling} says so.
 *
 * <p>Not for use by two threads at once.
 */
public final class Perceptron {
    private final Dataset data;
    private final double rate;
    private final double yes;
    private final double[] weights;
    /** The parameters at the beginning of each pass through the examples: from equal ones it goes the same way again. */
    private final Set<List<Double>> met = new HashSet<>();

    private double bias;
    private int looks;
    private int mistakes;
    private int rightInARow;
    private boolean cycling;

    /** What one look at an example was. */
    public record Look(int example, double sum, boolean answer, boolean target) {
        /** Whether the answer was wrong, and the weights moved. */
        public boolean isMistake() {
            return answer != target;
        }
    }

    /**
     * A unit with all weights 0 before its first look.
     *
     * @param data a set with one output and two targets, the higher of which means yes
     * @param rate how far a mistake moves it; it decides the length of the weights, nothing else, since they begin at 0
     * @throws IllegalArgumentException if the data have another task or the rate is not above 0
     */
    public Perceptron(Dataset data, double rate) {
        if (!(data.task() instanceof Dataset.Task.TwoTargets targets) || data.targetWidth() != 1) {
            throw new IllegalArgumentException("a perceptron learns one output with two targets");
        }
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("the rate must be above 0, was " + rate);
        }
        this.data = data;
        this.rate = rate;
        this.yes = targets.high();
        this.weights = new double[data.inputWidth()];
    }

    /** Looks at the next example, and moves if it answers wrongly. */
    public Look look() {
        int example = looks % data.size();
        if (example == 0) {
            cycling |= !met.add(parameters()) && !isConverged();
        }
        double sum = sum(data.inputs(), example * weights.length);
        var look = new Look(example, sum, sum > 0, data.targets()[example] == yes);
        looks++;
        rightInARow = look.isMistake() ? 0 : rightInARow + 1;
        if (look.isMistake()) {
            mistakes++;
            move(example, look.target() ? rate : -rate);
        }
        return look;
    }

    private void move(int example, double by) {
        for (int k = 0; k < weights.length; k++) {
            weights[k] += by * data.inputs()[example * weights.length + k];
        }
        bias += by;
    }

    private List<Double> parameters() {
        List<Double> parameters = new ArrayList<>();
        for (double weight : weights) {
            parameters.add(weight);
        }
        parameters.add(bias);
        return parameters;
    }

    /** The weighted sum of inputs that begin at a place, the bias included. */
    private double sum(double[] inputs, int at) {
        double sum = bias;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * inputs[at + k];
        }
        return sum;
    }

    /** The weighted sum of these inputs, the bias included; above 0 means yes. */
    public double sum(double... inputs) {
        if (inputs.length != weights.length) {
            throw new IllegalArgumentException(inputs.length + " inputs for " + weights.length);
        }
        return sum(inputs, 0);
    }

    /** A copy of the weights. */
    public double[] weights() {
        return weights.clone();
    }

    public double bias() {
        return bias;
    }

    /** How many examples it has looked at. */
    public int looks() {
        return looks;
    }

    /** How many of its answers were wrong; it moved as often. */
    public int mistakes() {
        return mistakes;
    }

    /** Whether it has answered every example rightly since it last moved: it will never move again. */
    public boolean isConverged() {
        return rightInARow >= data.size();
    }

    /** Whether a pass has begun with weights with which an earlier one began: it will go on in circles for ever. */
    public boolean isCycling() {
        return cycling;
    }
}
