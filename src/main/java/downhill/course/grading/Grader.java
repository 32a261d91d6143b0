package downhill.course.grading;

import downhill.course.Check;
import downhill.course.Check.Choice;
import downhill.course.Check.Numeric;
import downhill.course.Check.Option;
import downhill.course.Check.Slip;
import downhill.course.Predict;
import downhill.course.grading.Verdict.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Judges answers to checks, and lays predictions beside what happened. */
public final class Grader {
    /** The number of wrong answers after which learners may see the solution. */
    private static final int TRIES = 2;

    private static final String NO_NUMBER =
            "This is not a number, so it does not count as a try. Type a number such as 0.25, −0.3, 3/4 or 2e-3.";
    private static final String NO_CHOICE = "Choose one of the answers.";
    private static final String NO_PICTURE =
            "The figure no longer shows the numbers you need. Press <b>Begin again</b> to get them back.";

    private Grader() {}

    /**
     * Judges an answer: a number as it was typed, or the number of a choice, from 1.
     *
     * @param picture what the learner's stage shows; the numbers in the verdict are its own
     * @param wrong how many wrong answers there were before
     */
    public static Verdict grade(Check check, String answer, Picture picture, int wrong) {
        return obstacle(check, answer, picture)
                .map(Verdict::unjudged)
                .orElseGet(() -> judge(check, answer, picture, wrong));
    }

    /** The worked solution for a learner who says "I don't know". */
    public static Verdict giveUp(Check check, Picture picture) {
        return hasNumbers(check, picture)
                ? new Verdict(Outcome.WRONG, "", "", solution(check, picture))
                : Verdict.unjudged(NO_PICTURE);
    }

    /** The reason why an answer cannot be judged; nothing if it can. */
    private static Optional<String> obstacle(Check check, String answer, Picture picture) {
        return switch (check) {
            case Numeric n when !hasNumbers(n, picture) -> Optional.of(NO_PICTURE);
            case Numeric n when Formulas.typed(answer).isEmpty() -> Optional.of(NO_NUMBER);
            case Choice c when choice(answer, c.options().size()).isEmpty() -> Optional.of(NO_CHOICE);
            default -> Optional.empty();
        };
    }

    /** Tests whether the picture has the numbers of a check's answer and of its solution. */
    private static boolean hasNumbers(Check check, Picture picture) {
        return FilledText.isComplete(check.solution(), numbers(check, picture))
                && !(check instanceof Numeric n && truth(n, picture).isEmpty());
    }

    /** The worked solution with the picture's numbers, and with the right number for {@code answer}. */
    private static String solution(Check check, Picture picture) {
        return FilledText.ofFactors(check.solution(), numbers(check, picture));
    }

    private static Function<String, OptionalDouble> numbers(Check check, Picture picture) {
        return path -> path.equals("answer") && check instanceof Numeric n ? truth(n, picture) : picture.value(path);
    }

    private static Verdict judge(Check check, String answer, Picture picture, int wrong) {
        Optional<String> hint = switch (check) {
            case Numeric n -> hint(n, answer, picture);
            case Choice c -> hint(c, answer);
        };
        boolean showsSolution = hint.isEmpty() || wrong + 1 >= TRIES;
        return new Verdict(
                hint.isEmpty() ? Outcome.RIGHT : Outcome.WRONG,
                FilledText.of(hint.orElse(""), picture),
                hint.isEmpty() ? FilledText.of(reason(check, answer), picture) : "",
                showsSolution ? solution(check, picture) : "");
    }

    /** The sentence that confirms a right answer: the chosen option's own, or the check's. */
    private static String reason(Check check, String answer) {
        return switch (check) {
            case Numeric n -> n.reason();
            case Choice c -> {
                String own = c.options().get(Integer.parseInt(answer) - 1).reason();
                yield own.isEmpty() ? c.reason() : own;
            }
        };
    }

    /** The hint for the chosen option; nothing if it is right. */
    private static Optional<String> hint(Choice check, String answer) {
        Option option = check.options().get(Integer.parseInt(answer) - 1);
        return option.right() ? Optional.empty() : Optional.of(option.hint());
    }

    private static OptionalInt choice(String answer, int count) {
        boolean isOne = answer.matches("[1-9]\\d?") && Integer.parseInt(answer) <= count;
        return isOne ? OptionalInt.of(Integer.parseInt(answer)) : OptionalInt.empty();
    }

