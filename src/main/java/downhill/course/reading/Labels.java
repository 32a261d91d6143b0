package downhill.course.reading;

import downhill.course.Stage;
import downhill.course.text.Mistakes;
import downhill.course.text.Passage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of the controls that a stage shows: the only words, beside links to the glossary, that a scene's text may set in
 * bold. A browser test compares the labels that lessons name with the controls of their pages.
 */
public final class Labels {
    private static final List<String> RATE = List.of("Learning rate", "Momentum");
    private static final List<String> TIME = List.of("Play", "Pause", "Step back", "Step forward");

    /** The labels below every figure. */
    private static final List<String> ON_BOARD = List.of(
            "Begin again",
            "Bring back my run",
            "Bring back my walk",
            "Bring back my figure",
            "Describe",
            "Present",
            "Copy link",
            "Embed");

    /** The labels below every hill. */
    private static final List<String> ON_HILL =
            List.of("Feel the slope", "Left", "Right", "North", "South", "East", "West", "Fog", "Compare with descent");

    /** The labels of a computation graph. */
    private static final List<String> ON_GRAPH = List.of(
            "To the beginning",
            "To the end",
            "Step back",
            "Next value",
            "Next derivative",
            "Play",
            "Pause",
            "Check the guess",
            "The formula");

    private static final List<String> OF_NEURON = List.of("weight w", "bias b");

    /** The labels of the debugger, which takes a step apart. */
    private static final List<String> IN_A_STEP = List.of(
            "Next moment",
            "Previous moment",
            "Forward pass",
            "Cost",
            "Backward pass",
            "Update",
            "New cost",
            "by layer",
            "by neuron",
            "the step as a whole");

    /** The labels inside each widget. */
    private static final Map<String, List<String>> IN_WIDGET = Map.ofEntries(
            Map.entry("timeline", TIME),
            Map.entry("tuning", RATE),
            Map.entry("prove-it", List.of("Prove it")),
            Map.entry("counting", List.of("Count and time both ways", "Run it again")),
            Map.entry("seeds", List.of("Train 8 seeds")),
            Map.entry("cost-chart", List.of("linear", "log", "As a table")),
            Map.entry("equation", List.of("one neuron", "matrices", "all decimals", "all equations")),
            Map.entry("debugger", IN_A_STEP),
            Map.entry("nudge", List.of("Nudge", "z")),
            Map.entry("secant", List.of("Width k")),
            Map.entry("sensitivity", List.of("largest first")),
            Map.entry("neuron", OF_NEURON),
            Map.entry("neuron-curve", OF_NEURON),
            Map.entry("examples", List.of("show")),
            Map.entry("digit-pad", List.of("Clear", "Put in an example")),
            Map.entry("decision-map", List.of("Change the points", "Add", "Undo", "Recolour", "Remove")));

    private final Set<String> labels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private Labels(Stage stage) {
        labels.addAll(ON_BOARD);
        stage.show().forEach(widget -> labels.addAll(IN_WIDGET.getOrDefault(widget, List.of())));
        switch (stage) {
            case Stage.HillStage s -> {
                labels.addAll(ON_HILL);
                labels.addAll(TIME);
                labels.addAll(RATE);
                for (Stage.Walker walker : s.walkers()) {
                    RATE.forEach(label -> labels.add(label + " of " + walker.name()));
                }
            }
            case Stage.GraphStage s -> {
                labels.addAll(ON_GRAPH);
                labels.addAll(s.values().keySet());
            }
            case Stage.RunStage s -> {}
            case Stage.LandscapeStage s -> {}
        }
    }

    /** The labels of a stage's controls. */
    static Labels of(Stage stage) {
        return new Labels(stage);
    }

    /** Warns of each bold word in a passage that is the label of no control here. */
    void check(Passage passage, Mistakes mistakes) {
        for (Passage.Bound bold : passage.bold()) {
            if (!labels.contains(bold.path())) {
                mistakes.warn(
                        bold.place(),
                        "the bold words \"" + bold.path()
                                + "\" are neither a glossary link nor the label of a control in"
                                + " this scene's figure; write *emphasis*, **[the word](glossary:name)** or one of "
                                + String.join(", ", labels));
            }
        }
    }
}
