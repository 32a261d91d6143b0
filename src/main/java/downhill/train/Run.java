package downhill.train;

import downhill.data.Dataset;
import downhill.descent.Optimizer;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.Backpropagation;
import downhill.net.Evaluation;
import downhill.net.ExamplePass;
import downhill.net.Network;
import downhill.net.PerParameter;
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

    private final Updates updates;

    private Settings settings;
    private Position here;
    /** The position after this one, which is ready when this step is computed. */
    private Position next;
    /** Takes the position after next. */
    private Position spare;

    private Outcome outcome;
    private Outcome nextOutcome;

    private Optional<Divergence> divergence = Optional.empty();

    /** A run at a keyframe, before the keyframe's step is computed. */
    Run(Plan plan, Keyframe keyframe, List<Tweaked> script) {
        this.plan = plan;
        this.script = script;
        settings = keyframe.settings();
        here = new Position(plan.initial(), keyframe.memory());
        next = new Position(plan.initial(), keyframe.memory());
        spare = new Position(plan.initial(), keyframe.memory());
        outcome = new Outcome(plan.shape());
        nextOutcome = new Outcome(plan.shape());
        slope = new Slope(plan, here, outcome);
        updates = new Updates(plan, settings, here, next, outcome);
        here.set(keyframe);
        applyScript(here);
        compute(here, next, outcome);
    }

    /**
     * A run at step 0.
     *
     * @throws RefusedException with every problem, if the specification cannot be carried out on this data
     */
    public static Run start(RunSpec spec, Dataset data, Kernels kernels) {
        return start(spec, data, kernels, Shards.NONE);
    }

    /** {@link #start(RunSpec, Dataset, Kernels)}, with the work of each step cut into shards. */
    public static Run start(RunSpec spec, Dataset data, Kernels kernels, Shards shards) {
        List<Problem> problems = SpecCheck.problems(spec, data);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        Plan plan = Plan.of(spec, data, kernels, shards);
        Run run = new Run(plan, Keyframe.start(plan), List.of());
        run.compute(run.here, run.next, run.outcome).ifPresent(found -> {
            throw new RefusedException(List.of(new Problem(
                    "/network",
                    "The " + found.quantity() + " of layer " + found.layer()
                            + " are not finite before the first update;"
                            + " smaller weights, inputs or rates are needed.")));
        });
        return run;
    }

    /** Adds the updates: step n becomes step n+1, or the run has diverged and stays. IllegalStateException if it has before. */
    public void advance() {
        requireFinite();
        applyScript(next);
        divergence = compute(next, spare, nextOutcome);
        if (divergence.isEmpty()) {
            Position left = here;
            here = next;
            next = spare;
            spare = left;
            swapOutcomes();
        }
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
        settings = settings.with(tweak, here.step, plan.shape(), plan.missing());
        spare.set(here);
        setValues(tweak, spare);
        Optional<Divergence> found = compute(spare, next, nextOutcome);
        if (found.isPresent()) {
            settings = old;
            compute(here, next, outcome);
            throw new RefusedException(List.of(new Problem(
                    "",
                    "With this change the " + found.get().quantity() + " of layer "
                            + found.get().layer() + " would no longer be finite.")));
        }
        Position left = here;
        here = spare;
        spare = left;
        swapOutcomes();
    }

    private void swapOutcomes() {
        Outcome left = outcome;
        outcome = nextOutcome;
        nextOutcome = left;
    }

    private void requireFinite() {
        divergence.ifPresent(d -> {
            throw new IllegalStateException("diverged at step " + d.step());
        });
    }

    private void applyScript(Position position) {
        while (scripted < script.size() && script.get(scripted).step() == position.step) {
            Tweak tweak = script.get(scripted++).tweak();
            settings = settings.with(tweak, position.step, plan.shape(), plan.missing());
            setValues(tweak, position);
        }
    }

    private void setValues(Tweak tweak, Position position) {
        double[] parameters = position.parameters();
        tweak.weights().forEach(w -> parameters[plan.shape().weight(w.l(), w.j(), w.k())] = w.value());
        tweak.biases().forEach(b -> parameters[plan.shape().bias(b.l(), b.j())] = b.value());
        position.measure();
    }

    /** Fills in the outcome at a position and the position after it; where they are not finite, if they are not. */
    private Optional<Divergence> compute(Position position, Position after, Outcome result) {
        updates.begin(settings, position, after, result);
        slope.compute(position, settings.schedule(), result, updates);
        boolean isSafe = Double.isFinite(updates.end()) && isSafe(position);
        return isSafe ? Optional.empty() : new Finiteness(plan, slope, position, result).find(after.memory);
    }

    private boolean isSafe(Position position) {
        if (!plan.magnitudes().areSafe(position.bound)) {
            position.measure();
        }
        return plan.magnitudes().areSafe(position.bound);
    }

    /** About how many arrays as large as the parameters a run keeps, if its rule remembers so many moments. */
    static int arrays(int moments) {
        return 3 * (1 + moments) + 4;
    }

    /** Takes no further step, for a reason that was found before. */
    void stop(Divergence found) {
        divergence = Optional.of(found);
    }

    /** All that is needed to come back to the newest step. */
    Keyframe keyframe() {
        return here.keyframe(settings);
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
        return here.step;
    }

    /** How many passes through the training set were begun before the one under way. */
    public int epoch() {
        return outcome.epoch;
    }

    /** The examples of the newest step's batch, in order: indices into the training set. */
    public int[] batch() {
        return outcome.batch.clone();
    }

    /** The batch's cost, reduced, without the penalty. */
    public double cost() {
        return outcome.cost;
    }

    /** The regularization's share, beside the cost. */
    public double penalty() {
        return outcome.penalty;
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
        return here.network;
    }

    /** The gradient of the batch's cost and the penalty, itself: it changes when the run goes on. */
    public PerParameter gradient() {
        return outcome.gradient;
    }

    /** What will be added to the parameters, itself: it changes when the run goes on. */
    public PerParameter update() {
        return outcome.update;
    }

    /** A copy of the weights from layer l to layer l+1: [j * width(l) + k]. */
    public double[] weights(int l) {
        return here.network.weights(l);
    }

    /** A copy of the biases of the neurons of layer l+1. */
    public double[] biases(int l) {
        return here.network.biases(l);
    }

    /** A copy of the gradients of weights(l). */
    public double[] weightGradients(int l) {
        return outcome.gradient.copyOfWeights(l);
    }

    /** A copy of the gradients of biases(l). */
    public double[] biasGradients(int l) {
        return outcome.gradient.copyOfBiases(l);
    }

    /** A copy of what will be added to weights(l). */
    public double[] weightUpdates(int l) {
        return outcome.update.copyOfWeights(l);
    }

    /** A copy of what will be added to biases(l). */
    public double[] biasUpdates(int l) {
        return outcome.update.copyOfBiases(l);
    }

    /** What one training example makes of the network; with the batch's dropped activations if it is in the batch. */
    public ExamplePass pass(int example) {
        return slope.pass(here, outcome, example);
    }

    /** The whole training set at the newest step, nothing dropped. */
    public Evaluation evaluateTraining() {
        return slope.training(outcome, settings.schedule())
                .orElseGet(() -> Evaluation.of(
                        passes(), here.network.parameters(), data().inputs(), data().targets(), data().task()));
    }

    /** The whole held-out set at the newest step. */
    public Evaluation evaluateTest() {
        return Evaluation.of(
                passes(), here.network.parameters(), data().testInputs(), data().testTargets(), data().task());
    }

    /** The cost that the newest step's batch would have at other parameters, reduced, without a penalty. */
    public double batchCost(PerParameter parameters) {
        return slope.cost(here.step, outcome.batch, settings.schedule(), parameters);
    }

    /** Further questions to the newest step's batch. */
    public Probe probe() {
        return new Probe(plan, slope, here, outcome, settings.schedule());
    }
}