    /** The hint for the typed number; nothing if it is right. */
    private static Optional<String> hint(Numeric check, String answer, Picture picture) {
        double truth = truth(check, picture).orElseThrow();
        double x = Formulas.typed(answer).orElseThrow();
        if (check.tolerance().allows(x, truth)) {
            return Optional.empty();
        }
        return Optional.of(slip(check, x, picture).map(Slip::hint).orElseGet(() -> Slips.hint(x, truth, check)));
    }

    /** The number of a prediction's right choice, from 1, or a slider's value, if the picture has the numbers for it. */
    public static OptionalDouble truth(Predict predict, Picture picture) {
        return predict.truth().isEmpty()
                ? OptionalDouble.empty()
                : Formulas.value(predict.truth().get(), predict.with(), picture);
    }

    /** A number that a learner typed; nothing if it is none. */
    public static OptionalDouble typed(String text) {
        return Formulas.typed(text);
    }

    /** The right answer, if the picture has the numbers for it. */
    public static OptionalDouble truth(Numeric check, Picture picture) {
        return Formulas.value(check.answer(), check.with(), picture);
    }

    /** The number that a known mistake leads to, if the picture has the numbers for it. */
    public static OptionalDouble value(Slip slip, Numeric check, Picture picture) {
        return Formulas.value(slip.when(), check.with(), picture);
    }

    static Optional<Slip> slip(Numeric check, double x, Picture picture) {
        return check.mistakes().stream()
                .filter(slip -> {
                    OptionalDouble value = value(slip, check, picture);
                    return value.isPresent() && check.tolerance().allows(x, value.getAsDouble());
                })
                .findFirst();
    }

    /**
     * Lays a prediction beside what happened.
     *
     * @param answer the number of a choice, from 1, or a slider's value; empty for "I don't know"
     * @param picture what the learner's stage shows
     */
    public static Reveal reveal(Predict predict, String answer, Picture picture) {
        OptionalDouble truth = truth(predict, picture);
        return switch (predict.form()) {
            case Predict.Choices c -> reveal(c, answer, truth, predict.after());
            case Predict.Slider s -> reveal(s, answer, truth, predict.after());
            case Predict.Sketch s ->
                new Reveal(
                        answer.isBlank() ? "" : "your line, drawn behind the curve",
                        Optional.empty(),
                        Optional.empty(),
                        predict.after());
        };
    }

    private static Reveal reveal(Predict.Choices form, String answer, OptionalDouble truth, String after) {
        OptionalInt chosen = choice(answer, form.choices().size());
        String predicted = chosen.isPresent() ? form.choices().get(chosen.getAsInt() - 1) : "";
        OptionalInt right = truth.isPresent()
                ? choice(
                        Integer.toString((int) truth.getAsDouble()),
                        form.choices().size())
                : OptionalInt.empty();
        if (right.isEmpty()) {
            return new Reveal(predicted, Optional.empty(), Optional.empty(), after);
        }
        Optional<Boolean> met = chosen.isPresent() ? Optional.of(chosen.equals(right)) : Optional.empty();
        return new Reveal(predicted, Optional.of(form.choices().get(right.getAsInt() - 1)), met, after);
    }

    private static Reveal reveal(Predict.Slider form, String answer, OptionalDouble truth, String after) {
        OptionalDouble typed = Formulas.typed(answer);
        String predicted = typed.isPresent() ? shown(typed.getAsDouble(), form) : "";
        if (truth.isEmpty()) {
            return new Reveal(predicted, Optional.empty(), Optional.empty(), after);
        }
        double near = (form.to() - form.from()) / 20;
        Optional<Boolean> met = typed.isPresent()
                ? Optional.of(StrictMath.abs(typed.getAsDouble() - truth.getAsDouble()) <= near)
                : Optional.empty();
        return new Reveal(predicted, Optional.of(shown(truth.getAsDouble(), form)), met, after);
    }

    private static String shown(double x, Predict.Slider form) {
        String unit = form.unit(x).replace("&", "&amp;").replace("<", "&lt;");
        return unit.isEmpty() ? Words.number(x) : Words.number(x) + " " + unit;
    }
}
