package downhill.course.grading;

import downhill.course.Check;
import downhill.course.Check.Choice;
import downhill.course.Check.Numeric;
import downhill.course.Check.Option;
import downhill.course.Check.Slip;
import downhill.course.Predict;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Judges answers to checks, and lays predictions beside what happened. */
public final class Grader {
    /** After so many wrong answers the solution may be seen. */
    private static final int TRIES = 2;

    private static final String NO_NUMBER = "<p>This is not a number. Write it like 0.25, −0.3, 3/4 or 2e-3.</p>";
    private static final String NO_CHOICE = "<p>Choose one of the answers.</p>";

    private Grader() {}

    /**
     * Judges an answer: a number as it was typed, or the number of a choice, from 1.
     *
     * @param picture what the learner's stage shows
     * @param wrong how many wrong answers there were before
     */
    public static Verdict grade(Check check, String answer, Picture picture, int wrong) {
        Optional<String> hint = switch (check) {
            case Numeric n -> hint(n, answer, picture);
            case Choice c -> hint(c, answer);
        };
        boolean told = hint.isEmpty() || wrong + 1 >= TRIES;
        String reason = hint.isEmpty() ? reason(check, answer) : "";
        return new Verdict(hint.isEmpty(), hint.orElse(""), reason, told ? check.solution() : "");
    }

    /** The worked solution for a learner who says "I don't know". */
    public static Verdict giveUp(Check check) {
        return new Verdict(false, "", "", check.solution());
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

    /** What helps whoever chose this; nothing if it is right. */
    private static Optional<String> hint(Choice check, String answer) {
        OptionalInt number = choice(answer, check.options().size());
        if (number.isEmpty()) {
            return Optional.of(NO_CHOICE);
        }
        Option option = check.options().get(number.getAsInt() - 1);
        return option.right() ? Optional.empty() : Optional.of(option.hint());
    }

    private static OptionalInt choice(String answer, int count) {
        boolean isOne = answer.matches("[1-9]\\d?") && Integer.parseInt(answer) <= count;
        return isOne ? OptionalInt.of(Integer.parseInt(answer)) : OptionalInt.empty();
    }

    /** What helps whoever typed this; nothing if it is right. */
    private static Optional<String> hint(Numeric check, String answer, Picture picture) {
        OptionalDouble truth = truth(check, picture);
        if (truth.isEmpty()) {
            return Optional.of("<p>The figure no longer shows the numbers you need."
                    + " Press <b>Begin again</b> to get them back.</p>");
        }
        OptionalDouble typed = Formulas.typed(answer);
        if (typed.isEmpty()) {
            return Optional.of(NO_NUMBER);
        }
        double x = typed.getAsDouble();
        if (check.tolerance().allows(x, truth.getAsDouble())) {
            return Optional.empty();
        }
        return Optional.of(slip(check, x, picture)
                .map(Slip::hint)
                .orElseGet(() -> Slips.hint(x, truth.getAsDouble(), check.tolerance())));
    }

    /** The right answer, if the picture has the numbers for it. */
    public static OptionalDouble truth(Numeric check, Picture picture) {
        return Formulas.value(check.answer(), check.with(), picture);
    }

    /** Where a known wrong way leads, if the picture has the numbers for it. */
    public static OptionalDouble value(Slip slip, Numeric check, Picture picture) {
        return Formulas.value(slip.when(), check.with(), picture);
    }

    private static Optional<Slip> slip(Numeric check, double x, Picture picture) {
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
        OptionalDouble truth = predict.truth()
                .map(text -> Formulas.value(text, predict.with(), picture))
                .orElse(OptionalDouble.empty());
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
        return Words.number(x)
                + (form.unit().isEmpty()
                        ? ""
                        : " " + form.unit().replace("&", "&amp;").replace("<", "&lt;"));
    }
}
