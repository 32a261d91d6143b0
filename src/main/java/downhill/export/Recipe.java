package downhill.export;

import downhill.data.Dataset;
import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.RuleCode;
import downhill.descent.rule.UpdateRule;
import downhill.net.Cost;
import downhill.net.Network;
import downhill.net.Shape;
import downhill.net.activation.Activation;
import downhill.net.activation.Softmax;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Hyperparameters;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import downhill.train.step.BatchSchedule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a program needs to train a run's network again, and what the program can leave out.
 *
 * @param tweaks in order; those after the last step are of no account
 * @param steps the run's newest step: the program prints the costs of the steps 0 .. steps
 */
public record Recipe(RunSpec spec, Dataset data, List<LoggedTweak> tweaks, int steps) {
    /** The network at step 0, before any tweak. */
    Network initial() {
        return Network.initial(spec.network(), spec.seed());
    }

    /** The number of layers of weights. */
    public int depth() {
        return spec.network().layers().size() - 1;
    }

    Activation last() {
        return spec.network().activations().getLast();
    }

    UpdateRule rule() {
        return spec.optimizer().rule();
    }

    /** The optimizer's numbers at step 0. */
    Map<Hyperparameter, Double> hyperparameters() {
        return Hyperparameters.of(spec.optimizer());
    }

    /** Tests whether a number of the optimizer is ever anything but 0. */
    public boolean uses(Hyperparameter parameter) {
        return hyperparameters().getOrDefault(parameter, 0.0) != 0
                || tweaks.stream().anyMatch(t -> t.tweak().optimizer().getOrDefault(parameter, 0.0) != 0);
    }

    /** The optimizer's numbers at step 0 that matter, in a fixed order. */
    public Map<Hyperparameter, Double> usedSettings() {
        return used(hyperparameters());
    }

    private Map<Hyperparameter, Double> used(Map<Hyperparameter, Double> values) {
        Map<Hyperparameter, Double> used = new EnumMap<>(Hyperparameter.class);
        Set<Hyperparameter> own = hyperparameters().keySet();
        values.forEach((parameter, value) -> {
            boolean canBeLeftOut = parameter == Hyperparameter.MOMENTUM || parameter == Hyperparameter.WEIGHT_DECAY;
            if (own.contains(parameter) && (!canBeLeftOut || uses(parameter))) {
                used.put(parameter, value);
            }
        });
        return used;
    }

    /** The rule's own statements. */
    public RuleCode code() {
        return rule().code(usedSettings().keySet());
    }

    public BatchSchedule schedule() {
        return BatchSchedule.from0(spec.batch(), data.size());
    }

    /** The schedule after each of the tweaks, in order. */
    List<BatchSchedule> schedules() {
        List<BatchSchedule> all = new ArrayList<>();
        BatchSchedule schedule = schedule();
        for (LoggedTweak t : tweaks) {
            schedule = schedule.with(t.tweak().batch(), t.step());
            all.add(schedule);
        }
        return all;
    }

    /** Returns the changes that the tweaks make, in order. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        List<BatchSchedule> schedules = schedules();
        BatchSchedule before = schedule();
        for (int i = 0; i < tweaks.size(); i++) {
            BatchSchedule after = schedules.get(i);
            changes.add(change(tweaks.get(i), before, after));
            before = after;
        }
        return changes;
    }

    private Change change(LoggedTweak logged, BatchSchedule before, BatchSchedule after) {
        Tweak tweak = logged.tweak();
        return new Change(
                logged.step(),
                used(tweak.optimizer()),
                reduces() ? Optional.of(isMean(after)) : Optional.empty(),
                isSliced() && !after.equals(before) ? Optional.of(after) : Optional.empty(),
                tweak.weights(),
                tweak.biases(),
                tweak.regularization().map(Penalty::of),
                hasFixed() ? tweak.frozen() : Optional.empty());
    }

    /** Tests whether a step ever uses less than the whole training set in its own order. */
    public boolean isSliced() {
        return sliced(schedule()) || schedules().stream().anyMatch(Recipe::sliced);
    }

