package downhill.course.grading;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import downhill.course.Check;
import downhill.course.Code;
import downhill.course.Code.Gap;
import downhill.course.Gaps;
import downhill.course.Lesson;
import downhill.course.Stage.RunStage;
import downhill.course.grading.CodeVerdict.OfGap;
import downhill.course.grading.CodeVerdict.Outcome;
import downhill.math.text.EditDistance;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Judges expressions in the gaps of a program: each is computed with the numbers of several steps and examples of the scene's run, and must give what
 * the engine found there.
 */
public final class CodeGrader {
    /** The steps whose numbers are tried. Their batches hold different examples. */
    private static final int STEPS = 8;

    /** The number of wrong answers after which the complete program is shown. */
    private static final int TRIES = 4;

    private static final double NEAR = 1e-9;
    private static final double LEAST = 1e-13;

    private final Code code;
    private final List<Picture> pictures;

    /** A grader by the numbers of these steps. */
    CodeGrader(Code code, List<Picture> pictures) {
        this.code = code;
        this.pictures = pictures;
    }

    /** A grader by the first steps of a scene's run, each with the first example of its batch. */
    public static CodeGrader of(Code code, Lesson lesson, RunStage stage) {
        List<Picture> pictures = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Run run = lesson.start(stage.run(), OptionalInt.of(step)).newest();
            pictures.add(Picture.of(run, run.batch()[0]));
        }
        return new CodeGrader(code, pictures);
    }

    /**
     * Judges an answer.
     *
     * @param typed the expressions by the names of their gaps
     * @param wrong how many wrong answers there were before
     */
    public CodeVerdict grade(Gaps question, Map<String, String> typed, int wrong) {
        List<OfGap> gaps = code.gaps().stream()
                .map(gap -> judge(gap, typed.getOrDefault(gap.name(), "").strip()))
                .toList();
        var verdict = new CodeVerdict(gaps, question.reason(), List.of());
        boolean showsSolution = verdict.right() || (verdict.wrong() && wrong + 1 >= TRIES);
        return showsSolution ? new CodeVerdict(gaps, question.reason(), solution()) : verdict;
    }

    /** The complete program for a learner who says "I don't know". */
    public CodeVerdict giveUp() {
        return new CodeVerdict(List.of(), "", solution());
    }

    private List<String> solution() {
        return code.lines().stream().map(CodeGrader::text).toList();
    }

    /** A line as it is written. */
    public static String text(Code.Line line) {
        return switch (line) {
            case Code.Comment c -> "# " + c.text();
            case Code.Assignment a -> a.name() + " = " + a.expression();
            case Gap g -> g.name() + " = " + g.answer();
        };
    }

    private OfGap judge(Gap gap, String typed) {
        if (typed.isEmpty()) {
            return new OfGap(gap.name(), Outcome.EMPTY, "", "This line is still empty.");
        }
        if (typed.length() > Code.LONGEST) {
            return unreadable(gap, "This is longer than " + Code.LONGEST + " characters. Write it in fewer.");
        }
        try {
            Graph graph = Graph.of(plain(typed));
            Optional<String> stranger = stranger(graph, gap.name());
            return stranger.isPresent() ? unreadable(gap, stranger.get()) : judge(gap, graph);
        } catch (ExpressionException e) {
            String detail = e.faults().getFirst().detail();
            return unreadable(gap, detail.replace("Line 1, column", "Column").replace("line 1, column", "column"));
        }
    }

    /** The text with this language's own signs in place of Python's and of printed ones, each as wide as before. */
    private static String plain(String typed) {
        return typed.replace("**", "^ ")
                .replace('\u2212', '-')
                .replace('·', '*')
                .replace('×', '*');
    }

    private static OfGap unreadable(Gap gap, String why) {
        return new OfGap(gap.name(), Outcome.UNREADABLE, "", why);
    }

    /** The first name of an expression that this line cannot use, and why. */
    private Optional<String> stranger(Graph graph, String own) {
        Set<String> known = code.known(own);
        return graph.variables().stream()
                .map(node -> node.name().orElseThrow())
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> name.equals(own)
                        ? name + " is the result of this line, so it cannot be a part of it."
                        : code.assigned().contains(name)
                                ? name + " is computed further below. Use only names from the lines above."
                                : "There is no " + name + " in this program."
                                        + EditDistance.nearest(name, List.copyOf(known))
                                                .map(near -> " Did you mean " + near + "?")
                                                .orElse(""));
    }

    private OfGap judge(Gap gap, Graph graph) {
        if (agrees(graph, picture -> truth(gap.name(), picture))) {
            return new OfGap(gap.name(), Outcome.RIGHT, "", "");
        }
        for (Check.Slip slip : gap.mistakes()) {
            Graph mistake = Graph.of(slip.when());
            if (agrees(graph, picture -> value(mistake, picture))) {
                return new OfGap(gap.name(), Outcome.WRONG, slip.hint(), "");
            }
        }
        if (agrees(graph, picture -> -truth(gap.name(), picture))) {
            return new OfGap(gap.name(), Outcome.WRONG, "<p>The size is right, but the sign is wrong.</p>", "");
        }
        return new OfGap(gap.name(), Outcome.WRONG, gap.begin() + example(gap, graph), "");
    }

    /** The first step at which an expression goes wrong, with both numbers. */
    private String example(Gap gap, Graph graph) {
        for (int step = 0; step < pictures.size(); step++) {
            double x = value(graph, pictures.get(step));
            double truth = truth(gap.name(), pictures.get(step));
            if (!isNear(x, truth)) {
                return "<p>At step " + step + " the engine finds " + Words.number(truth) + ". Your expression gives "
                        + Words.number(x) + ".</p>";
            }
        }
        return "";
    }

    private boolean agrees(Graph graph, ToDoubleFunction<Picture> wanted) {
        return pictures.stream().allMatch(picture -> isNear(value(graph, picture), wanted.applyAsDouble(picture)));
    }

    private static boolean isNear(double x, double truth) {
        return StrictMath.abs(x - truth) <= Math.max(LEAST, NEAR * StrictMath.abs(truth));
    }

    /** The engine's own number for a name. */
    double truth(String name, Picture picture) {
        OptionalDouble value = picture.value(code.with().getOrDefault(name, name));
        return value.orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The value of an expression at a step; ExpressionException if it has none. */
    private double value(Graph graph, Picture picture) {
        Map<String, Double> values = new HashMap<>();
        for (Node variable : graph.variables()) {
            String name = variable.name().orElseThrow();
            values.put(name, truth(name, picture));
        }
        return GraphEvaluation.of(graph, values).value(graph.output());
    }

    /** The first line whose expression does not give the engine's number at every step; for a test of the content. */
    public Optional<String> untrue() {
        for (Code.Line line : code.lines()) {
            String expression = switch (line) {
                case Code.Comment c -> "";
                case Code.Assignment a -> a.expression();
                case Gap g -> g.answer();
            };
            if (!expression.isEmpty()) {
                Graph graph = Graph.of(expression);
                String name = Code.name(line).orElseThrow();
                if (!agrees(graph, picture -> truth(name, picture))) {
                    return Optional.of(text(line));
                }
            }
        }
        return Optional.empty();
    }
}
