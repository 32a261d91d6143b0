package downhill.web.widget;

import java.util.List;

/** The recordings that demo pages offer. */
public final class Recordings {
    /** The names of the recordings under {@code web/static/recorded}; a test keeps them as the server would answer. */
    public static final List<String> NAMES =
            List.of("tiny", "xor", "large", "all-zero", "1e-9", "1e9", "extreme", "empty", "diverged");

    /** Returns the content of a recording, in a sentence. */
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

    private Recordings() {}
}
