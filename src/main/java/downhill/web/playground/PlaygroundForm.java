package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.live.LiveRun;
import downhill.train.spec.RunSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    /** The form in which every control has its default. */
    public static final PlaygroundForm DEFAULT = new PlaygroundForm(Controls.DEFAULTS);

    /** The names of the controls. */
    public static List<String> names() {
        return Controls.names();
    }

    /** The controls in a query or a form; other names are left aside. */
    public static PlaygroundForm read(Function<String, Optional<String>> parameter) {
        Map<String, String> values = new LinkedHashMap<>();
        Controls.DEFAULTS.forEach((name, byDefault) -> {
            String given = parameter.apply(name).map(String::strip).orElse("");
            values.put(name, given.isEmpty() ? byDefault : given);
        });
        return new PlaygroundForm(values);
    }

    /** The value of a control. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The same form with another value of a control. */
    public PlaygroundForm with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new PlaygroundForm(changed);
    }

    /** The specification of these controls; BadInputException or RefusedException name what is not allowed. */
    public RunSpec spec() {
        return spec(Optional.empty());
    }

    /**
     * {@link #spec()}.
     *
     * @param given the run that {@code of} names, where it is still there
     */
    public RunSpec spec(Optional<RunSpec> given) {
        return new FormSpec(this, given).spec();
    }

    /** The seed of the data, which is the seed of the weights unless it has one of its own. */
    public String dataSeed() {
        return value("dataSeed").equals(Controls.AUTOMATIC) ? value("seed") : value("dataSeed");
    }

    /** The specification of the run that {@code of} names, if it names one and {@code runs} still finds it. */
    public Optional<RunSpec> giver(Function<String, Optional<LiveRun>> runs) {
        return Optional.of(value("of"))
                .filter(view -> !view.isEmpty())
                .flatMap(runs)
                .map(run -> run.read(history -> history.newest().spec()));
    }

    /** The learner's own points, if it is they that are trained on. */
    Optional<OwnPoints> own() {
        return value("data").equals(Controls.OWN) ? Optional.of(OwnPoints.parse(value("points"))) : Optional.empty();
    }

    /** The facts about the built-in set that is chosen, if one is. */
    Optional<DataSetInfo> info() {
        return DataSets.named(value("data"));
    }

    /** The functions of x and y that go in, where the data set takes any. */
    Optional<InputFeatures> features() {
        return info().filter(DataSetInfo::features).map(info -> InputFeatures.parse(value("features")));
    }

    /** The address's query: only what differs from the defaults. */
    public String query() {
        return values.entrySet().stream()
                .filter(e -> !e.getValue().equals(Controls.DEFAULTS.get(e.getKey())))
                .filter(e -> !e.getKey().equals("of") || value("data").equals(Controls.GIVEN))
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
