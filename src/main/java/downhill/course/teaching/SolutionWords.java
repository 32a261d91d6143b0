package downhill.course.teaching;

import downhill.course.Challenge;
import downhill.course.Challenge.Act;
import downhill.course.Challenge.GraphSolution;
import downhill.course.Challenge.HillSolution;
import downhill.course.Challenge.PerceptronSolution;
import downhill.course.Challenge.RunSolution;
import downhill.course.Challenge.Solution;
import downhill.course.Choices;
import downhill.course.HillTrial;
import downhill.course.Lesson;
import downhill.course.PerceptronTrial;
import downhill.course.Stage;
import downhill.descent.rule.Hyperparameter;
import downhill.insight.explanation.Names;
import downhill.math.text.NumberText;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.Perceptron;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Solutions of challenges in plain sentences, made from what a test carries out. */
final class SolutionWords {
    private static final int DIGITS = 6;

    private final Lesson lesson;
    private final Stage stage;

    SolutionWords(Lesson lesson, Stage stage) {
        this.lesson = lesson;
        this.stage = stage;
    }

    /** Each way to meet a challenge. */
    List<String> of(Challenge challenge) {
        return challenge.solutions().stream().map(this::words).toList();
    }

    private String words(Solution solution) {
        return switch (solution) {
            case RunSolution s -> onRun(s);
            case HillSolution s ->
                onHill(s.trial(), ((Stage.HillStage) stage).walkers().getFirst());
            case GraphSolution s -> onGraph(s);
            case PerceptronSolution s -> onPerceptron(s.trial());
        };
    }

    private String onRun(RunSolution solution) {
        String run = stage instanceof Stage.LandscapeStage s ? s.run() : ((Stage.RunStage) stage).run();
        TweakWords tweaks =
                new TweakWords(new Names(lesson.start(run, OptionalInt.empty()).newest()));
        List<String> sentences = new ArrayList<>();
        for (Act act : solution.acts()) {
            act.backTo().ifPresent(step -> sentences.add("Go back to step " + NumberText.count(step) + "."));
            act.choice().ifPresent(choice -> sentences.add(chosen(choice)));
            act.tweak().ifPresent(tweak -> sentences.add(tweaks.of(tweak)));
            if (act.steps() > 0) {
                sentences.add("Make " + NumberText.count(act.steps()) + (act.steps() == 1 ? " step." : " steps."));
            }
            act.example().ifPresent(i -> sentences.add("Show example " + NumberText.count(i + 1) + "."));
        }
        return String.join(" ", sentences);
    }

    private static String chosen(Choices.Choice choice) {
        List<String> chosen = new ArrayList<>();
        choice.activation().ifPresent(a -> chosen.add("the activation " + a.label()));
        choice.initializer().ifPresent(i -> chosen.add("the initial weights “" + Choices.label(i) + "”"));
        return "Choose " + String.join(" and ", chosen) + ".";
    }

    private static String onHill(HillTrial trial, Stage.Walker walker) {
        List<String> sentences = new ArrayList<>();
        if (!trial.start().equals(walker.start())) {
            sentences.add("Move the start to " + place(trial.start()) + ".");
        }
        List<String> settings = new ArrayList<>();
        double rate = trial.optimizer().learningRate();
        if (rate != walker.optimizer().learningRate()) {
            settings.add("the learning rate to " + number(rate));
        }
        double momentum = trial.optimizer().rule().setting(Hyperparameter.MOMENTUM, 0);
        if (momentum != walker.optimizer().rule().setting(Hyperparameter.MOMENTUM, 0)) {
            settings.add("the momentum to " + number(momentum));
        }
        if (!settings.isEmpty()) {
            sentences.add("Set " + String.join(" and ", settings) + ".");
        }
        sentences.add("Make " + NumberText.count(trial.steps()) + " steps.");
        return String.join(" ", sentences);
    }

    private static String place(List<Double> at) {
        return at.size() == 1
                ? "x = " + number(at.getFirst())
                : at.stream().map(SolutionWords::number).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String onGraph(GraphSolution solution) {
        String values = solution.values().entrySet().stream()
                .map(value -> value.getKey() + " = " + number(value.getValue()))
                .collect(Collectors.joining(" and "));
        return "Type the formula " + solution.expression() + (values.isEmpty() ? "." : " and keep " + values + ".");
    }

    private static String onPerceptron(PerceptronTrial trial) {
        return trial.line().map(SolutionWords::line).orElseGet(() -> {
            Corners corners = trial.corners();
            return "Give the target 1 to " + corners(corner -> corners.target(corner) == 1)
                    + ", and the target 0 to the others.";
        });
    }

    private static String line(Perceptron line) {
        String sides = ", with the output 1 at " + corners(corner -> line.output(corner) == 1) + ".";
        if (line.w1() != 0 && line.w2() != 0 && line.bias() != 0) {
            String first = place(List.of(-line.bias() / line.w1(), 0.0));
            String second = place(List.of(0.0, -line.bias() / line.w2()));
            return "Draw the line through " + first + " and " + second + sides;
        }
        return "Draw the line with w₁ = " + number(line.w1()) + ", w₂ = " + number(line.w2()) + " and b = "
                + number(line.bias()) + sides;
    }

    private static String corners(IntPredicate wanted) {
        List<String> places = IntStream.range(0, Corners.COUNT)
                .filter(wanted)
                .mapToObj(corner -> "(" + Corners.x1(corner) + ", " + Corners.x2(corner) + ")")
                .toList();
        return places.isEmpty() ? "no example" : String.join(" and ", places);
    }

    private static String number(double x) {
        return NumberText.plain(x, DIGITS);
    }
}