    private static boolean sliced(BatchSchedule schedule) {
        return schedule.slices() > 1 || schedule.isShuffled();
    }

    public boolean isShuffled() {
        return schedule().isShuffled() || schedules().stream().anyMatch(BatchSchedule::isShuffled);
    }

    /** Tests whether a tweak changes the reduction of a batch from mean to sum or back. */
    public boolean reduces() {
        return schedules().stream()
                .anyMatch(s -> s.spec().reduce() != spec.batch().reduce());
    }

    /** Returns whether a schedule's batches are averaged. */
    public boolean isMean(BatchSchedule schedule) {
        return schedule.spec().reduce() == Reduce.MEAN;
    }

    /** Tests whether hidden activations are dropped. */
    public boolean drops() {
        return spec.dropout().stream().anyMatch(rate -> rate > 0);
    }

    /** Tests whether some parameters are ever not updated. */
    public boolean hasFixed() {
        return !spec.frozen().isEmpty()
                || !spec.network().groups().isEmpty()
                || tweaks.stream()
                        .anyMatch(t -> t.tweak().frozen().map(List::size).orElse(0) > 0);
    }

    /** The dead zone of the cost, 0 for none. */
    public double margin() {
        return spec.cost() instanceof Cost.HalfSquaredError c ? c.margin() : 0;
    }

    /** The same as a number of a program. */
    public String marginText() {
        return Literals.number(margin());
    }

    /** Between the two values of a target: above it an output's target is the high one. */
    public String middleText() {
        return Literals.number(data.task() instanceof Dataset.Task.TwoTargets t ? (t.low() + t.high()) / 2 : 0.5);
    }

    /** Every activation of the network once. */
    public Set<Activation> activations() {
        return new LinkedHashSet<>(spec.network().activations());
    }

    public boolean isSoftmax() {
        return last() instanceof Softmax;
    }

    public boolean isEntropy() {
        return spec.cost() instanceof Cost.CrossEntropy;
    }

    public boolean isMeanSquared() {
        return spec.cost() instanceof Cost.MeanSquaredError;
    }

    /** Tests whether there is a penalty on large weights at any step. */
    public boolean penalizes() {
        return usesL1() || usesL2();
    }

    /** Tests whether a tweak sets the penalty, so that its rates are variables of the program. */
    public boolean changesPenalty() {
        return tweaks.stream().anyMatch(t -> t.tweak().regularization().isPresent());
    }

    /** The rates of the penalty at step 0. */
    public Penalty penalty() {
        return Penalty.of(spec.regularization());
    }

    /** Tests whether the sum of the weights' sizes is ever penalized. */
    public boolean usesL1() {
        return uses(Norm.L1);
    }

    /** Tests whether the sum of the weights' squares is ever penalized. */
    public boolean usesL2() {
        return uses(Norm.L2);
    }

    private boolean uses(Norm norm) {
        return Stream.concat(
                        spec.regularization().stream(),
                        tweaks.stream().flatMap(t -> t.tweak().regularization().stream()))
                .anyMatch(penalty -> penalty.norm() == norm);
    }

    /**
     * The slope of the penalty as a program's expression, with the rates as numbers, or as variables if they change.
     *
     * @param l1 the variable of the rate of L1
     * @param l2 the variable of the rate of L2
     * @param sign the sign of a weight
     * @param weight a weight
     */
    public String penaltySlope(String l1, String l2, String sign, String weight) {
        List<String> terms = new ArrayList<>();
        if (usesL1()) {
            terms.add((changesPenalty() ? l1 : Literals.number(penalty().l1())) + " * " + sign);
        }
        if (usesL2()) {
            terms.add((changesPenalty() ? l2 : Literals.number(penalty().l2())) + " * " + weight);
        }
        return String.join(" + ", terms);
    }

    /** The count of all numbers that the program holds. */
    long numbers() {
        return (long) new Shape(spec.network().layers()).parameters() + data.inputs().length + data.targets().length;
    }

    public List<Frozen> frozen() {
        return spec.frozen();
    }
}
