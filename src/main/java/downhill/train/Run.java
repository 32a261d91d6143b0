package downhill.train;

import downhill.data.Dataset;
import downhill.descent.Memory;
import downhill.descent.Optimizer;
import downhill.math.Kernels;
import downhill.net.Backpropagation;
import downhill.net.Evaluation;
import downhill.net.ExamplePass;
import downhill.net.Network;
import downhill.net.PerParameter;
import downhill.net.Ranges;
import downhill.train.History.Tweaked;
import java.util.List;
import java.util.Optional;

/**
 * One training of one network, at its newest step: a pure function of the specification and the tweaks.
 *
 * <p>A step's quantities are all computed when the step is reached: the batch, its cost and gradient, and the updates that
 * {@link #advance} will add. If any number of the next step is not finite the run stays where it is, and has diverged.
 *
 * <p>Not for use by two threads at once.
 */
public final class Run {
    private final Plan plan;
    private final Slope slope;
    /** Tweaks still to come, when this run walks through a past. */
    private final List<Tweaked> script;

    private int scripted;

    private Settings settings;
    private Step now;
    /** The step that comes next or was before; its memory is always that of the step after now. */
    private Step other;
    /** Takes what the update rule will remember after the step that is being computed. */
    private Memory spare;

    private Optional<Divergence> divergence = Optional.empty();

    /** A run at a keyframe, before the keyframe's step is computed. */
    Run(Plan plan, Keyframe keyframe, List<Tweaked> script) {
        this.plan = plan;
        this.slope = new Slope(plan);
        this.script = script;
        this.settings = keyframe.settings();
        this.now = new Step(plan.initial(), keyframe.memory().copy());
        this.other = new Step(plan.initial(), keyframe.memory().copy());
        this.spare = keyframe.memory().copy();
        now.number = keyframe.step();
        System.arraycopy(keyframe.parameters(), 0, now.parameters(), 0, keyframe.parameters().length);
        applyScript(now);
        compute(now, other.memory);
    }

    /**
     * A run at step 0.
     *
     * @throws RefusedException with every problem, if the specification cannot be carried out on this data
     */
    public static Run start(RunSpec spec, Dataset data, Kernels kernels) {
        List<Problem> problems = SpecCheck.problems(spec, data);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        Plan plan = Plan.of(spec, data, kernels);
        Run run = new Run(plan, Keyframe.start(plan), List.of());
        run.find(run.now, run.other.memory).ifPresent(found -> {
            throw new RefusedException(
                    List.of(
                            new Problem(
                                    "/network",
                                    "The " + found.quantity() + " of layer " + found.layer()
                                            + " are not finite before the first update; smaller weights, inputs or rates are needed.")));
        });
        return run;
    }

    /** Adds the updates: step n becomes step n+1, or the run has diverged and stays. IllegalStateException if it has before. */
    public void advance() {
        requireFinite();
        other.follow(now);
        applyScript(other);
        compute(other, spare);
        Optional<Divergence> found = find(other, spare);
        if (found.isPresent()) {
            divergence = found;
            return;
        }
        Memory before = now.memory;
        Step reached = other;
        other = now;
        now = reached;
        other.memory = spare;
        spare = before;
    }

    /**
     * Changes the run from its newest step on: that step is computed again, all earlier ones stay as they were. A weight or
     * bias that is set has its new value in the newest step.
     *
     * @throws RefusedException if the tweak does not fit, or if the step would not be finite; nothing is changed then
     * @throws IllegalStateException if the run has diverged
     */
    public void tweak(Tweak tweak) {
        requireFinite();
        List<Problem> problems = TweakCheck.problems(tweak, plan);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        Settings old = settings;
        settings = settings.with(tweak, now.number, plan.shape(), plan.missing());
        Memory after = other.memory;
        other.repeat(now);
        other.memory = now.memory;
        setValues(tweak, other);
        compute(other, after);
        Optional<Divergence> found = find(other, after);
        if (found.isPresent()) {
            settings = old;
            other.memory = after;
            compute(now, after);
            throw new RefusedException(List.of(new Problem(
                    "",
                    "With this change the " + found.get().quantity() + " of layer "
                            + found.get().layer() + " would no longer be finite.")));
        }
        Step changed = other;
        other = now;
        now = changed;
        other.memory = after;
    }

    private void requireFinite() {
        divergence.ifPresent(d -> {
            throw new IllegalStateException("diverged at step " + d.step());
        });
    }

    private void applyScript(Step step) {
        while (scripted < script.size() && script.get(scripted).step() == step.number) {
            Tweak tweak = script.get(scripted++).tweak();
            settings = settings.with(tweak, step.number, plan.shape(), plan.missing());
            setValues(tweak, step);
        }
    }

    private void setValues(Tweak tweak, Step step) {
        double[] parameters = step.parameters();
        tweak.weights().forEach(w -> parameters[plan.shape().weight(w.l(), w.j(), w.k())] = w.value());
        tweak.biases().forEach(b -> parameters[plan.shape().bias(b.l(), b.j())] = b.value());
    }

