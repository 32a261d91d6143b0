package downhill.insight.diagnosis;

import java.util.List;
import java.util.OptionalDouble;

/** The state of a run as a diagnosis finds it: a trouble with its place and its measured figure, or none. */
public sealed interface Finding {
    /** The name in JSON and in the playground's table of cures. */
    String name();

    /** The units that the finding is about; none if it is about the whole network. */
    default List<Unit> units() {
        return List.of();
    }

    /** One unit of a network: neuron j of a layer, where layer 0 is the input and layer 1 the first hidden one. */
    record Unit(int layer, int j) {}

    /**
     * The cost left the finite numbers, or it is far above its start.
     *
     * @param step the last step with finite numbers, or the step of the diagnosis
     * @param cost over the training set; absent where the numbers are not finite any more
     */
    record Exploded(int step, double learningRate, double startCost, OptionalDouble cost) implements Finding {
        @Override
        public String name() {
            return "exploded";
        }
    }

    /**
     * The test cost has risen well above its lowest value while the training cost fell.
     *
     * @param bestStep the step with the lowest test cost among the compared ones
     */
    record Overfitting(int bestStep, double bestTestCost, double testCost, double bestTrainCost, double trainCost)
            implements Finding {
        @Override
        public String name() {
            return "overfitting";
        }
    }

    /**
     * The training examples are learned.
     *
     * @param accuracy the share of training examples that are right; absent for a number as the target
     */
    record Learned(OptionalDouble accuracy, double cost) implements Finding {
        @Override
        public String name() {
            return "learned";
        }
    }

    /** All units of a hidden layer have the same weights, so they stay copies of each other. */
    record Symmetric(List<Unit> units) implements Finding {
        @Override
        public String name() {
            return "symmetry";
        }
    }

    /**
     * Units of one layer answer 0 with slope 0 for every checked example.
     *
     * @param of the number of units in the layer
     * @param examples the number of checked training examples
     * @param isSample true if the training set has more examples than were checked
     */
    record Dead(List<Unit> units, int of, int examples, boolean isSample) implements Finding {
        @Override
        public String name() {
            return "dead-units";
        }
    }

    /**
     * Units of one layer are on a flat part of their curve for nearly every checked example.
     *
     * @param of the number of units in the layer
     * @param share the share of their answers that are on a flat part, 0 to 1
     */
    record Saturated(List<Unit> units, int of, double share) implements Finding {
        @Override
        public String name() {
            return "saturation";
        }
    }

    /** The training cost goes up and down between these two values within a few steps. */
    record Oscillating(double learningRate, double low, double high) implements Finding {
        @Override
        public String name() {
            return "oscillation";
        }
    }

    /** The cost has stopped falling at a learning rate far above the usual one. */
    record LargeRate(double learningRate, int step) implements Finding {
        @Override
        public String name() {
            return "large-rate";
        }
    }

    /**
     * A step changes the weights by a tiny share of their size.
     *
     * @param share the length of the update as a share of the length of all weights
     */
    record Slow(double learningRate, double share) implements Finding {
        @Override
        public String name() {
            return "slow";
        }
    }

    /**
     * The gradient shrinks from layer to layer on its way back.
     *
     * @param ratio the length of the last layer's gradient as a multiple of the first layer's
     * @param activation the activation of the hidden layers
     */
    record Vanishing(List<Unit> units, double ratio, String activation) implements Finding {
        @Override
        public String name() {
            return "vanishing-gradient";
        }
    }

    /**
     * The network has no curved hidden layer: it only weighs its inputs and adds them up.
     *
     * @param hasHidden true if there are hidden layers, all of them with the identity
     * @param accuracy the share of training examples that are right; absent for a number as the target
     */
    record Straight(boolean hasHidden, OptionalDouble accuracy) implements Finding {
        @Override
        public String name() {
            return hasHidden ? "straight" : "no-hidden-layer";
        }
    }

    /** The cost has stopped falling although the gradient reaches every layer. */
    record TooSmall(int step, int hiddenUnits, OptionalDouble accuracy) implements Finding {
        @Override
        public String name() {
            return "too-small";
        }
    }

    /** The cost has stopped falling, and the gradient is short: the run may go on to fall later, or never. */
    record Plateau(double cost, double gradient) implements Finding {
        @Override
        public String name() {
            return "plateau";
        }
    }

    /** The run has no trouble so far. */
    record Learning() implements Finding {
        @Override
        public String name() {
            return "learning";
        }
    }
}
