package downhill.course.grading;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import downhill.course.Goal;
import downhill.course.HillTrial;
import downhill.course.PerceptronTrial;
import downhill.descent.HillInfo;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides whether a challenge is met, from what the learner did. */
public final class Referee {
    /** Other values at which a result is computed, to see whether it depends on a variable at all. */
    private static final double[] ELSEWHERE = {0.1, -0.1, 0.5, 1.3, -0.7};

    private Referee() {}

    /** Judges a run at its newest step, with its whole past, on the first training example. */
    public static Attempt onRun(Goal.OnRun goal, History history) {
        return onRun(goal, history, history.newest(), 0);
    }

    /**
     * Judges a run at the step that the learner's figure shows, with its past until then.
     *
     * @param shown the run at that step
     * @param example the training example that the figure shows
     */
    public static Attempt onRun(Goal.OnRun goal, History history, Run shown, int example) {
        return new RunReferee(goal, history, shown, example).attempt();
    }

    /** Judges the descent that the learner let a walker make on a hill. */
    public static Attempt onHill(Goal.OnHill goal, HillInfo hill, HillTrial trial) {
        return HillReferee.attempt(goal, hill, trial);
    }

    /** Judges the line or the targets that the learner chose on a perceptron's figure. */
    public static Attempt onPerceptron(Goal.OnPerceptron goal, PerceptronTrial trial) {
        return PerceptronReferee.attempt(goal, trial);
    }

    /** Judges the learner's expression and the values of its variables. */
    public static Attempt onGraph(Goal.OnGraph goal, String expression, Map<String, Double> values) {
        try {
            Graph graph = Graph.of(expression);
            GraphEvaluation here = GraphEvaluation.of(graph, values);
            Optional<Node> variable = graph.variables().stream()
                    .filter(node -> node.name().equals(Optional.of(goal.variable())))
                    .findFirst();
            if (variable.isEmpty()) {
                return new Attempt(
                        false, "This expression does not contain " + goal.variable() + ". Use it in your formula.");
            }
            double value = here.value(variable.get().id());
            if (goal.at().isPresent() && value != goal.at().getAsDouble()) {
                return new Attempt(
                        false,
                        "Here " + goal.variable() + " is " + Words.number(value) + ", and should be "
                                + Words.number(goal.at().getAsDouble()) + ".");
            }
            double gradient = here.gradient(variable.get().id());
            if (!(StrictMath.abs(gradient - goal.gradient()) <= goal.within())) {
                return new Attempt(
                        false,
                        "The derivative with respect to " + goal.variable() + " is " + Words.number(gradient)
                                + " here. It should be " + Words.number(goal.gradient()) + ".");
            }
            if (goal.dependsOn() && !depends(graph, goal.variable(), values)) {
                return new Attempt(
                        false,
                        "The derivative is right, but the result does not depend on " + goal.variable()
                                + ": it is the same for every value of it.");
            }
            return new Attempt(
                    true, "The derivative with respect to " + goal.variable() + " is " + Words.number(gradient) + ".");
        } catch (ExpressionException e) {
            return new Attempt(false, e.faults().getFirst().detail());
        }
    }

    private static boolean depends(Graph graph, String variable, Map<String, Double> values) {
        double here = GraphEvaluation.of(graph, values).value(graph.output());
        for (double by : ELSEWHERE) {
            Map<String, Double> moved = new HashMap<>(values);
            moved.merge(variable, by, Double::sum);
            try {
                double there = GraphEvaluation.of(graph, moved).value(graph.output());
                if (StrictMath.abs(there - here) > 1e-9 * Math.max(1, StrictMath.abs(here))) {
                    return true;
                }
            } catch (ExpressionException e) {
                // The expression has no value there: the next place is tried.
            }
        }
        return false;
    }
}
