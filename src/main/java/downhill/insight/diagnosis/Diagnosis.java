package downhill.insight.diagnosis;

import downhill.insight.CostCurve;
import downhill.insight.Scores;
import downhill.insight.diagnosis.Finding.Unit;
import downhill.net.activation.FlatState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The trouble in the evidence, if there is one. Several can be true at once; the one that explains the others is named.
 */
public final class Diagnosis {
    /** A cost this many times its start is an explosion: ordinary large steps stay below, a diverging run passes it soon. */
    private static final double FAR_ABOVE_START = 10;

    /** A cost this many times its start, steps later, means that the steps do harm. */
    private static final double ABOVE_START = 1.5;

    /** The first steps may raise the cost of a healthy run for a moment. */
    private static final int FIRST_STEPS = 20;

    /** The share of right answers from which on the examples count as learned: three wrong ones of a hundred are within noise. */
    private static final double LEARNED = 0.97;

    /** A cost below this share of its start is learned where there is no accuracy. */
    private static final double LEARNED_COST = 0.03;

    /** A smaller share of right answers after a stall is a trouble; above it, the rest may be noise in the data. */
    private static final double GOOD = 0.9;

    /** The same as a share of the cost at the start, where the targets are numbers. */
    private static final double GOOD_COST = 0.1;

    /** A unit is saturated if its curve is flat at this share of the examples. */
    private static final double NEARLY_ALL = 0.9;

    /** A learning rate this many times the usual one is high enough to saturate units. */
    private static final double HIGH = 3;

    /** Dead or saturated units hold a network up if they are at least this share of their layer. */
    private static final double HALF = 0.5;

    /** Steps, and epochs, before a cost that hardly falls means something. */
    private static final int STALL_STEPS = 100;

    private static final int STALL_EPOCHS = 10;

    /** Steps before a network counts as too small or as held on a plateau, since many healthy ones need that long. */
    private static final int TRIAL_STEPS = 300;

    /** A cost has stalled if the second half's mean is above this share of the second quarter's. */
    private static final double HARDLY_FALLS = 0.9;

    /** Whole-set costs of the last steps that differ by this share of their mean go up and down: noise of batches makes less. */
    private static final double SWING = 0.6;

    /** The number of rises among the last steps from which on they are not one hump. */
    private static final int RISES = 4;

    /** A learning rate this many times smaller than the usual one is slow: it needs thousands of steps. */
    private static final double SLOW = 10;

    /** A gradient shorter than this is short whatever the learning rate: about a hundredth of a fresh network's. */
    private static final double SHORT_GRADIENT = 0.01;

    /** A first layer's gradient this many times shorter than the last one's has vanished. */
    private static final double VANISHED = 50;

    /** Hidden layers from which on a gradient can vanish by the product of slopes. */
    private static final int DEEP = 3;

    /** A test cost this many times its lowest value has risen: less is the noise of a small test set. */
    private static final double TEST_ROSE = 1.3;

    /** The least rise of the test cost as a share of the cost at the start, so that tiny costs do not count. */
    private static final double TEST_ROSE_BY = 0.15;

    /** The number of compared steps, this one among them, at which the test cost must have risen: one alone may be chance. */
    private static final int SUSTAINED = 4;

    /** A learning rate this many times the usual one is large even where its cost does not swing. */
    private static final double LARGE = 30;

    private final Evidence e;

    private Diagnosis(Evidence evidence) {
        this.e = evidence;
    }

    /**
     * The finding. The order of the rules: numbers that have exploded say nothing else any more; overfitting comes with learned
     * training examples, so it is asked before them; what is learned has no trouble, even with dead units; copies and a dead
     * layer stop all learning whatever the step, and copies come first since copies of zero are dead too. All others are
     * asked only of a cost that has stopped falling: large steps come first, since they also kill and saturate units, and what is wrong
     * with single units or layers comes before the size of the network.
     */
    public static Finding of(Evidence evidence) {
        Diagnosis d = new Diagnosis(evidence);
        return Stream.<Function<Diagnosis, Optional<? extends Finding>>>of(
                        Diagnosis::exploded,
                        Diagnosis::overfitting,
                        Diagnosis::learned,
                        Diagnosis::symmetric,
                        it -> it.deadest(1),
                        Diagnosis::above,
                        Diagnosis::dead,
                        Diagnosis::saturated,
                        Diagnosis::oscillating,
                        Diagnosis::large,
                        Diagnosis::slow,
                        Diagnosis::vanishing,
                        Diagnosis::straight,
                        Diagnosis::plateau,
                        Diagnosis::tooSmall)
                .map(rule -> rule.apply(d))
                .flatMap(Optional::stream)
                .map(Finding.class::cast)
                .findFirst()
                .orElse(new Finding.Learning());
    }

    private Optional<Finding> exploded() {
        double rate = e.learningRate();
        if (e.divergence().isPresent()) {
            return Optional.of(new Finding.Exploded(e.step(), rate, e.startCost(), OptionalDouble.empty()));
        }
        return e.cost() > FAR_ABOVE_START * e.startCost()
                ? Optional.of(new Finding.Exploded(e.step(), rate, e.startCost(), OptionalDouble.of(e.cost())))
                : Optional.empty();
    }

    private Optional<Finding> overfitting() {
        List<CostCurve.Point> past = e.past();
        if (past.size() < SUSTAINED || e.step() < STALL_STEPS) {
            return Optional.empty();
        }
        CostCurve.Point best = past.stream()
                .min(Comparator.comparingDouble(point -> test(point.scores())))
                .orElseThrow();
        double lowest = test(best.scores());
        double risen = Math.max(TEST_ROSE * lowest, lowest + TEST_ROSE_BY * e.startCost());
        double bestTrain = best.scores().trainCost().orElseThrow();
        boolean rose = past.subList(past.size() - SUSTAINED, past.size()).stream()
                .allMatch(point -> test(point.scores()) > risen);
        return rose && e.cost() < bestTrain
                ? Optional.of(new Finding.Overfitting(best.step(), lowest, test(e.scores()), bestTrain, e.cost()))
                : Optional.empty();
    }

