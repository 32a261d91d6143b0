package downhill.web.playground;

import downhill.data.DataSpec;
import downhill.math.text.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The cure of each trouble, as changes of the playground's controls. */
final class Cures {
    /** Hidden neurons that suffice for every data set of the playground but the spiral. */
    private static final int ROOM = 14;

    /** The fewest hidden units with which a momentum leads off every plateau that was tried. */
    private static final int FEW = 4;

    /** A learning rate this many times the usual one is lowered together with the other cure, since it would undo it. */
    private static final double HIGH = 3;

    /** The examples that a small data set is raised to. */
    private static final int MANY = 1000;

    /** The one table of cures, by the names of the findings. */
    private static final Map<String, Function<Cures, Optional<Remedy>>> TABLE = Map.ofEntries(
            Map.entry("exploded", Cures::lowerRate),
            Map.entry("oscillation", Cures::lowerRate),
            Map.entry("large-rate", Cures::lowerRate),
            Map.entry("dead-units", Cures::reviveUnits),
            Map.entry("saturation", Cures::leaveFlatParts),
            Map.entry("symmetry", Cures::breakSymmetry),
            Map.entry("vanishing-gradient", Cures::steeperSlopes),
            Map.entry("slow", Cures::raiseRate),
            Map.entry("no-hidden-layer", Cures::moreNeurons),
            Map.entry("straight", Cures::curve),
            Map.entry("too-small", Cures::moreNeurons),
            Map.entry("plateau", Cures::leavePlateau),
            Map.entry("overfitting", Cures::moreExamples));

    private final PlaygroundForm form;
    private final Figures figures;

    private Cures(PlaygroundForm form, Figures figures) {
        this.form = form;
        this.figures = figures;
    }

    /**
     * The figures of a diagnosis that a cure may need.
     *
     * @param rate the run's learning rate
     * @param usualRate the one that suits its optimizer and cost
     * @param bestStep the step with the lowest test cost, for overfitting
     */
    record Figures(double rate, double usualRate, OptionalInt bestStep) {}

    /**
     * The cure of a trouble.
     *
     * @param trouble the name of a finding
     * @param form the controls of the run
     * @return nothing where nothing is known to help
     */
    static Optional<Remedy> of(String trouble, PlaygroundForm form, Figures figures) {
        return Optional.ofNullable(TABLE.get(trouble)).flatMap(cure -> cure.apply(new Cures(form, figures)));
    }

    /** Large steps come from a large learning rate, or else from starting weights of the learner's own. */
    private Optional<Remedy> lowerRate() {
        if (rate() <= usual() && !isAutomatic()) {
            return smallerWeights();
        }
        double lower = rate() > usual() ? usual() : rate() / 10;
        return Optional.of(Remedy.newRun("Lower the learning rate to " + text(lower), "learningRate", text(lower)));
    }

    private boolean isAutomatic() {
        return form.value("init").equals(Controls.AUTOMATIC);
    }

    private Optional<Remedy> smallerWeights() {
        return Optional.of(Remedy.newRun("Start from smaller weights", "init", Controls.AUTOMATIC));
    }

    private Optional<Remedy> reviveUnits() {
        return hiddenUnits() < ROOM
                ? with("Use leaky-relu, 8 and 6 neurons", Map.of("activation", "leaky-relu", "hidden", "8-6"))
                : with("Use leaky-relu", Map.of("activation", "leaky-relu"));
    }

    private Optional<Remedy> leaveFlatParts() {
        return !isAutomatic()
                ? smallerWeights()
                : rate() > usual() ? lowerRate() : with("Use leaky-relu", Map.of("activation", "leaky-relu"));
    }

    private Optional<Remedy> breakSymmetry() {
        return Optional.of(Remedy.newRun("Start from random weights", "init", Controls.AUTOMATIC));
    }

    private Optional<Remedy> steeperSlopes() {
        String better = form.value("activation").equals("tanh") ? "leaky-relu" : "tanh";
        return with("Use " + better, Map.of("activation", better), 1);
    }

    private Optional<Remedy> raiseRate() {
        return Optional.of(new Remedy(
                "Raise the learning rate to " + text(usual()),
                Remedy.Kind.LIVE,
                Map.of("learningRate", text(usual()))));
    }

    private Optional<Remedy> curve() {
        return with("Use a curved activation: tanh", Map.of("activation", "tanh"));
    }

    private Optional<Remedy> moreNeurons() {
        if (form.value("data").equals("spiral") && !form.value("features").contains("sinx")) {
            return Optional.of(Remedy.newRun(
                    "Add the inputs sin x₁ and sin x₂, and more neurons",
                    "features",
                    "x-y-sinx-siny",
                    "hidden",
                    "8-6",
                    "activation",
                    "tanh",
                    "learningRate",
                    "0.3",
                    "batchSize",
                    "30"));
        }
        return hiddenUnits() < ROOM ? wider() : Optional.empty();
    }

    /** More neurons, and for them a curve that trains in hundreds of steps instead of thousands. */
    private Optional<Remedy> wider() {
        return form.value("activation").equals("sigmoid")
                ? with("Use tanh, 8 and 6 neurons", Map.of("hidden", "8-6", "activation", "tanh"))
                : with("Use 8 and 6 neurons", Map.of("hidden", "8-6"));
    }

    /** A momentum carries plain descent over a plateau; a network of few units has no way off some. */
    private Optional<Remedy> leavePlateau() {
        boolean isPlain =
                form.value("optimizer").equals("sgd") && form.value("momentum").equals("0");
        return isPlain && hiddenUnits() >= FEW
                ? Optional.of(new Remedy("Use momentum 0.9", Remedy.Kind.LIVE, Map.of("momentum", "0.9")))
                : wider();
    }

    /** More examples are the best cure; where there are no more, the network as it was before it overfitted. */
    private Optional<Remedy> moreExamples() {
        boolean areMore = form.info()
                .filter(info -> info.count().settable() && info.count().high() >= MANY)
                .isPresent();
        if (areMore && form.spec().data() instanceof DataSpec.BuiltIn data && data.count() < MANY) {
            String many = String.valueOf(MANY);
            return with("Use more examples: " + many, Map.of("count", many));
        }
        return figures.bestStep().isPresent()
                ? Optional.of(backTo(figures.bestStep().getAsInt()))
                : Optional.empty();
    }

    private static Remedy backTo(int step) {
        return new Remedy(
                "Go back to step " + NumberText.count(step), Remedy.Kind.STEP, Map.of("step", String.valueOf(step)));
    }

    /** A new run with these changes, and with the usual learning rate if the run's is so high that it would undo them. */
    private Optional<Remedy> with(String label, Map<String, String> changes) {
        return with(label, changes, HIGH);
    }

    /** A new run with these changes, and with the usual learning rate if the run's is more than this many times as high. */
    private Optional<Remedy> with(String label, Map<String, String> changes, double high) {
        if (rate() <= high * usual()) {
            return Optional.of(new Remedy(label, Remedy.Kind.NEW_RUN, changes));
        }
        Map<String, String> all = new LinkedHashMap<>(changes);
        all.put("learningRate", text(usual()));
        return Optional.of(new Remedy(label + " and a learning rate of " + text(usual()), Remedy.Kind.NEW_RUN, all));
    }

    private int hiddenUnits() {
        return HiddenLayers.parse(form.value("hidden")).widths().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private double rate() {
        return figures.rate();
    }

    private double usual() {
        return figures.usualRate();
    }

    private static String text(double number) {
        return new BigDecimal(number)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}
