package downhill.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question before the learner sees the result; any answer is fine, and the page shows it beside the result.
 *
 * @param truth what happens: the number of the right choice, from 1, or a slider's value, as an expression over {@code with};
 * nothing where only seeing decides
 * @param with paths into what the stage shows, by the names that the truth uses
 * @param after what to say once an answer was given, as HTML
 */
public record Predict(String id, String ask, Form form, Optional<String> truth, Map<String, String> with, String after)
        implements Question {
    /** The form in which learners predict. */
    public sealed interface Form {}

    /** One of these, each as HTML without paragraphs. */
    public record Choices(List<String> choices) implements Form {}

    /** A number between two. */
    public record Slider(double from, double to, double step, String unit) implements Form {
        /** The unit after the number 1: a unit that is a word is given in its plural. */
        public String unitOfOne() {
            return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        }

        /** The unit after a number. */
        public String unit(double number) {
            return number == 1 ? unitOfOne() : unit;
        }
    }

    /**
     * A curve, drawn over the steps.
     *
     * @param steps over how many; on a hill, the stage knows
     * @param walker the one on a hill whose height is meant, from 1
     */
    public record Sketch(OptionalInt steps, int walker) implements Form {
        /** The number of heights in a sketch, each a share of the picture's height. */
        public static final int COLUMNS = 40;

        /** The height at which a cost curve begins, so that there is room above. */
        public static final double BEGINS_AT = 0.75;
    }
}
