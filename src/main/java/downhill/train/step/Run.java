package downhill.train.step;

import downhill.data.Dataset;
import downhill.descent.Optimizer;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.Backpropagation;
import downhill.net.ExamplePass;
import downhill.net.Network;
import downhill.net.NetworkEvaluation;
import downhill.net.PerParameter;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.Frozen;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.Regularization;
import downhill.train.spec.RunSpec;
import downhill.train.spec.SpecCheck;
import downhill.train.spec.Tweak;
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
    private final Stepper stepper;

    /** A run at a keyframe, going through the script's tweaks when it comes to their steps. */
    public Run(Plan plan, Keyframe keyframe, List<LoggedTweak> script) {
        this.plan = plan;
        this.stepper = new Stepper(plan, keyframe, script);
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
        run.stepper.recompute().ifPresent(found -> {
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
        stepper.advance();
    }

    /**
     * Changes the run from its newest step on: that step is computed again, all earlier ones stay as they were. A weight or
     * bias that is set has its new value in the newest step.
     *
     * @throws RefusedException if the tweak does not fit, or if the step would not be finite; nothing is changed then
     * @throws IllegalStateException if the run has diverged
     */
    public void tweak(Tweak tweak) {
        stepper.tweak(tweak);
    }

    /** Takes no further step, for a reason that was found before. */
    public void stop(Divergence found) {
        stepper.stop(found);
    }

    /** All that is needed to come back to the newest step. */
    public Keyframe keyframe() {
        return stepper.keyframe();
    }

    public Plan plan() {
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

    /** The number of updates so far. */
    public int step() {
        return stepper.here().step;
    }

    /** The number of passes through the training set that began before the current one. */
    public int epoch() {
        return outcome().epoch;
    }

    /** The examples of the newest step's batch, in order: indices into the training set. */
    public int[] batch() {
        return outcome().batch.clone();
    }

    /** The batch's cost, reduced, without the penalty. */
    public double cost() {
        return outcome().cost;
    }

    /** The regularization's share, beside the cost. */
    public double penalty() {
        return outcome().penalty;
    }

    /** The reason why there is no next step, if there is none. */
    public Optional<Divergence> divergence() {
        return stepper.divergence();
    }

    /** The optimizer, as the tweaks made it. */
    public Optimizer optimizer() {
        return settings().optimizer();
    }

    /** The cutting of batches, with the tweaks so far. */
    public BatchSpec batchSpec() {
        return settings().schedule().spec();
    }

    /** The penalty on large weights, with the tweaks so far; none if its rate is 0. */
    public Optional<Regularization> regularization() {
        return settings().regularization();
    }

    /** The frozen parameters, with the tweaks so far. */
    public List<Frozen> frozen() {
        return settings().frozen();
    }

    /** The network at the newest step, itself: it changes when the run goes on. */
    public Network network() {
        return stepper.here().network;
    }

    /** The gradient of the batch's cost and the penalty, itself: it changes when the run goes on. */
    public PerParameter gradient() {
        return outcome().gradient;
    }

    /** The update that will be added to the parameters, itself: it changes when the run goes on. */
    public PerParameter update() {
        return outcome().update();
    }

    /** A copy of the weights from layer l to layer l+1: [j * width(l) + k]. */
    public double[] weights(int l) {
        return stepper.here().network.weights(l);
    }

    /** A copy of the biases of the neurons of layer l+1. */
    public double[] biases(int l) {
        return stepper.here().network.biases(l);
    }

    /** A copy of the gradients of weights(l). */
    public double[] weightGradients(int l) {
        return outcome().gradient.copyOfWeights(l);
    }

    /** A copy of the gradients of biases(l). */
    public double[] biasGradients(int l) {
        return outcome().gradient.copyOfBiases(l);
    }

    /** A copy of what will be added to weights(l). */
    public double[] weightUpdates(int l) {
        return outcome().update().copyOfWeights(l);
    }

    /** A copy of what will be added to biases(l). */
    public double[] biasUpdates(int l) {
        return outcome().update().copyOfBiases(l);
    }

    /** The pass of one training example through the network; with the batch's dropped activations if it is in the batch. */
    public ExamplePass pass(int example) {
        return stepper.slope().pass(stepper.here(), outcome(), example);
    }

    /** The whole training set at the newest step, nothing dropped. */
    public NetworkEvaluation evaluateTraining() {
        return stepper.slope()
                .training(outcome(), settings().schedule())
                .orElseGet(() -> NetworkEvaluation.of(
                        passes(),
                        stepper.here().network.parameters(),
                        data().inputs(),
                        data().targets(),
                        data().task()));
    }

    /** The whole held-out set at the newest step. */
    public NetworkEvaluation evaluateTest() {
        return NetworkEvaluation.of(
                passes(),
                stepper.here().network.parameters(),
                data().testInputs(),
                data().testTargets(),
                data().task());
    }

    /** The newest step's examples of each class by the class that the network predicts: [actual][predicted]. */
    public int[][] classes(boolean held) {
        return NetworkEvaluation.classes(
                passes(),
                stepper.here().network.parameters(),
                held ? data().testInputs() : data().inputs(),
                held ? data().testTargets() : data().targets(),
                data().task());
    }

    /** The cost that the newest step's batch would have at other parameters, reduced, without a penalty. */
    public double batchCost(PerParameter parameters) {
        return stepper.slope()
                .cost(stepper.here().step, outcome().batch, settings().schedule(), parameters);
    }

    /** Further questions to the newest step's batch. */
    public Probe probe() {
        return new Probe(plan, stepper.slope(), stepper.here(), outcome(), settings());
    }

    /** The parts of the newest step, to be carried out on a copy of its parameters. */
    public StepPhases phases() {
        return new StepPhases(plan, settings(), stepper.here(), outcome().batch);
    }

    private Outcome outcome() {
        return stepper.outcome();
    }

    private StepSettings settings() {
        return stepper.settings();
    }
}
