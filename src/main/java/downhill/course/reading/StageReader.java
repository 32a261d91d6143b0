package downhill.course.reading;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.course.Choices;
import downhill.course.LessonRun;
import downhill.course.Stage;
import downhill.course.Stage.GraphStage;
import downhill.course.Stage.Item;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.Row;
import downhill.course.Stage.RunStage;
import downhill.course.Stage.SubstepName;
import downhill.course.Widget.StageKind;
import downhill.course.Widgets;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import downhill.insight.health.HealthTrial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what a scene shows. */
public final class StageReader {
    static final Stage EMPTY = new RunStage(
            "",
            OptionalInt.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Stage.USUAL_SPEED,
            Optional.empty(),
            Optional.empty());

    private static final List<String> CONTROLS =
            List.of("learningRate", "momentum", "play", "points", "step", "weights");

    private static final List<String> KINDS = List.of("run", "hill", "expression", "landscape", "perceptron");
    static final int MOST_STEPS = 10_000;
    private static final int MOST_SPEED = 200;

    private final Widgets widgets;
    private final Map<String, LessonRun> runs;
    private final Set<String> refused;
    private final LabelWords labelWords;
    private final String lesson;
    private List<String> words = List.of();

    /**
     * A reader of stages.
     *
     * @param widgets that they may show
     * @param refused names of runs that cannot be made
     * @param labelWords the words taught by the lessons before
     * @param lesson the lesson's name
     */
    StageReader(
            Widgets widgets, Map<String, LessonRun> runs, Set<String> refused, LabelWords labelWords, String lesson) {
        this.widgets = widgets;
        this.runs = runs;
        this.refused = refused;
        this.labelWords = labelWords;
        this.lesson = lesson;
    }

    Widgets widgets() {
        return widgets;
    }

    Map<String, LessonRun> runs() {
        return runs;
    }

    /** Returns the words that the labels of the stage read last may use. */
    List<String> words() {
        return words;
    }

    /**
     * A stage with what its block says of the scene itself.
     *
     * @param continues whether the scene goes on with the state that the learner left in the scene before
     * @param optional whether a learner may skip the scene
     */
    record Declared(Stage stage, boolean continues, boolean optional) {}

    Optional<Declared> read(YamlValue yaml) {
        Fields fields = yaml.fields();
        labelWords.teach(fields, lesson);
        words = labelWords.of(fields);
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            yaml.refuse("a stage has one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        Optional<Stage> stage = switch (kinds.getFirst()) {
            case "run" -> run(fields);
            case "hill" -> HillReader.read(fields, widgets.on(StageKind.HILL)).map(Stage.class::cast);
            case "expression" -> graph(fields);
            case "perceptron" ->
                PerceptronReader.stage(fields, show(fields, widgets.on(StageKind.PERCEPTRON)))
                        .map(Stage.class::cast);
            default -> landscape(fields);
        };
        boolean continues = flag(fields, "continues");
        boolean optional = flag(fields, "optional");
        fields.refuseUnknown();
        return stage.map(shown -> new Declared(shown, continues, optional));
    }

