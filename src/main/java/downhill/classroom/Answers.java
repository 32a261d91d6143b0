package downhill.classroom;

import downhill.classroom.Response.Outcome;
import downhill.course.Check;
import downhill.course.Gaps;
import downhill.course.Predict;
import downhill.course.grading.Attempt;
import downhill.course.grading.CodeVerdict;
import downhill.course.grading.Grader;
import downhill.course.grading.MistakeName;
import downhill.course.grading.Picture;
import downhill.course.grading.Verdict;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** The responses that a class keeps of answers: numbers and keys alone, never a text that somebody typed. */
public final class Answers {
    private static final String UNKNOWN = "";

    private Answers() {}

    /** A prediction; nothing if it is none of those that its form allows. */
    public static Optional<Response> of(Predict predict, String answer) {
        if (answer.isBlank()) {
            return Optional.of(Response.noted(UNKNOWN));
        }
        Optional<String> kept = switch (predict.form()) {
            case Predict.Choices form ->
                Optional.of(answer)
                        .filter(number -> number.matches("[1-9]\\d?"))
                        .filter(number ->
                                Integer.parseInt(number) <= form.choices().size());
            case Predict.Slider form -> slider(form, answer);
            case Predict.Sketch form -> sketch(answer);
        };
        return kept.map(Response::noted);
    }

    private static Optional<String> slider(Predict.Slider form, String answer) {
        OptionalDouble typed = Grader.typed(answer);
        return typed.isPresent() && typed.getAsDouble() >= form.from() && typed.getAsDouble() <= form.to()
                ? Optional.of(String.valueOf(typed.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<String> sketch(String answer) {
        String[] heights = answer.strip().split(" ", -1);
        boolean isOne = heights.length == Predict.Sketch.COLUMNS
                && Arrays.stream(heights).allMatch(height -> height.matches("0(\\.\\d{1,4})?|1(\\.0{1,4})?"));
        return isOne ? Optional.of(answer.strip()) : Optional.empty();
    }

    /**
     * An answer to a check; nothing if it could not be judged.
     *
     * @param gaveUp whether the learner asked for the solution
     */
    public static Optional<Response> of(Check check, String answer, boolean gaveUp, Verdict verdict, Picture picture) {
        if (gaveUp) {
            return Optional.of(Response.judged(UNKNOWN, Outcome.GIVEN_UP, Optional.empty()));
        }
        String kept = check instanceof Check.Numeric
                ? Grader.typed(answer).stream()
                        .mapToObj(String::valueOf)
                        .findFirst()
                        .orElse(UNKNOWN)
                : answer;
        return switch (verdict.outcome()) {
            case UNJUDGED -> Optional.empty();
            case RIGHT -> Optional.of(Response.judged(kept, Outcome.RIGHT, Optional.empty()));
            case WRONG -> Optional.of(Response.judged(kept, Outcome.WRONG, MistakeName.key(check, answer, picture)));
        };
    }

    /** A program with gaps; nothing if no line of it was wrong, but not all were right. */
    public static Optional<Response> of(Gaps gaps, boolean gaveUp, CodeVerdict verdict) {
        if (gaveUp) {
            return Optional.of(Response.judged(UNKNOWN, Outcome.GIVEN_UP, Optional.empty()));
        }
        if (verdict.right()) {
            return Optional.of(Response.judged(UNKNOWN, Outcome.RIGHT, Optional.empty()));
        }
        Optional<String> line = verdict.gaps().stream()
                .filter(gap -> gap.outcome() == CodeVerdict.Outcome.WRONG)
                .map(gap -> "line-" + gap.name())
                .findFirst();
        return line.map(key -> Response.judged(UNKNOWN, Outcome.WRONG, Optional.of(key)));
    }

    /** An attempt at a challenge, with the learning rate and the cost or the height where the figure has them. */
    public static Response of(Attempt attempt, Picture picture) {
        OptionalDouble rate = first(picture, "learningRate", "rate");
        OptionalDouble result = first(picture, "cost", "height");
        boolean isTrial = rate.isPresent() && result.isPresent() && Double.isFinite(result.getAsDouble());
        Optional<Response.Trial> trial =
                isTrial ? Optional.of(new Response.Trial(rate.getAsDouble(), result.getAsDouble())) : Optional.empty();
        return Response.tried(attempt.met(), attempt.found(), trial);
    }

    private static OptionalDouble first(Picture picture, String name, String other) {
        OptionalDouble value = picture.value(name);
        return value.isPresent() ? value : picture.value(other);
    }
}
