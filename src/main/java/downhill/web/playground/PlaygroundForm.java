package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.json.RunSpecReader;
import downhill.json.SpecForm;
import downhill.train.spec.RunSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The playground's controls, as its address and its form hold them. A missing control has its default, and the address holds
 * only what differs from it; it becomes a specification by the same door as everybody's JSON.
 *
 * @param values the value of each control, by its name, in the order of {@link #names}
 */
public record PlaygroundForm(Map<String, String> values) {
    /** The name of the data set that is made of the learner's own points. */
    static final String OWN = "own";

    /** The controls and their defaults. */
    private static final Map<String, String> DEFAULTS = defaults();

    /** The controls of which each holds a whole list of the specification. */
    private static final Map<String, String> LISTS =
            Map.of("/network/layers", "hidden", "/network/activations", "activation", "/data/features", "features");

    private static Map<String, String> defaults() {
        Map<String, String> d = new LinkedHashMap<>();
        d.put("data", "circle");
        d.put("points", OwnPoints.START);
        d.put("count", "200");
        d.put("noise", "0.1");
        d.put("testShare", "0.3");
        d.put("features", "x-y");
        d.put("hidden", "4-2");
        d.put("activation", "tanh");
        d.put("cost", "cross-entropy");
        d.put("optimizer", "sgd");
        d.put("learningRate", "0.3");
        d.put("momentum", "0");
        d.put("batchSize", "10");
        d.put("seed", "1");
        return d;
    }

    /** The names of the controls. */
    public static List<String> names() {
        return List.copyOf(DEFAULTS.keySet());
    }

    /** The controls in a query or a form; other names are left aside. */
    public static PlaygroundForm read(Function<String, Optional<String>> parameter) {
        Map<String, String> values = new LinkedHashMap<>();
        DEFAULTS.forEach((name, byDefault) -> {
            String given = parameter.apply(name).map(String::strip).orElse("");
            values.put(name, given.isEmpty() ? byDefault : given);
        });
        return new PlaygroundForm(values);
    }

    /** The value of a control. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The specification of these controls; BadInputException or RefusedException name what is not allowed. */
    public RunSpec spec() {
        boolean number = isNumber();
        List<String> layers = layers();
        var form = new SpecForm();
        form.put("/seed", value("seed"));
        putData(form);
        form.putAll("/network/layers", layers);
        form.putAll("/network/activations", activations(layers.size() - 2, number));
        form.put("/cost", number ? "half-squared-error" : value("cost"));
        form.put("/batch/size", value("batchSize")).put("/batch/shuffle", "true");
        form.put("/optimizer/name", value("optimizer")).put("/optimizer/learningRate", value("learningRate"));
        if (value("optimizer").equals("sgd")) {
            form.put("/optimizer/momentum", value("momentum"));
        }
        return RunSpecReader.read(form.json());
    }

    private void putData(SpecForm form) {
        Optional<OwnPoints> own = own();
        form.put("/data/name", own.isPresent() ? "inline" : value("data"));
        own.map(OwnPoints::examples)
                .ifPresent(examples -> form.putRows("/data/inputs", examples.inputs())
                        .putRows("/data/targets", examples.targets())
                        .putRows("/data/testInputs", examples.testInputs())
                        .putRows("/data/testTargets", examples.testTargets()));
        form.putPresent(settable());
        features().ifPresent(features -> form.putAll("/data/features", features.names()));
    }

    /** The functions of x and y that go in, where the data set takes any beside the point itself. */
    private Optional<InputFeatures> features() {
        return info().filter(DataSetInfo::features).map(info -> InputFeatures.parse(value("features")));
    }

    /** The learner's own points, if it is they that are trained on. */
    Optional<OwnPoints> own() {
        return value("data").equals(OWN) ? Optional.of(OwnPoints.parse(value("points"))) : Optional.empty();
    }

    private Optional<DataSetInfo> info() {
        return DataSets.named(value("data"));
    }

    private boolean isNumber() {
        return info().map(info -> info.kind() == DataSetInfo.Kind.NUMBER).orElse(false);
    }

    /** The data set's parameters that can be set; the others stay out, since the set would refuse them. */
    private Map<String, String> settable() {
        Map<String, String> data = new LinkedHashMap<>();
        info().ifPresent(info -> {
            for (String name : List.of("count", "noise", "testShare")) {
                if (info.parameters().contains(name)) {
                    data.put("/data/" + name, value(name));
                }
            }
        });
        return data;
    }

    private List<String> layers() {
        List<String> layers = new ArrayList<>();
        int inputs = features()
                .map(features -> features.names().size())
                .or(() -> info().map(info -> info.inputNames().size()))
                .orElse(2);
        layers.add(String.valueOf(inputs));
        String hidden = value("hidden");
        if (!hidden.equals("none")) {
            layers.addAll(List.of(hidden.split("-", -1)));
        }
        layers.add(String.valueOf(info().map(i -> i.outputWidths().getFirst()).orElse(1)));
        return layers;
    }

    private List<String> activations(int hidden, boolean number) {
        List<String> activations = new ArrayList<>(Collections.nCopies(hidden, value("activation")));
        activations.add(number ? "identity" : "sigmoid");
        return activations;
    }

    /** The control that a pointer into the specification belongs to. */
    static String control(String pointer) {
        return switch (pointer) {
            case "/data/name" -> "data";
            case "/batch/size" -> "batchSize";
            case "/optimizer/name" -> "optimizer";
            default ->
                LISTS.entrySet().stream()
                        .filter(list -> pointer.startsWith(list.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> pointer.substring(pointer.lastIndexOf('/') + 1));
        };
    }

    /** The address's query: only what differs from the defaults. */
    public String query() {
        return values.entrySet().stream()
                .filter(e -> !e.getValue().equals(DEFAULTS.get(e.getKey())))
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
