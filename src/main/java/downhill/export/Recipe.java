package downhill.export;

import downhill.data.Dataset;
import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.RuleCode;
import downhill.descent.rule.UpdateRule;
import downhill.net.Cost;
import downhill.net.Network;
import downhill.net.Shape;
import downhill.net.activation.Activation;
import downhill.train.spec.Frozen;
import downhill.train.spec.Hyperparameters;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import downhill.train.step.BatchSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** How many layers of weights there are. */
    int depth() {
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

    /** Whether a number of the optimizer is ever anything but 0. */
    boolean uses(Hyperparameter parameter) {
        return hyperparameters().getOrDefault(parameter, 0.0) != 0
                || tweaks.stream().anyMatch(t -> t.tweak().optimizer().getOrDefault(parameter, 0.0) != 0);
    }

    /** The names of the optimizer's numbers that matter, in a fixed order. */
    List<Hyperparameter> used() {
        return hyperparameters().keySet().stream()
                .filter(p -> (p != Hyperparameter.MOMENTUM && p != Hyperparameter.WEIGHT_DECAY) || uses(p))
                .toList();
    }

    /** The rule's own statements. */
    RuleCode code() {
        return rule().code(Set.copyOf(used()));
    }

    BatchSchedule schedule() {
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

    /** Whether a step ever looks at less than the whole training set in its own order. */
    boolean isSliced() {
        return sliced(schedule()) || schedules().stream().anyMatch(Recipe::sliced);
    }

    private static boolean sliced(BatchSchedule schedule) {
        return schedule.slices() > 1 || schedule.isShuffled();
    }

    boolean isShuffled() {
        return schedule().isShuffled() || schedules().stream().anyMatch(BatchSchedule::isShuffled);
    }

    /** Whether a tweak changes what a batch makes of its examples. */
    boolean reduces() {
        return schedules().stream()
                .anyMatch(s -> s.spec().reduce() != spec.batch().reduce());
    }

    /** Whether hidden activations are dropped. */
    boolean drops() {
        return spec.dropout().stream().anyMatch(rate -> rate > 0);
    }

    /** Whether some parameters are ever not updated. */
    boolean hasFixed() {
        return !spec.frozen().isEmpty()
                || !spec.network().groups().isEmpty()
                || tweaks.stream()
                        .anyMatch(t -> t.tweak().frozen().map(List::size).orElse(0) > 0);
    }

    /** The dead zone of the cost, 0 for none. */
    double margin() {
        return spec.cost() instanceof Cost.HalfSquaredError c ? c.margin() : 0;
    }

    /** Between the two values of a target: above it an output's target is the high one. */
    double middle() {
        return data.task() instanceof Dataset.Task.TwoTargets t ? (t.low() + t.high()) / 2 : 0.5;
    }

    /** How many numbers the program holds. */
    long numbers() {
        return (long) new Shape(spec.network().layers()).parameters() + data.inputs().length + data.targets().length;
    }

    List<Frozen> frozen() {
        return spec.frozen();
    }
}
