package downhill.course.grading;

import downhill.course.Goal;
import downhill.course.Goal.Bound;
import downhill.course.Goal.OfGradient;
import downhill.course.Goal.OfOutput;
import downhill.course.Goal.OfWeight;
import downhill.insight.UpdateEffect;
import downhill.insight.health.GradientLengths;
import downhill.net.NetworkEvaluation;
import downhill.train.history.CostSeries;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides a challenge on a run: by the costs of all steps until the shown one, and else by the shown one. */
final class RunReferee {
    private final Goal.OnRun goal;
    private final History history;
    private final Run run;
    private final int example;
    private final List<String> missing = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    RunReferee(Goal.OnRun goal, History history, Run shown, int example) {
        this.goal = goal;
        this.history = history;
        this.run = shown;
        this.example = example;
    }

    Attempt attempt() {
        goal.cost().ifPresent(this::cost);
        if (!isByCostAlone()) {
            goal.mostSteps().ifPresent(this::steps);
        }
        goal.mostTweaks().ifPresent(this::tweaks);
        goal.weights().forEach(this::weight);
        goal.gradients().forEach(this::gradient);
        goal.outputs().forEach(this::output);
        goal.unseen().ifPresent(this::unseen);
        if (goal.diverged()) {
            note(run.divergence().isPresent(), "The run has diverged.", "The run has not diverged.");
        }
        if (goal.uphill()) {
            uphill();
        }
        boolean met = missing.isEmpty();
        return new Attempt(met, String.join(" ", met ? found : missing));
    }

    private void note(boolean holds, String ifIt, String ifNot) {
        (holds ? found : missing).add(holds ? ifIt : ifNot);
    }

    /** Returns whether the steps so far can be judged: the costs of full batches are kept. */
    private boolean isByCostAlone() {
        return goal.cost().isPresent()
                && goal.weights().isEmpty()
                && goal.gradients().isEmpty()
                && goal.outputs().isEmpty()
                && goal.unseen().isEmpty()
                && !goal.diverged()
                && !goal.uphill()
                && run.spec().batch().size() == 0;
    }

    private void cost(Bound bound) {
        int last = Integer.min(run.step(), goal.mostSteps().orElse(run.step()));
        if (isByCostAlone()) {
            costAlone(bound, last);
            return;
        }
        double cost = run.cost();
        note(bound.allows(cost), "The cost is " + Words.number(cost) + ".", is("The cost", cost, bound));
    }

    /** Looks for the first step that is met among those whose costs are kept; a bound from one side needs no others. */
    private void costAlone(Bound bound, int last) {
        CostSeries costs = history.costs(0, last);
        for (int i = 0; i < costs.size(); i++) {
            if (bound.allows(costs.costs()[i])) {
                found.add(was(costs.costs()[i], costs.steps()[i]));
                return;
            }
        }
        double cost = last == run.step() ? run.cost() : history.cost(last);
        if (bound.allows(cost)) {
            found.add(was(cost, last));
            return;
        }
        missing.add(is("The cost " + after(last), cost, bound)
                + (run.step() > last
                        ? " Later steps do not count. Go back, or begin again, to try other settings."
                        : ""));
    }

    private static String was(double cost, int step) {
        return "The cost was " + Words.number(cost) + " " + after(step) + ".";
    }

    private static String after(int step) {
        return step == 0 ? "before the first step" : "after " + Words.count(step, "step");
    }

    private void steps(int most) {
        note(
                run.step() <= most,
                "It took " + Words.count(run.step(), "step") + ".",
                "The run is at step " + run.step() + ", but this challenge allows "
                        + (most == 0 ? "no training steps" : "at most " + Words.count(most, "step"))
                        + ". Press Begin again below the figure.");
    }

    private void tweaks(int most) {
        int made = changed().size();
        note(
                made <= most,
                made == 1 ? "You changed one number." : "You changed " + made + " numbers.",
                "You changed " + made + " weights, biases or settings, but this challenge allows at most " + most
                        + ". Press Begin again below the figure.");
    }

    /** The changes so far, each once, however often it was made. */
    private Set<Object> changed() {
        Set<Object> changed = new HashSet<>();
        for (LoggedTweak tweaked : history.tweaks()) {
            if (tweaked.step() > run.step()) {
                continue;
            }
            Tweak tweak = tweaked.tweak();
            changed.addAll(tweak.optimizer().keySet());
            tweak.weights().forEach(w -> changed.add(List.of(w.l(), w.j(), w.k())));
            tweak.biases().forEach(b -> changed.add(List.of(b.l(), b.j())));
            tweak.frozen().ifPresent(f -> changed.add("frozen"));
            if (!tweak.batch().equals(Tweak.Batch.NONE)) {
                changed.add("batch");
            }
        }
        return changed;
    }

    /** Requires that the update lowers the cost of its own batch and raises the cost of all examples. */
    private void uphill() {
        UpdateEffect after = UpdateEffect.of(run, 0);
        UpdateEffect.OfAll all = after.all().orElse(new UpdateEffect.OfAll(after.before(), after.after()));
        String changes = "From step " + run.step() + " to the next, the cost of the batch "
                + change(after.before(), after.after()) + ", and the cost of all examples "
                + change(all.before(), all.after()) + ".";
        note(after.after() < after.before() && all.after() > all.before(), changes, changes);
    }

    private static String change(double before, double after) {
        String change = after > before ? "rises" : after < before ? "falls" : "stays";
        return change + " from " + Words.number(before) + " to " + Words.number(after);
    }

    private void weight(OfWeight goal) {
        double w = run.network().parameters().weight(goal.l(), goal.j(), goal.k());
        note(goal.bound().allows(w), "The weight is " + Words.number(w) + ".", is("The weight", w, goal.bound()));
    }

    private void gradient(OfGradient goal) {
        double length = GradientLengths.length(run.weightGradients(goal.layer() - 1));
        String what = "The length of the gradient of the weights into layer " + goal.layer();
        note(goal.bound().allows(length), what + " is " + Words.number(length) + ".", is(what, length, goal.bound()));
    }

    private void output(OfOutput goal) {
        int outputs = run.network().shape().outputs();
        double target = run.data().targets()[example * outputs + goal.output()];
        double[][] activations = run.pass(example).activations();
        double activation = activations[activations.length - 1][goal.output()];
        String what = "For the shown example, output " + goal.output() + " has the target " + Words.number(target)
                + " and the activation " + Words.number(activation) + ".";
        boolean met = target == goal.target() && goal.bound().allows(activation);
        note(
                met,
                what,
                what + " Look for the target " + Words.number(goal.target()) + " with an activation "
                        + Words.bound(goal.bound()) + ".");
    }

    private void unseen(Bound bound) {
        NetworkEvaluation unseen = run.evaluateTest();
        double share = unseen.accuracy().orElse(0);
        String what = "At step " + run.step() + " the network gets "
                + (int) unseen.right().orElse(0) + " of " + unseen.count() + " unseen examples right";
        note(
                bound.allows(share),
                what + ".",
                what + ", a share of " + Words.number(share) + ". It should be " + Words.bound(bound) + ".");
    }

    private static String is(String what, double x, Bound bound) {
        return what + " is " + Words.number(x) + ". It should be " + Words.bound(bound) + ".";
    }
}
