package downhill.web.playground;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The playground's controls: their names in addresses and forms, and the value of each that an address leaves out. */
final class Controls {
    /** The data set that is made of the learner's own points. */
    static final String OWN = "own";

    /** The data of the run that the control {@code of} names by its view. */
    static final String GIVEN = "given";

    /** The choice that leaves a decision to what fits the data. */
    static final String AUTOMATIC = "automatic";

    static final String NONE = "none";

    /** The controls in the order of an address, each with its default. */
    static final Map<String, String> DEFAULTS = defaults();

    /** The controls of which each holds a whole part of the specification, by the pointer of that part. */
    private static final Map<String, String> PARTS = Map.of(
            "/network/layers", "hidden",
            "/network/activations", "activation",
            "/network/initializer", "init",
            "/data/features", "features",
            "/data/targets", "targets",
            "/data/seed", "dataSeed",
            "/regularization/rate", "penaltyRate",
            "/regularization", "penalty");

    /** The controls whose pointers end in another word than their names. */
    private static final Map<String, String> ALIASES = Map.of(
            "/data/name", "data",
            "/data/id", "data",
            "/batch/size", "batchSize",
            "/optimizer/name", "optimizer");

    private Controls() {}

    private static Map<String, String> defaults() {
        Map<String, String> d = new LinkedHashMap<>();
        d.put("data", "circle");
        d.put("of", "");
        d.put("points", OwnPoints.START);
        d.put("count", "200");
        d.put("noise", "0.1");
        d.put("testShare", "0.3");
        d.put("dataSeed", AUTOMATIC);
        d.put("targets", "0-1");
        d.put("features", "x-y");
        d.put("hidden", "4-2");
        d.put("activation", "tanh");
        d.put("output", AUTOMATIC);
        d.put("init", AUTOMATIC);
        d.put("initSize", "1");
        d.put("biases", "trained");
        d.put("cost", AUTOMATIC);
        d.put("costMargin", "0");
        d.put("optimizer", "sgd");
        d.put("learningRate", "0.3");
        d.put("momentum", "0");
        d.put("nesterov", "false");
        d.put("decay", "0.9");
        d.put("beta1", "0.9");
        d.put("beta2", "0.999");
        d.put("weightDecay", "0");
        d.put("penalty", NONE);
        d.put("penaltyRate", "0.001");
        d.put("dropout", "0");
        d.put("batchSize", "10");
        d.put("seed", "1");
        return Collections.unmodifiableMap(d);
    }

    /** The names of the controls. */
    static List<String> names() {
        return List.copyOf(DEFAULTS.keySet());
    }

    /** The control that a pointer into the specification belongs to; the pointer's last word if none does. */
    static String of(String pointer) {
        String alias = ALIASES.get(pointer);
        if (alias != null) {
            return alias;
        }
        return PARTS.keySet().stream()
                .filter(pointer::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .map(PARTS::get)
                .orElseGet(() -> lastWord(pointer));
    }

    /** The last word of a pointer; rates of dropout, one for each layer, are one control. */
    private static String lastWord(String pointer) {
        return pointer.startsWith("/dropout/") ? "dropout" : pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
