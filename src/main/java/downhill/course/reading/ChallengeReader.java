package downhill.course.reading;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.course.Challenge.Act;
import downhill.course.Challenge.GraphSolution;
import downhill.course.Challenge.HillSolution;
import downhill.course.Challenge.RunSolution;
import downhill.course.Challenge.Solution;
import downhill.course.Choices;
import downhill.course.Goal;
import downhill.course.HillTrial;
import downhill.course.LessonRun;
import downhill.course.Stage;
import downhill.course.text.Fields;
import downhill.course.text.YamlValue;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.json.TweakJson;
import downhill.json.form.BadInputException;
import downhill.train.spec.Tweak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a challenge's goal and its solution, which depend on what the stage shows. */
public final class ChallengeReader {
    private static final int MOST_STEPS = 100_000;

    private final Stage stage;
    private final GoalReader goals;

    ChallengeReader(Stage stage, Map<String, LessonRun> runs) {
        this.stage = stage;
        this.goals = new GoalReader(stage, runs);
    }

    Goal goal(Fields fields) {
        return fields.required("goal")
                .map(value -> goals.read(value.fields()))
                .orElseGet(() -> new Goal.OnHill(
                        Optional.empty(), java.util.OptionalInt.empty(), false, java.util.OptionalDouble.empty()));
    }

    /** One {@code solution}, or each of the {@code solutions}. */
    List<Solution> solutions(Fields fields) {
        if (fields.has("solutions")) {
            return fields.list("solutions").stream().map(this::solution).toList();
        }
        return fields.required("solution").map(this::solution).stream().toList();
    }

    private Solution solution(YamlValue value) {
        return switch (stage) {
            case Stage.RunStage s -> onRun(value);
            case Stage.LandscapeStage s -> onRun(value);
            case Stage.HillStage s -> onHill(value, s);
            case Stage.GraphStage s -> onGraph(value);
            case Stage.PerceptronStage s -> PerceptronReader.solution(value.fields(), s);
        };
    }

    private Solution onRun(YamlValue value) {
        List<Act> acts = new ArrayList<>();
        for (YamlValue element : value.elements()) {
            Fields fields = element.fields();
            OptionalInt backTo = fields.value("back to")
                    .map(v -> OptionalInt.of(v.whole(0, MOST_STEPS)))
                    .orElse(OptionalInt.empty());
            Optional<Choices.Choice> choice = fields.value("choose").map(this::choice);
            Optional<Tweak> tweak = fields.value("tweak").flatMap(ChallengeReader::tweak);
            int steps = fields.value("steps").map(v -> v.whole(0, MOST_STEPS)).orElse(0);
            OptionalInt example = fields.value("example")
                    .map(v -> OptionalInt.of(v.whole(0, Integer.MAX_VALUE)))
                    .orElse(OptionalInt.empty());
            fields.refuseUnknown();
            acts.add(new Act(backTo, choice, tweak, steps, example));
        }
        return new RunSolution(List.copyOf(acts));
    }

    private Choices.Choice choice(YamlValue value) {
        Choices.Choice choice = ChoicesReader.choice(value);
        boolean isOffered = stage instanceof Stage.RunStage s
                && s.choices()
                        .filter(offered -> choice.activation().stream().allMatch(offered.activations()::contains)
                                && choice.initializer().stream().allMatch(offered.initializers()::contains))
                        .isPresent();
        if (!isOffered) {
            value.refuse("this stage does not offer this choice; see its \"choices\"");
        }
        return choice;
    }

    private static Optional<Tweak> tweak(YamlValue value) {
        try {
            return Optional.of(TweakJson.read(value.json().getBytes(StandardCharsets.UTF_8)));
        } catch (BadInputException e) {
            e.problems().forEach(p -> value.at(p.pointer()).refuse("this change cannot be made: " + p.detail()));
            return Optional.empty();
        }
    }

    private static Solution onHill(YamlValue value, Stage.HillStage stage) {
        Fields fields = value.fields();
        HillInfo info = Hills.named(stage.hill()).orElseThrow();
        Stage.Walker walker = stage.walkers().getFirst();
        int steps = fields.value("steps").map(v -> v.whole(0, MOST_STEPS)).orElse(stage.steps());
        HillTrial trial = WalkerReader.trial(fields, info, steps);
        List<Double> start = fields.has("start") ? trial.start() : walker.start();
        fields.refuseUnknown();
        return new HillSolution(new HillTrial(start, trial.optimizer(), steps));
    }

    private static Solution onGraph(YamlValue value) {
        Fields fields = value.fields();
        String expression = fields.text("expression");
        Map<String, Double> values = fields.numbersByName("values");
        fields.refuseUnknown();
        try {
            GraphEvaluation.of(Graph.of(expression), values);
        } catch (ExpressionException e) {
            value.refuse("this expression cannot be evaluated: " + e.getMessage());
        }
        return new GraphSolution(expression, values);
    }
}
