package downhill.web.widget;

import downhill.web.lab.ExpressionLab;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A widget on its demo page. To add one, add a line to {@link #ALL}.
 *
 * @param name as in the address of its page
 * @param title what it is called
 * @param line what one does with it, in a sentence
 * @param shows the widgets that stand on its stage, in this order
 * @param source which kind of stage, if not a run's, as {@code attribute=value}: {@code "hill=bowl"}
 */
public record WidgetDemo(
        String name,
        String title,
        String line,
        List<String> shows,
        @Nullable String source) {
    public static final List<WidgetDemo> ALL = List.of(
            run("network", "Network diagram", "Each weight, neuron and bias with its number.", "network", "readout"),
            run(
                    "debugger",
                    "Sub-step debugger",
                    "One training step, one part at a time, forward and back.",
                    "network",
                    "debugger"),
            run(
                    "equation",
                    "Equation",
                    "The equations of backpropagation. Press a number to see its factors.",
                    "network",
                    "debugger",
                    "equation"),
            run(
                    "prove-it",
                    "Prove it",
                    "Nudge one weight or bias to both sides, and compare the measured slope with backpropagation's.",
                    "network",
                    "prove-it"),
            run(
                    "tug-of-war",
                    "Tug of war",
                    "How each example of the batch pulls the selected weight or bias, and the mean of all pulls.",
                    "network",
                    "tug-of-war"),
            run("table", "Table", "Every number of the step, with all its decimals.", "network", "table"),
            run("cost-chart", "Cost chart", "The cost over the steps, and every change of a setting.", "cost-chart"),
            run(
                    "sketch",
                    "Sketch",
                    "Draw the cost curve that you expect, then compare it with the real one.",
                    "cost-chart",
                    "sketch"),
            run("decision-map", "Decision map", "The answer of the network for every pair of inputs.", "decision-map"),
            run(
                    "sensitivity",
                    "Sensitivity bars",
                    "How strongly the cost reacts to each weight, and how the next step changes it.",
                    "network",
                    "sensitivity"),
            run(
                    "wiggle",
                    "Wiggle",
                    "Change one weight or bias, and compare the measured cost with the prediction of the slope.",
                    "network",
                    "wiggle"),
            run(
                    "counting",
                    "Counting",
                    "The price of a gradient: by wiggling every weight, and by one backward pass.",
                    "counting"),
            run(
                    "seeds",
                    "Eight seeds",
                    "The same network trained from eight seeds: where each of them ends.",
                    "network",
                    "seeds"),
            run(
                    "neuron",
                    "One neuron",
                    "Its inputs, its curve with the tangent, and the three factors of a gradient.",
                    "neuron"),
            run(
                    "hinton",
                    "Hinton diagram",
                    "Every weight of a layer as a square, as large as the weight.",
                    "hinton",
                    "readout"),
            run(
                    "layer-health",
                    "Layer health",
                    "The length of each layer's gradient, and how many units hardly react.",
                    "layer-health"),
            new WidgetDemo(
                    "weight-picture",
                    "Weight pictures",
                    "The weights into one hidden unit drawn as a picture, and how the picture develops.",
                    List.of("weight-picture"),
                    "run=digits"),
            new WidgetDemo(
                    "digit-pad",
                    "Digit pad",
                    "Draw a digit, and see what the network answers.",
                    List.of("digit-pad"),
                    "run=digits"),
            new WidgetDemo(
                    "graph",
                    "Computation graph",
                    "Values go forward and derivatives back, one node at a time.",
                    List.of("graph"),
                    "expression=" + ExpressionLab.EXAMPLES.getFirst().lab().expression()),
            new WidgetDemo(
                    "nudge",
                    "Nudge",
                    "One variable of a formula changed a little: the change of each node, measured and predicted.",
                    List.of("graph", "nudge"),
                    "expression=" + ExpressionLab.EXAMPLES.getFirst().lab().expression()),
            run("timeline", "Timeline", "Play, pause, one step forward or back, and every step so far.", "cost-chart"),
            hill(
                    "profile",
                    "Profile of a hill",
                    "A hill from the side: walk down by hand in fog, or let gradient descent walk."),
            hill("heights", "Race", "Three walkers with three learning rates, and the height of each."),
            hill(
                    "contour-map",
                    "Contour map",
                    "A hill from above, with the arrows that show each walker its direction."),
            hill(
                    "secant",
                    "Secant",
                    "Rise over run between two points of a hill, measured for smaller and smaller widths."),
            hill("surface", "Surface", "The same hill in space: turn it by dragging or by the arrow keys."),
            hill("landscape", "Landscape", "A slice of a network's cost. Drag the dot to change two weights."),
            new WidgetDemo(
                    "speed",
                    "Speed of drawing",
                    "How long this browser takes for one frame of a 2-8-8-8-1 network, with a map in every neuron.",
                    List.of("speed"),
                    "recorded=deep"));

    /** What there are recordings of under {@code web/static/recorded}; a test keeps them as the server would answer. */
    public static final List<String> RECORDINGS =
            List.of("tiny", "xor", "large", "all-zero", "1e-9", "1e9", "extreme", "empty", "diverged");

    /** What a recording is of, in a sentence. */
    public static String about(String recording) {
        return switch (recording) {
            case "tiny" ->
                "A published worked example: 2 inputs, 2 hidden neurons, 2 outputs, every weight known to all digits.";
            case "xor" -> "The first steps of a small network that learns XOR.";
            case "large" ->
                "784 inputs and 64 hidden neurons, which read digits. Most neurons are hidden until you open their layer.";
            case "all-zero" -> "Every weight is 0. All hidden neurons stay equal, and their weights do not move.";
            case "1e-9" -> "Every weight is about a billionth.";
            case "1e9" -> "Every weight is about a billion.";
            case "extreme" -> "Weights of a billion beside weights of a billionth: most neurons are saturated.";
            case "empty" -> "A recording without a single step, as after a fault.";
            case "diverged" ->
                "A learning rate far too large: the run stops before the first number that is not finite.";
            default -> "";
        };
    }

    private static WidgetDemo run(String name, String title, String line, String... shows) {
        return new WidgetDemo(name, title, line, List.of(shows), null);
    }

    private static WidgetDemo hill(String name, String title, String line) {
        return new WidgetDemo(name, title, line, List.of(), "hill=" + name);
    }

    static Optional<WidgetDemo> named(String name) {
        return ALL.stream().filter(demo -> demo.name.equals(name)).findFirst();
    }

    /** Whether its stage shows a run, which can be recorded. */
    public boolean isOfRun() {
        return source == null;
    }

    /** The value of the stage's attribute of this name, if that is what its stage is chosen by. */
    public @Nullable String attribute(String attribute) {
        return source != null && source.startsWith(attribute + "=") ? source.substring(attribute.length() + 1) : null;
    }
}
