package downhill.insight.explanation;

import downhill.net.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * The name of a quantity: in symbols, in words, and as a part of the figure.
 *
 * @param form how the letter is written: {@code plain}, {@code prime} (a new value), {@code change} (with a capital delta), {@code curve-slope}
 *     (the derivative of the activation function at the letter), {@code slope} (the derivative of the cost by the letter), {@code own-slope} (the same, of the
 *     shown example's cost alone)
 * @param letter the symbol without its indices, for example "w"
 * @param at the quantity's indices that the symbol shows, counted from 0; none for a single number
 * @param title in words: "delta of output 1"
 * @param look the kind of colour that it has in the figures: "weight", "gradient", "cost" or ""
 * @param item the part of the figure that it belongs to
 */
public record Label(String form, String letter, List<Integer> at, String title, String look, Optional<Item> item) {
    /** A part of the figure: a "weight" or "bias" by its indices, or a "neuron" by its layer (0 is the input) and its place. */
    public record Item(String kind, List<Integer> at) {}

    /** The names of one run's quantities. */
    public static final class Book {
        private final Names names;
        private final int outputLayer;

        /** The names in a network whose output layer has this number; layer 0 is the input. */
        public Book(Names names, int outputLayer) {
            this.names = names;
            this.outputLayer = outputLayer;
        }

        public Label of(Quantity q) {
            return switch (q.kind().place()) {
                case NONE -> single(q);
                case INPUT -> neuron(q, "plain", "x", "", 0, q.only(), "");
                case OUTPUT -> output(q);
                case NEURON -> ofNeuron(q);
                case WEIGHT, PARAMETER -> ofParameter(q);
            };
        }

        private Label single(Quantity q) {
            return switch (q.kind()) {
                case COST -> number("C", "cost", "cost");
                case OWN_COST -> new Label("own", "C", List.of(), "cost of this example", "cost", Optional.empty());
                case TOTAL -> number("S", "sum of e^z over the outputs", "");
                case SPREAD -> number("m", "mean of the cost slopes, weighted with the outputs", "cost");
                case RATE -> number("η", "learning rate", "");
                case MOMENTUM -> number("μ", "momentum", "");
                case DECAY -> number("ρ", "decay of the mean of squares", "");
                case EPSILON -> number("ε", "epsilon", "");
                case BETA1 -> number("β₁", "decay of the first moment", "");
                case BETA2 -> number("β₂", "decay of the second moment", "");
                case WEIGHT_DECAY -> number("λ", "weight decay", "");
                default -> number("r", "rate of the regularization", "");
            };
        }

        private static Label number(String letter, String title, String look) {
            return new Label("plain", letter, List.of(), title, look, Optional.empty());
        }

        private Label neuron(Quantity q, String form, String letter, String before, int layer, int j, String look) {
            Item item = new Item("neuron", List.of(layer, j));
            return new Label(form, letter, q.at(), before + names.neuron(layer, j), look, Optional.of(item));
        }

        private Label output(Quantity q) {
            int j = q.only();
            return q.kind() == Kind.TARGET
                    ? neuron(q, "plain", "y", "target of ", outputLayer, j, "")
                    : new Label(
                            "own-slope",
                            "a",
                            List.of(outputLayer - 1, j),
                            "slope of the cost by " + names.neuron(outputLayer, j),
                            "cost",
                            Optional.of(new Item("neuron", List.of(outputLayer, j))));
        }

        private Label ofNeuron(Quantity q) {
            int layer = q.l() + 1;
            int j = q.j();
            return switch (q.kind()) {
                case BIAS -> ofParameter(q);
                case SUM -> neuron(q, "plain", "z", "weighted sum of ", layer, j, "");
                case ACTIVATION -> neuron(q, "plain", "a", "activation of ", layer, j, "");
                case SLOPE -> neuron(q, "curve-slope", "z", "slope of ", layer, j, "");
                case DELTA -> neuron(q, "plain", "δ", "delta of ", layer, j, "gradient");
                default -> neuron(q, "own-slope", "a", "slope of the cost by ", layer, j, "gradient");
            };
        }

        private Label ofParameter(Quantity q) {
            boolean isBias = q.parameter() instanceof Parameter.Bias;
            String name = names.parameter(q.parameter());
            String letter = isBias ? "b" : "w";
            return switch (q.kind()) {
                case WEIGHT, BIAS -> parameter(q, "plain", letter, name, "weight");
                case OWN -> parameter(q, "own-slope", letter, "gradient of " + name + ", on this example", "gradient");
                case GRADIENT -> parameter(q, "slope", letter, "gradient of " + name, "gradient");
                case UPDATE -> parameter(q, "change", letter, "update of " + name, "weight");
                case NEW -> parameter(q, "prime", letter, "new value of " + name, "weight");
                case VELOCITY -> parameter(q, "plain", "v", "velocity left by the steps before", "weight");
                case NEW_VELOCITY -> parameter(q, "prime", "v", "velocity with this step’s gradient", "weight");
                case SQUARES -> parameter(q, "plain", "s", "squares of the gradients before", "weight");
                case NEW_SQUARES -> parameter(q, "prime", "s", "squares with this step’s gradient", "weight");
                case FIRST -> parameter(q, "plain", "m", "mean of the gradients before", "weight");
                case NEW_FIRST -> parameter(q, "prime", "m", "mean with this step’s gradient", "weight");
                case CORRECTED_FIRST -> parameter(q, "plain", "m̂", "that mean without its pull towards 0", "weight");
                case SECOND -> parameter(q, "plain", "s", "mean of the squared gradients before", "weight");
                case NEW_SECOND -> parameter(q, "prime", "s", "mean of squares with this step’s gradient", "weight");
                case CORRECTED_SECOND ->
                    parameter(q, "plain", "ŝ", "that mean of squares without its pull towards 0", "weight");
                default -> parameter(q, "plain", "u", "update before weight decay", "weight");
            };
        }

        private static Label parameter(Quantity q, String form, String letter, String title, String look) {
            String kind = q.parameter() instanceof Parameter.Bias ? "bias" : "weight";
            return new Label(form, letter, q.at(), title, look, Optional.of(new Item(kind, q.at())));
        }
    }
}
