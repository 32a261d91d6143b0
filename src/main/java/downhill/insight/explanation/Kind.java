package downhill.insight.explanation;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of numbers in a training step, each with its word and the place that its indices name. */
public enum Kind {
    INPUT("input", Place.INPUT),
    TARGET("target", Place.OUTPUT),
    WEIGHT("weight", Place.WEIGHT),
    BIAS("bias", Place.NEURON),
    SUM("z", Place.NEURON),
    ACTIVATION("a", Place.NEURON),
    /** The softmax's denominator: the sum of e^z over the last layer. */
    TOTAL("total", Place.NONE),
    /** The slope of the activation function at z. */
    SLOPE("slope", Place.NEURON),
    /** The reduced cost of the step's batch. */
    COST("cost", Place.NONE),
    /** The cost of the shown example alone. */
    OWN_COST("own-cost", Place.NONE),
    /** The derivative of the shown example's cost by an output. */
    COST_SLOPE("cost-slope", Place.OUTPUT),
    /** The mean of the cost slopes, weighted with the outputs of a softmax. */
    SPREAD("spread", Place.NONE),
    /** The derivative of the shown example's cost by a hidden activation. */
    BACK("back", Place.NEURON),
    /** The derivative of the shown example's cost by a weighted sum. */
    DELTA("delta", Place.NEURON),
    /** The derivative of the shown example's cost by a weight or bias. */
    OWN("own", Place.PARAMETER),
    /** The step's gradient of a weight or bias, a regularization included. */
    GRADIENT("gradient", Place.PARAMETER),
    UPDATE("update", Place.PARAMETER),
    /** A weight or bias with its update added. */
    NEW("new", Place.PARAMETER),
    RATE("rate", Place.NONE),
    MOMENTUM("momentum", Place.NONE),
    DECAY("decay", Place.NONE),
    EPSILON("epsilon", Place.NONE),
    BETA1("beta1", Place.NONE),
    BETA2("beta2", Place.NONE),
    WEIGHT_DECAY("weight-decay", Place.NONE),
    PENALTY_RATE("penalty-rate", Place.NONE),
    VELOCITY("velocity", Place.PARAMETER),
    NEW_VELOCITY("new-velocity", Place.PARAMETER),
    SQUARES("squares", Place.PARAMETER),
    NEW_SQUARES("new-squares", Place.PARAMETER),
    FIRST("first", Place.PARAMETER),
    NEW_FIRST("new-first", Place.PARAMETER),
    CORRECTED_FIRST("corrected-first", Place.PARAMETER),
    SECOND("second", Place.PARAMETER),
    NEW_SECOND("new-second", Place.PARAMETER),
    CORRECTED_SECOND("corrected-second", Place.PARAMETER),
    /** The update of a weight before weight decay. */
    RULED("ruled", Place.PARAMETER);

    /** The object that indices name. */
    enum Place {
        /** One number for the whole step, without an object. */
        NONE,
        /** Input k: {@code [k]}. */
        INPUT,
        /** Output j: {@code [j]}. */
        OUTPUT,
        /** Neuron j of layer l+1, also for its bias: {@code [l, j]}. */
        NEURON,
        /** The weight from neuron k of layer l to neuron j of layer l+1: {@code [l, j, k]}. */
        WEIGHT,
        /** A weight, {@code [l, j, k]}, or a bias, {@code [l, j]}. */
        PARAMETER
    }

    private final String word;
    private final Place place;

    Kind(String word, Place place) {
        this.word = word;
        this.place = place;
    }

    /** The name in addresses and in JSON. */
    public String word() {
        return word;
    }

    Place place() {
        return place;
    }

    static Optional<Kind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
