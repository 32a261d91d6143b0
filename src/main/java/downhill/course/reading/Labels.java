package downhill.course.reading;

import downhill.course.Stage;
import downhill.course.Widgets;
import downhill.course.text.Mistakes;
import downhill.course.text.Passage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of the controls that a stage shows, those of its widgets as their descriptors list them: the only words, beside links to the glossary, that a scene's text may set in
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

    private final Set<String> labels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private Labels(List<Stage> stages, Widgets widgets) {
        labels.addAll(ON_BOARD);
        stages.forEach(stage -> add(stage, widgets));
    }

    private void add(Stage stage, Widgets widgets) {
        stage.show().stream()
                .flatMap(name -> widgets.named(name).stream())
                .forEach(widget -> labels.addAll(widget.labels()));
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
            case Stage.PerceptronStage s -> {}
        }
    }

    /** The labels of a stage's controls. */
    static Labels of(Stage stage, Widgets widgets) {
        return new Labels(List.of(stage), widgets);
    }

    /** The labels of the controls of several stages. */
    static Labels of(List<Stage> stages, Widgets widgets) {
        return new Labels(stages, widgets);
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
