package downhill.course.grading;

import downhill.course.Goal;
import downhill.course.HillTrial;
import downhill.descent.Hill;
import downhill.descent.HillInfo;
import downhill.descent.HillPath;
import downhill.descent.HillPath.Place;
import downhill.descent.Optimizer;
import downhill.descent.rule.Sgd;
import java.util.ArrayList;
import java.util.List;

/** Decides a challenge on a hill: the descent is made again. */
final class HillReferee {
    private HillReferee() {}

    static Attempt attempt(Goal.OnHill goal, HillInfo info, HillTrial trial) {
        int steps = Integer.min(trial.steps(), goal.mostSteps().orElse(trial.steps()));
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        HillPath path;
        try {
            path = HillPath.descend(info.hill(), trial.start(), trial.optimizer(), steps);
        } catch (IllegalArgumentException e) {
            return new Attempt(false, "The hill has no height at this start. Choose another one.");
        }
        Place first = path.places().getFirst();
        Place last = path.places().getLast();
        goal.height().ifPresent(bound -> {
            boolean low = path.complete() && bound.allows(last.height());
            String end =
                    path.complete() ? "ends at height " + Words.number(last.height()) : "climbs beyond all numbers";
            (low ? found : missing)
                    .add("The walker " + end + " after " + Words.count(last.number(), "step") + "."
                            + (low ? "" : " Its height should be " + Words.bound(bound) + "."));
        });
        if (goal.diverged()) {
            boolean diverges = !path.complete() || last.height() > first.height();
            (diverges ? found : missing).add("The walker ends " + (diverges ? "higher" : "lower") + " than it began.");
        }
        goal.nearStable().ifPresent(within -> near(info.hill(), trial.optimizer(), within, found, missing));
        return new Attempt(missing.isEmpty(), String.join(" ", missing.isEmpty() ? found : missing));
    }

    /** Plain descent is stable for rates below 2 over the largest curvature. */
    private static void near(Hill hill, Optimizer optimizer, double within, List<String> found, List<String> missing) {
        if (!optimizer.rule().equals(new Sgd(0, false))) {
            missing.add("Use plain gradient descent: set the momentum to 0.");
            return;
        }
        double[] at = hill.minima().isEmpty()
                ? new double[hill.dimensions()]
                : hill.minima().getFirst().at().stream().mapToDouble(x -> x).toArray();
        double stable = 2 / hill.curvatures(at).getLast();
        double rate = optimizer.learningRate();
        String shown = "The learning rate is " + Words.number(rate);
        if (rate >= stable) {
            missing.add(shown + ". It is too large: the walker no longer comes down.");
        } else if (rate < stable * (1 - within)) {
            missing.add(shown + ". The walker comes down, but it would also come down with a larger rate.");
        } else {
            found.add(shown + ". The limit is " + Words.number(stable) + ".");
        }
    }
}