    /** The names of an enum's values, as authors write them. */
    static List<String> namesOf(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean flag(Fields fields, String name) {
        return fields.value(name).map(YamlValue::flag).orElse(false);
    }

    /** The names of a list, each one of those that there are. */
    static List<String> names(Fields fields, String field, String kind, List<String> names) {
        return fields.list(field).stream()
                .map(value -> value.choice(kind, names))
                .toList();
    }

    static List<String> show(Fields fields, List<String> widgets) {
        List<String> show = names(fields, "show", "widget", widgets);
        if (show.isEmpty()) {
            fields.mistakes()
                    .note(fields.place(), "\"show\" is missing: the widgets, for example [" + widgets.getFirst() + "]");
        }
        return show;
    }

    private Optional<String> runName(Fields fields, String field) {
        YamlValue name = fields.of(field);
        fields.value(field);
        if (refused.contains(name.text())) {
            return Optional.empty();
        }
        if (!runs.containsKey(name.text())) {
            fields.mistakes().unknown(name.place(), "run", name.text(), runs.keySet());
            return Optional.empty();
        }
        return Optional.of(name.text());
    }

    private static OptionalInt step(Fields fields) {
        return fields.value("at")
                .map(v -> OptionalInt.of(v.whole(0, MOST_STEPS)))
                .orElse(OptionalInt.empty());
    }

    private Optional<Stage> run(Fields fields) {
        Optional<String> name = runName(fields, "run");
        OptionalInt at = step(fields);
        List<String> show = show(fields, widgets.on(StageKind.RUN));
        Optional<SubstepName> substep = fields.value("moment").map(SelectionReader::substep);
        Optional<Item> select = fields.value("select")
                .flatMap(v -> name.map(runs::get)
                        .flatMap(run ->
                                SelectionReader.item(v, run.spec().network().layers())));
        List<String> locked = names(fields, "locked", "control", CONTROLS);
        int speed = fields.value("speed").map(v -> v.whole(0, MOST_SPEED)).orElse(Stage.USUAL_SPEED);
        Optional<Row> row = fields.value("row").map(this::row);
        Optional<Choices> choices = fields.value("choices").flatMap(v -> ChoicesReader.choices(v, name.map(runs::get)));
        refuseWithout(fields, show, "health-row", "row");
        refuseWithout(fields, show, "choices", "choices");
        name.ifPresent(n -> requireAfterTweaks(fields, n, at));
        return name.map(n -> new RunStage(n, at, show, substep, select, locked, speed, row, choices));
    }

    /** Notes a mistake unless a stage has both a widget and the key that it needs, or neither. */
    private static void refuseWithout(Fields fields, List<String> show, String widget, String key) {
        if (show.contains(widget) != fields.has(key)) {
            fields.mistakes()
                    .note(fields.place(), "the widget " + widget + " and the key \"" + key + "\" need each other");
        }
    }

    /** A run of the learner's own goes on from the shown step, without a tweak that comes there or later. */
    private void requireAfterTweaks(Fields fields, String name, OptionalInt at) {
        LessonRun run = runs.get(name);
        if (run != null && !run.tweaks().isEmpty()) {
            int last = run.tweaks().getLast().step();
            if (at.orElse(0) <= last) {
                fields.of("at")
                        .refuse("the run \"" + name + "\" is changed at step " + last + ": show a later step, at least "
                                + (last + 1));
            }
        }
    }

    private Row row(YamlValue value) {
        Fields fields = value.fields();
        List<String> names = names(fields, "runs", "run", List.copyOf(runs.keySet()));
        int steps = fields.required("steps")
                .map(v -> v.whole(1, HealthTrial.MOST_STEPS))
                .orElse(1);
        fields.refuseUnknown();
        for (String name : names) {
            LessonRun run = runs.get(name);
            if (run != null && run.start().newest().network().weightCount() > HealthTrial.MOST_WEIGHTS) {
                value.refuse("the run \"" + name + "\" has more than " + HealthTrial.MOST_WEIGHTS + " weights");
            }
        }
        return new Row(names, steps);
    }

    private Optional<Stage> graph(Fields fields) {
        String expression = fields.text("expression");
        Map<String, Double> values = fields.numbersByName("values");
        List<String> show = show(fields, widgets.on(StageKind.GRAPH));
        boolean edit = flag(fields, "edit");
        try {
            GraphEvaluation.of(Graph.of(expression), values);
        } catch (ExpressionException e) {
            fields.of("expression").refuse("this expression cannot be shown: " + e.getMessage());
            return Optional.empty();
        }
        return Optional.of(new GraphStage(expression, values, show, edit));
    }

    private Optional<Stage> landscape(Fields fields) {
        Optional<String> name = runName(fields, "landscape");
        String directions = fields.text("directions");
        if (!directions.matches("random|path|weights:\\d+\\.\\d+\\.\\d+,\\d+\\.\\d+\\.\\d+")) {
            fields.of("directions")
                    .refuse("directions are random, path or weights:0.0.1,1.0.0, not \"" + directions + "\"");
        }
        double span = fields.number("span").orElse(1);
        OptionalInt at = step(fields);
        List<String> show = show(fields, widgets.on(StageKind.LANDSCAPE));
        refuseWithout(fields, show, "health-row", "row");
        refuseWithout(fields, show, "choices", "choices");
        name.ifPresent(n -> requireAfterTweaks(fields, n, at));
        return name.map(n -> new LandscapeStage(n, at, directions, span, show));
    }
}
