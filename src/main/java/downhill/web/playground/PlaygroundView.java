package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.json.StageConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the playground's stage: the controls' values, and the run that they led to, if there is one.
 *
 * @param values the value of each control, by its name
 * @param query the same as the address's query, only what differs from the defaults
 * @param source the visitor's own run, or step 0 of what the controls say
 * @param dataSets the data sets on offer
 */
public record PlaygroundView(
        Map<String, String> values, String query, StageConfig.RunSource source, List<DataChoice> dataSets) {

    private static final Pattern ENDS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)~(-?\\d+(?:\\.\\d+)?)~");
    private static final Set<String> OF_THE_DATA = Set.of("count", "noise", "testShare");

    /** The value of a control. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * Tests whether a control has an effect: a truth table has neither noise nor a number of examples, and of the optimizers only plain descent takes
     * a momentum.
     */
    public boolean applies(String control) {
        if (control.equals("momentum")) {
            return value("optimizer").equals("sgd");
        }
        if (!OF_THE_DATA.contains(control)) {
            return true;
        }
        return !isOwn()
                && DataSets.named(value("data"))
                        .map(info -> info.parameters().contains(control))
                        .orElse(true);
    }

    /** Tests whether the run trains on the learner's own points. */
    public boolean isOwn() {
        return value("data").equals(PlaygroundForm.OWN);
    }

    /** Tests whether there is a run, not only step 0 of what the controls say. */
    public boolean hasRun() {
        return source.frames().isPresent();
    }

    /** The configuration of its stage. */
    public StageConfig config() {
        return StageConfig.of(source).addressed(domain());
    }

    /** Over which coordinates the learner's own points are drawn, low and high; nothing for other data. */
    private List<Double> domain() {
        Matcher ends = ENDS.matcher(value("points"));
        return isOwn() && ends.lookingAt()
                ? List.of(Double.valueOf(ends.group(1)), Double.valueOf(ends.group(2)))
                : List.of();
    }

    /** The functions of x and y that go in, which buttons of their own change. */
    public InputFeatures features() {
        return InputFeatures.parse(value("features"));
    }

    /** Tests whether the data set allows inputs beside the coordinates. */
    public boolean takesFeatures() {
        return DataSets.named(value("data")).filter(DataSetInfo::features).isPresent();
    }

    /** The suggestion for a network of these controls that stops getting better. */
    public Optional<Remedy> remedy() {
        return Remedy.of(this);
    }

    /** The hidden layers, which the network's own controls change. */
    public HiddenLayers hidden() {
        return HiddenLayers.parse(value("hidden"));
    }
}