    private static double test(Scores scores) {
        return scores.testCost().orElseThrow();
    }

    private Optional<Finding> learned() {
        OptionalDouble accuracy = e.scores().accuracy();
        boolean isLearned =
                accuracy.isPresent() ? accuracy.getAsDouble() >= LEARNED : e.cost() < LEARNED_COST * e.startCost();
        return isLearned && e.step() > 0 ? Optional.of(new Finding.Learned(accuracy, e.cost())) : Optional.empty();
    }

    private Optional<Finding> symmetric() {
        return e.layers().stream()
                .filter(LayerState::areCopies)
                .findFirst()
                .map(layer -> new Finding.Symmetric(layer.all()));
    }

    private Optional<Finding> dead() {
        return isStuck() ? deadest(HALF) : Optional.empty();
    }

    /** The first layer of which at least a share of the units is dead. */
    private Optional<Finding> deadest(double share) {
        return e.layers().stream()
                .filter(layer -> layer.has(FlatState.DEAD))
                .filter(layer -> layer.flatFrom(1).size() >= share * layer.flat().length)
                .findFirst()
                .map(layer -> new Finding.Dead(layer.flatFrom(1), layer.flat().length, e.examples(), e.isSample()));
    }

    /** Long training saturates healthy units too, so a large learning rate or saturated starting weights must have caused it. */
    private Optional<Finding> saturated() {
        boolean hasCause = e.learningRate() > HIGH * e.usualRate()
                || e.startLayers().stream().anyMatch(Diagnosis::isSaturated);
        return isStuck() && hasCause
                ? e.layers().stream().filter(Diagnosis::isSaturated).findFirst().map(Diagnosis::saturated)
                : Optional.empty();
    }

    private static boolean isSaturated(LayerState layer) {
        return layer.has(FlatState.SATURATED) && layer.flatFrom(NEARLY_ALL).size() >= HALF * layer.flat().length;
    }

    private static Finding saturated(LayerState layer) {
        List<Unit> units = layer.flatFrom(NEARLY_ALL);
        double share = units.stream()
                .mapToDouble(unit -> layer.flat()[unit.j()])
                .average()
                .orElseThrow();
        return new Finding.Saturated(units, layer.flat().length, share);
    }

    private Optional<Finding> above() {
        return e.step() >= FIRST_STEPS && e.recentMean() > ABOVE_START * e.startCost()
                ? Optional.of(swing())
                : Optional.empty();
    }

    private Optional<Finding> oscillating() {
        Finding.Oscillating swing = swing();
        return isStuck() && e.rises() >= RISES && swing.high() - swing.low() > SWING * e.recentMean()
                ? Optional.of(swing)
                : Optional.empty();
    }

    private Finding.Oscillating swing() {
        return new Finding.Oscillating(
                e.learningRate(),
                Arrays.stream(e.recent()).min().orElse(0),
                Arrays.stream(e.recent()).max().orElse(0));
    }

    private Optional<Finding> large() {
        double rate = e.learningRate();
        return isStuck() && rate > LARGE * e.usualRate()
                ? Optional.of(new Finding.LargeRate(rate, e.step()))
                : Optional.empty();
    }

    private Optional<Finding> slow() {
        double rate = e.learningRate();
        return isStuck() && SLOW * rate <= e.usualRate()
                ? Optional.of(new Finding.Slow(rate, e.updateShare()))
                : Optional.empty();
    }

    private Optional<Finding> vanishing() {
        if (!isStuck() || e.layers().size() < DEEP) {
            return Optional.empty();
        }
        double first = e.gradients()[0];
        double last = e.gradients()[e.gradients().length - 1];
        LayerState layer = e.layers().getFirst();
        return last > VANISHED * first
                ? Optional.of(new Finding.Vanishing(
                        layer.all(), last / first, layer.activation().name()))
                : Optional.empty();
    }

    private Optional<Finding> straight() {
        boolean isStraight =
                e.layers().stream().allMatch(layer -> layer.activation().name().equals("identity"));
        return isStuck() && isStraight
                ? Optional.of(
                        new Finding.Straight(!e.layers().isEmpty(), e.scores().accuracy()))
                : Optional.empty();
    }

    private Optional<Finding> tooSmall() {
        return isStuck() && e.step() >= TRIAL_STEPS
                ? Optional.of(new Finding.TooSmall(
                        e.step(), e.hiddenUnits(), e.scores().accuracy()))
                : Optional.empty();
    }

    private Optional<Finding> plateau() {
        return isStuck() && e.step() >= TRIAL_STEPS && e.gradient() < SHORT_GRADIENT
                ? Optional.of(new Finding.Plateau(e.cost(), e.gradient()))
                : Optional.empty();
    }

    private boolean isGood() {
        OptionalDouble accuracy = e.scores().accuracy();
        return accuracy.isPresent() ? accuracy.getAsDouble() >= GOOD : e.cost() < GOOD_COST * e.startCost();
    }

    /** Tests whether the cost has hardly fallen in the second half of the steps, and the answers are not good yet. */
    private boolean isStuck() {
        return e.step() >= Math.max(STALL_STEPS, STALL_EPOCHS * e.slices())
                && e.mean(0.5, 1) > HARDLY_FALLS * e.mean(0.25, 0.5)
                && !isGood();
    }
}
