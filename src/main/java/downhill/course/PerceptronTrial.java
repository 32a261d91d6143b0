package downhill.course;

import downhill.train.perceptron.Corners;
import downhill.train.perceptron.Perceptron;
import downhill.train.perceptron.PerceptronTraining;
import java.util.Optional;

/**
 * The state of a perceptron's figure: after some visits of the convergence procedure, or with a line that the learner placed.
 *
 * @param visits at most as many as the procedure makes
 * @param line the learner's own perceptron, where the line is placed by hand
 */
public record PerceptronTrial(Corners corners, int visits, Optional<Perceptron> line) {
    /** The procedure after some visits, or after its last one. */
    public static PerceptronTrial after(Corners corners, int visits) {
        int most = PerceptronTraining.of(corners).visits().size();
        return new PerceptronTrial(corners, Math.min(visits, most), Optional.empty());
    }

    /** A line placed by hand. */
    public static PerceptronTrial byHand(Corners corners, Perceptron line) {
        return new PerceptronTrial(corners, 0, Optional.of(line));
    }

    /** The perceptron that the figure shows. */
    public Perceptron perceptron() {
        return line.orElseGet(() -> PerceptronTraining.of(corners).after(visits));
    }
}
