package downhill.course.reading;

import java.util.List;
import java.util.stream.Stream;

/** The names by which a stage's block calls for widgets, controls and moments. */
public final class Widgets {
    public static final List<String> ON_RUN = List.of(
            "network",
            "debugger",
            "equation",
            "prove-it",
            "tug-of-war",
            "sensitivity",
            "wiggle",
            "cost-chart",
            "decision-map",
            "timeline",
            "tuning",
            "readout",
            "neuron",
            "neuron-curve",
            "hinton",
            "weight-picture",
            "layer-health",
            "digit-pad",
            "examples",
            "counting",
            "seeds");

    public static final List<String> ON_HILL = List.of("profile", "contour-map", "surface", "heights", "secant");

    public static final List<String> ON_GRAPH = List.of("graph", "nudge");

    public static final List<String> ON_LANDSCAPE =
            Stream.concat(ON_RUN.stream(), Stream.of("contour-map", "surface")).toList();

    static final List<String> CONTROLS = List.of("learningRate", "momentum", "play", "points", "step", "weights");

    static final List<String> MOMENTS = List.of("z", "a", "cost", "delta", "gradient", "mean", "update", "again");

    private Widgets() {}
}
