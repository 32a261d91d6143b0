package downhill.web.lesson;

import downhill.course.Stage;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.descent.rule.Hyperparameter;
import downhill.json.StageConfig;
import downhill.json.StageJson;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The parts of a hill's stage.
 *
 * @param id what the ids of its elements begin with
 * @param walkers the walkers; the first is the learner's
 * @param fog the range of sight, in the hill's own units; without it, everywhere
 * @param arrows which arrows walkers carry: gradient, downhill (the steepest way down as a line), momentum
 * @param steps how many steps a descent may take
 * @param show its widgets, in order: profile, contour-map, surface, heights, secant
 * @param secant the widths at which rise over run is measured; none without the secant
 * @param open whether every descent can be tuned, not the first alone
 */
public record HillView(
        String id,
        HillInfo hill,
        List<StageJson.Walker> walkers,
        OptionalDouble fog,
        List<String> arrows,
        int steps,
        List<String> show,
        List<Double> secant,
        boolean open) {
    /** The usual learning rate below which a hill is slow: its slider then has smaller values. */
    private static final double SLOW = 0.02;
    /** The ratio of a plane's sides from which on it is long. */
    private static final double LONG = 1.5;

    /** The view of a stage; {@code open} as above. */
    public static HillView of(String id, Stage.HillStage stage, boolean open) {
        List<StageJson.Walker> walkers = stage.walkers().stream()
                .map(w -> new StageJson.Walker(w.name(), w.start(), w.optimizer(), w.byHand()))
                .toList();
        HillInfo info = Hills.named(stage.hill()).orElseThrow();
        return new HillView(
                id, info, walkers, stage.fog(), stage.arrows(), stage.steps(), stage.show(), stage.secant(), open);
    }

    /** The configuration of its stage. */
    public StageConfig config(String base) {
        return StageConfig.of(new StageConfig.HillSource(
                base + "/api/hills/" + hill.name(), walkers, steps, arrows, length(), fog, secant));
    }

    /** Tests whether the learner moves the walker by hand. */
    public boolean byHand() {
        return walkers.getFirst().byHand();
    }

    /** Tests whether the hill has two coordinates. */
    public boolean plane() {
        return hill.hill().dimensions() == 2;
    }

    /**
     * A descent that can be tuned.
     *
     * @param index its place among the walkers
     * @param several whether others walk there too, so that it must be named
     */
    public record Tuned(int index, String name, boolean several, double rate, double momentum) {}

    /** The descents whose rates have controls: the learner's, or all where everyone is the learner's. */
    public List<Tuned> tunable() {
        return IntStream.range(0, open ? walkers.size() : 1)
                .filter(i -> !walkers.get(i).byHand())
                .mapToObj(this::tuned)
                .toList();
    }

    private Tuned tuned(int index) {
        StageJson.Walker walker = walkers.get(index);
        double momentum = walker.optimizer().rule().setting(Hyperparameter.MOMENTUM, 0);
        return new Tuned(
                index, walker.name(), walkers.size() > 1, walker.optimizer().learningRate(), momentum);
    }

    /** The descent beside a walker by hand, once the learner starts it. */
    public Tuned companion() {
        return new Tuned(1, "the descent", true, hill.learningRate(), 0);
    }

    /** The lowest value of the learning rate's slider. */
    public double lowestRate() {
        return hill.learningRate() < SLOW ? 0.00001 : 0.01;
    }

    /** The highest value of the learning rate's slider. */
    public double highestRate() {
        return hill.learningRate() < SLOW ? 0.1 : 3;
    }

    /** Three lengths for a step by hand: round numbers near an eightieth, a fortieth and a twentieth of the hill's width. */
    public List<Double> lengths() {
        double width =
                hill.domain().getFirst().high() - hill.domain().getFirst().low();
        return DoubleStream.of(80, 40, 20)
                .map(share -> round(width / share))
                .boxed()
                .toList();
    }

    /** The length of a step by hand at first: the middle one. */
    public double length() {
        return lengths().get(1);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double round(double x) {
        double power = 1;
        while (power > x) {
            power /= 10;
        }
        double digit = x / power;
        return digit < 1.5 ? power : digit < 3.5 ? 2 * power : 5 * power;
    }

    /** Tests whether the plane is much longer than it is high: the map then has the whole width. */
    public boolean isLong() {
        return plane() && LONG * width(1) < width(0);
    }

    private double width(int direction) {
        return hill.domain().get(direction).high()
                - hill.domain().get(direction).low();
    }
}