    /** Fills in all that follows from the step's number, parameters and memory. */
    private void compute(Step step, Memory after) {
        slope.compute(step, settings.schedule());
        Optimizer optimizer = settings.optimizer();
        Ranges active = settings.active();
        int weights = plan.shape().weights();
        double[] g = step.gradient.values();
        double[] u = step.update.values();
        for (int i = 0; i < active.count(); i++) {
            int from = active.from(i);
            int to = active.to(i);
            optimizer.rule().update(optimizer.learningRate(), step.number, g, step.memory, after, u, from, to);
            optimizer.decay(step.parameters(), u, from, Math.min(to, weights));
        }
        settings.fixed().clear(u);
        for (int m = 0; m < after.moments().length; m++) {
            settings.fixed().copy(step.memory.moments()[m], after.moments()[m]);
        }
    }

    private Optional<Divergence> find(Step step, Memory after) {
        boolean isSafe = plan.magnitudes().areSafe(Magnitudes.largest(step.parameters()))
                && Double.isFinite(Magnitudes.largest(step.update.values()));
        return isSafe ? Optional.empty() : new Finiteness(plan, slope, step).find(after);
    }

    /** All that is needed to come back to the newest step. */
    Keyframe keyframe() {
        return new Keyframe(now.number, now.parameters().clone(), now.memory.copy(), settings);
    }

    Plan plan() {
        return plan;
    }

    /** The specification that the run started with. */
    public RunSpec spec() {
        return plan.spec();
    }

    public Dataset data() {
        return plan.data();
    }

    /** The passes of this run's networks. */
    public Backpropagation passes() {
        return plan.passes();
    }

    /** How many updates were made. */
    public int step() {
        return now.number;
    }

    /** How many passes through the training set were begun before the one under way. */
    public int epoch() {
        return now.epoch;
    }

    /** The examples of the newest step's batch, in order: indices into the training set. */
    public int[] batch() {
        return now.batch.clone();
    }

    /** The batch's cost, reduced, without the penalty. */
    public double cost() {
        return now.cost;
    }

    /** The regularization's share, beside the cost. */
    public double penalty() {
        return now.penalty;
    }

    /** Why there is no next step, if there is none. */
    public Optional<Divergence> divergence() {
        return divergence;
    }

    /** The optimizer, as the tweaks made it. */
    public Optimizer optimizer() {
        return settings.optimizer();
    }

    /** How batches are cut, as the tweaks made it. */
    public BatchSpec batchSpec() {
        return settings.schedule().spec();
    }

    /** What is frozen, as the tweaks made it. */
    public List<Frozen> frozen() {
        return settings.frozen();
    }

    /** The network at the newest step, itself: it changes when the run goes on. */
    public Network network() {
        return now.network;
    }

    /** The gradient of the batch's cost and the penalty, itself: it changes when the run goes on. */
    public PerParameter gradient() {
        return now.gradient;
    }

    /** What will be added to the parameters, itself: it changes when the run goes on. */
    public PerParameter update() {
        return now.update;
    }

    /** A copy of the weights from layer l to layer l+1: [j * width(l) + k]. */
    public double[] weights(int l) {
        return now.network.weights(l);
    }

    /** A copy of the biases of the neurons of layer l+1. */
    public double[] biases(int l) {
        return now.network.biases(l);
    }

    /** A copy of the gradients of weights(l). */
    public double[] weightGradients(int l) {
        return now.gradient.copyOfWeights(l);
    }

    /** A copy of the gradients of biases(l). */
    public double[] biasGradients(int l) {
        return now.gradient.copyOfBiases(l);
    }

    /** A copy of what will be added to weights(l). */
    public double[] weightUpdates(int l) {
        return now.update.copyOfWeights(l);
    }

    /** A copy of what will be added to biases(l). */
    public double[] biasUpdates(int l) {
        return now.update.copyOfBiases(l);
    }

    /** What one training example makes of the network; with the batch's dropped activations if it is in the batch. */
    public ExamplePass pass(int example) {
        return slope.pass(now, example);
    }

    /** The whole training set at the newest step, nothing dropped. */
    public Evaluation evaluateTraining() {
        return Evaluation.of(passes(), now.network.parameters(), data().inputs(), data().targets(), data().task());
    }

    /** The whole held-out set at the newest step. */
    public Evaluation evaluateTest() {
        return Evaluation.of(
                passes(), now.network.parameters(), data().testInputs(), data().testTargets(), data().task());
    }

    /** The cost that the newest step's batch would have at other parameters, reduced, without a penalty. */
    public double batchCost(PerParameter parameters) {
        return slope.cost(now, settings.schedule(), parameters);
    }

    /** Further questions to the newest step's batch. */
    public Probe probe() {
        return new Probe(plan, slope, now, settings.schedule());
    }
}
