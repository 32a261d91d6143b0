package downhill.web.playground;

import downhill.data.DataSpec;
import downhill.descent.rule.UpdateRule;
import downhill.net.Cost;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.RunSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the playground's controls off a run's specification, so that they show the run that is there. */
final class RunControls {
    /** The controls that act on a run while it goes on, so that its specification has the values with which it began. */
    private static final List<String> LIVE = List.of(
            "learningRate",
            "momentum",
            "decay",
            "beta1",
            "beta2",
            "weightDecay",
            "batchSize",
            "penalty",
            "penaltyRate");

    private final RunSpec spec;
    private final Map<String, String> values = new LinkedHashMap<>(Controls.DEFAULTS);

    private RunControls(RunSpec spec, String view) {
        this.spec = spec;
        put("seed", spec.seed());
        putData(view);
        putNetwork();
        putCost();
        put("batchSize", spec.batch().size());
        putOptimizer();
        putPenalties();
    }

    /**
     * The form whose controls show a run.
     *
     * @param view the run's view, by which a new run asks for its data again where no control holds them
     */
    static PlaygroundForm of(RunSpec spec, String view) {
        return new PlaygroundForm(new RunControls(spec, view).values);
    }

    /** A form whose controls have a run's values where a run can be changed while it goes on. */
    static PlaygroundForm live(PlaygroundForm run, PlaygroundForm form) {
        PlaygroundForm changed = form;
        for (String name : LIVE) {
            changed = changed.with(name, run.value(name));
        }
        return changed;
    }

    /** A sentence on what no control shows of a run, if there is any of that: a new run begins without it. */
    static List<String> remarks(RunSpec spec) {
        List<String> parts = unshown(spec);
        return parts.isEmpty()
                ? List.of()
                : List.of("This run has settings that the controls do not show: " + String.join(", ", parts)
                        + ". A new run begins without them.");
    }

    private static List<String> unshown(RunSpec spec) {
        List<String> parts = new ArrayList<>();
        if (spec.network().given().isPresent()) {
            parts.add("starting weights of its own");
        }
        if (!spec.network().groups().isEmpty()) {
            parts.add("layers cut into groups");
        }
        if (spec.network().initializer().biases()) {
            parts.add("random starting biases");
        }
        if (spec.frozen().stream().anyMatch(frozen -> !(frozen instanceof Frozen.Biases))) {
            parts.add("frozen weights");
        }
        if (spec.dropout().stream().distinct().count() > 1) {
            parts.add("a dropout rate for each layer");
        }
        return parts;
    }

    private void put(String name, String value) {
        values.put(name, value);
    }

    private void put(String name, long value) {
        put(name, Long.toString(value));
    }

    private void put(String name, double value) {
        put(name, decimal(value));
    }

    /** A number as a learner types it: 0.3, 10, 0.00001. */
    private static String decimal(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private void putData(String view) {
        Optional<DataSpec.BuiltIn> builtIn = Optional.of(spec.data())
                .filter(DataSpec.BuiltIn.class::isInstance)
                .map(DataSpec.BuiltIn.class::cast)
                .filter(data -> !Targets.text(data.targets()).isEmpty())
                .filter(data -> outputsAsOffered(data.name()));
        builtIn.ifPresentOrElse(this::putBuiltIn, () -> {
            put("data", Controls.GIVEN);
            put("of", view);
        });
    }

    /** Tests whether the network has as many outputs as the playground gives to this data set. */
    private boolean outputsAsOffered(String name) {
        return downhill.data.DataSets.named(name)
                .filter(info -> info.outputWidths()
                        .getFirst()
                        .equals(spec.network().layers().getLast()))
                .isPresent();
    }

    private void putBuiltIn(DataSpec.BuiltIn data) {
        put("data", data.name());
        put("count", data.count());
        put("noise", data.noise());
        put("testShare", data.testShare());
        put("targets", Targets.text(data.targets()));
        if (data.seed() != spec.seed()) {
            put("dataSeed", data.seed());
        }
        if (!data.features().isEmpty()) {
            put("features", new InputFeatures(data.features()).text());
        }
    }

    private void putNetwork() {
        var network = spec.network();
        put(
                "hidden",
                new HiddenLayers(network.layers().subList(1, network.layers().size() - 1)).text());
        List<String> names = network.activations().stream().map(a -> a.name()).toList();
        List<String> hidden = names.subList(0, names.size() - 1);
        if (!hidden.isEmpty()) {
            put("activation", hidden.stream().distinct().count() == 1 ? hidden.getFirst() : String.join(".", hidden));
        }
        put("init", Initializers.name(network.initializer()));
        put("initSize", Initializers.size(network.initializer()));
        put("output", names.getLast());
        putAutomatic("output");
    }

    private void putCost() {
        put("cost", spec.cost().name());
        if (spec.cost() instanceof Cost.HalfSquaredError cost) {
            put("costMargin", cost.margin());
        }
        putAutomatic("cost");
    }

    /** Leaves a choice to what fits the data, where that leads to the same. */
    private void putAutomatic(String name) {
        String chosen = values.put(name, Controls.AUTOMATIC);
        FormSpec form = new FormSpec(new PlaygroundForm(values), Optional.of(spec));
        String fitting = name.equals("cost") ? form.fittingCost() : form.outputActivation();
        if (!fitting.equals(chosen)) {
            values.put(name, chosen);
        }
    }

    private void putOptimizer() {
        UpdateRule rule = spec.optimizer().rule();
        put("optimizer", rule.name());
        put("learningRate", spec.optimizer().learningRate());
        put("weightDecay", spec.optimizer().weightDecay());
        rule.settings().stream()
                .filter(setting ->
                        Controls.DEFAULTS.containsKey(setting.parameter().key()))
                .forEach(setting -> put(setting.parameter().key(), setting.value()));
        rule.choices().forEach((name, taken) -> put(name, String.valueOf(taken)));
    }

    private void putPenalties() {
        spec.regularization().ifPresent(penalty -> {
            put("penalty", penalty.norm() == Norm.L1 ? "l1" : "l2");
            put("penaltyRate", penalty.rate());
        });
        spec.dropout().stream().findFirst().ifPresent(rate -> put("dropout", rate));
        put("biases", spec.frozen().contains(new Frozen.Biases()) ? "frozen" : "trained");
    }
}
