package downhill.course;

import downhill.train.spec.Tweak;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something to achieve on the stage, verified by the server.
 *
 * @param goal when it is met
 * @param solutions ways that meet it, at least one; a test goes each of them
 * @param hint what helps, as HTML
 */
public record Challenge(String id, String ask, Goal goal, List<Solution> solutions, String hint) implements Question {
    /** The largest number of steps that the goal allows, if it has one. */
    public OptionalInt steps() {
        return goal instanceof Goal.OnRun onRun ? onRun.mostSteps() : OptionalInt.empty();
    }

    /** A solution that meets a goal. */
    public sealed interface Solution {}

    /** The solution on a run: changes and steps, one after the other. */
    public record RunSolution(List<Act> acts) implements Solution {
        /** The training example that is shown at the end. */
        public int example() {
            return acts.stream().flatMap(act -> act.example().stream().boxed()).reduce(0, (before, last) -> last);
        }
    }

    /**
     * A part of a solution on a run.
     *
     * @param backTo the earlier step to go back to first, if there is one: a change there makes a branch
     * @param choice the settings with which one begins again, if one does
     * @param tweak the change made then, if there is one
     * @param steps how many steps follow
     * @param example the training example that is shown from then on, if another one is
     */
    public record Act(
            OptionalInt backTo,
            Optional<Choices.Choice> choice,
            Optional<Tweak> tweak,
            int steps,
            OptionalInt example) {}

    /** The solution on a hill: a descent. */
    public record HillSolution(HillTrial trial) implements Solution {}

    /** The solution on a graph: an expression with its variables' values. */
    public record GraphSolution(String expression, Map<String, Double> values) implements Solution {}

    /** The solution on a perceptron's figure: a line, or targets. */
    public record PerceptronSolution(PerceptronTrial trial) implements Solution {}
}
