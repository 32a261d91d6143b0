package downhill.course.grading;

import downhill.course.Goal;
import downhill.course.PerceptronTrial;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.PerceptronTraining;
import java.util.ArrayList;
import java.util.List;

/** Decides a challenge on a perceptron's figure. */
final class PerceptronReferee {
    private PerceptronReferee() {}

    static Attempt attempt(Goal.OnPerceptron goal, PerceptronTrial trial) {
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        goal.right().ifPresent(wanted -> {
            int right = trial.perceptron().right(trial.corners());
            (right >= wanted ? found : missing)
                    .add("The line has " + right + " of the " + Corners.COUNT + " examples right"
                            + (right >= wanted ? "." : ". It should have " + wanted + "."));
        });
        if (goal.cycles()) {
            cycles(goal, trial.corners(), found, missing);
        }
        return new Attempt(missing.isEmpty(), String.join(" ", missing.isEmpty() ? found : missing));
    }

    private static void cycles(Goal.OnPerceptron goal, Corners corners, List<String> found, List<String> missing) {
        if (goal.other().contains(corners)) {
            missing.add("These are the targets of " + corners.name().orElse(corners.text())
                    + ". Find another choice of targets.");
            return;
        }
        PerceptronTraining training = PerceptronTraining.of(corners);
        training.cycle()
                .ifPresentOrElse(
                        cycle -> found.add("No line separates these examples. After "
                                + Words.count(cycle.from(), "visit") + " the procedure repeats the same "
                                + Words.count(cycle.length(), "visit") + " for ever."),
                        () -> missing.add("A line separates these examples: the procedure ends after "
                                + Words.count(
                                        training.mistakes(training.visits().size()), "mistake") + "."));
    }
}
