package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.descent.rule.UpdateRules;
import downhill.json.StageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The parts of the playground's stage: the controls' values, and the run that they led to, if there is one.
 *
 * @param values the value of each control, by its name
 * @param query the same as the address's query, only what differs from the defaults
 * @param source the visitor's own run, or step 0 of what the controls say
 * @param dataSets the data sets on offer
 * @param remarks sentences on what the address asked for and could not have
 * @param plan a teacher's options
 */
public record PlaygroundView(
        Map<String, String> values,
        String query,
        StageConfig.RunSource source,
        List<DataChoice> dataSets,
        List<String> remarks,
        ClassPlan plan) {

    private static final Pattern ENDS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)~(-?\\d+(?:\\.\\d+)?)~");
    private static final Set<String> OF_THE_DATA = Set.of("count", "noise", "testShare", "targets");
    private static final Set<String> OF_THE_OPTIMIZER = Set.of("momentum", "nesterov", "decay", "beta1", "beta2");

    /** The same page for a link's state. */
    PlaygroundView linkedTo(StageConfig.Linked state) {
        return new PlaygroundView(values, query, source.with(state), dataSets, remarks, plan);
    }

    /** The same page for a run that it only shows. */
    PlaygroundView watching(String view) {
        return new PlaygroundView(values, query, source, dataSets, remarks, plan.watching(view));
    }

    /** The value of a control. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * Tests whether a control has an effect: a truth table has neither noise nor a number of examples, and each optimizer has settings of
     * its own.
     */
    public boolean applies(String control) {
        return OF_THE_DATA.contains(control)
                ? ofTheData(control)
                : !OF_THE_OPTIMIZER.contains(control) || ofTheOptimizer(control);
    }

    private boolean ofTheData(String control) {
        return !isOwn()
                && !isGiven()
                && DataSets.named(value("data"))
                        .map(info -> info.parameters().contains(control))
                        .orElse(true);
    }

    private boolean ofTheOptimizer(String control) {
        return UpdateRules.named(value("optimizer"))
                .filter(rule -> rule.choices().containsKey(control)
                        || rule.settings().stream()
                                .anyMatch(s -> s.parameter().key().equals(control)))
                .isPresent();
    }

    /** The title of the chosen data. */
    public String dataTitle() {
        return isOwn()
                ? "Your own points"
                : DataSets.named(value("data")).map(DataSetInfo::title).orElse("The data of this run");
    }

    /** Tests whether the run trains on the learner's own points. */
    public boolean isOwn() {
        return value("data").equals(Controls.OWN);
    }

    /** Tests whether each example is of one class, or may be, in data that no control holds. */
    public boolean hasClasses() {
        return DataSets.named(value("data"))
                .map(info -> info.kind() == DataSetInfo.Kind.TWO_CLASSES || info.kind() == DataSetInfo.Kind.ONE_OF_MANY)
                .orElse(true);
    }

    /** The question that a network of these data answers by learning. */
    public String question() {
        if (isGiven()) {
            return "Can the network learn these examples?";
        }
        Optional<DataSetInfo> info = DataSets.named(value("data"));
        if (info.isPresent() && info.get().kind() == DataSetInfo.Kind.NUMBER) {
            return info.get().dimensions() == 1
                    ? "Can the network learn the function behind these points?"
                    : "Can the network learn the height at every point?";
        }
        if (info.isPresent()
                && info.get().kind() == DataSetInfo.Kind.ONE_OF_MANY
                && info.get().dimensions() == 2) {
            return "Can the network learn to tell all classes of points apart?";
        }
        return info.isEmpty() || info.get().dimensions() == 2
                ? "Can the network learn to tell the blue points from the orange ones?"
                : "Can the network learn these examples?";
    }

    /** Tests whether the data are those of a run, which no control holds. */
    public boolean isGiven() {
        return value("data").equals(Controls.GIVEN);
    }

    /** Tests whether the hidden layers have different activations. */
    public boolean isMixed() {
        return activations().stream().distinct().count() > 1;
    }

    /** The activation of a hidden layer. */
    public String activation(int layer) {
        return activations().get(layer);
    }

    /** The control's text for all activations, with another one in a hidden layer. */
    public String mixed(int layer, String activation) {
        List<String> changed = new ArrayList<>(activations());
        changed.set(layer, activation);
        return changed.stream().distinct().count() == 1 ? activation : String.join(".", changed);
    }

    private List<String> activations() {
        int layers = hidden().widths().size();
        List<String> chosen = List.of(value("activation").split("\\.", -1));
        return IntStream.range(0, Math.max(1, layers))
                .mapToObj(layer -> chosen.get(Math.min(layer, chosen.size() - 1)))
                .toList();
    }

    /** The seed that the starting weights have next. */
    public String nextSeed() {
        return next(value("seed"));
    }

    /** The seed of the data, as a number of its own. */
    public String dataSeed() {
        return value("dataSeed").equals(Controls.AUTOMATIC) ? value("seed") : value("dataSeed");
    }

    /** The seed that the data have next. */
    public String nextDataSeed() {
        return next(dataSeed());
    }

    private static String next(String seed) {
        return seed.matches("\\d{1,15}") ? String.valueOf(Long.parseLong(seed) + 1) : "1";
    }

    /** Tests whether there is a run, or will be one as soon as the page opens, not only step 0 of what the controls say. */
    public boolean hasRun() {
        return source.frames().isPresent() || source.link().isPresent();
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

    /** The hidden layers, which the network's own controls change. */
    public HiddenLayers hidden() {
        return HiddenLayers.parse(value("hidden"));
    }
}
