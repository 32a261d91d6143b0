package downhill.json.page;

import downhill.insight.ActivationFigure;
import downhill.json.form.Json;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import downhill.net.activation.ValueRange;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The activations as a page hands them to its figures, which have no list of their own. */
public final class ActivationJson {
    /** Ten thousandths are finer than any shade or pixel. */
    private static final double PARTS = 10_000;

    /** The activations that there are. */
    private static final String ALL = write(Activations.all());

    private ActivationJson() {}

    /** The text for the pages. */
    public static String all() {
        return ALL;
    }

    /** {@code {"tanh": {"range": [-1, 1], "together": false, "flat": {"state": "saturated", "reacting": […]}, "curve": […]}, …}}. */
    static String write(List<Activation> activations) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Activation activation : activations) {
            ActivationFigure figure = ActivationFigure.of(activation);
            ObjectNode node = all.putObject(activation.name());
            range(node.putArray("range"), activation.range());
            node.put("together", activation.curve().isEmpty());
            figure.reacting().ifPresent(reacting -> range(flat(node, activation).putArray("reacting"), reacting));
            differences(node.putArray("curve"), figure.samples());
        }
        return Json.text(all);
    }

    private static ObjectNode flat(ObjectNode node, Activation activation) {
        String state = activation.flatState().orElseThrow().name().toLowerCase(Locale.ROOT);
        return node.putObject("flat").put("state", state);
    }

    /** Both ends, null for one that is infinite. */
    private static void range(ArrayNode ends, ValueRange range) {
        for (double end : new double[] {range.low(), range.high()}) {
            if (Double.isInfinite(end)) {
                ends.addNull();
            } else {
                ends.add(end);
            }
        }
    }

    /** The samples in ten thousandths, each as its difference from the one before: half as long as the numbers themselves. */
    private static void differences(ArrayNode list, List<Double> samples) {
        long before = 0;
        for (double sample : samples) {
            long now = Math.round(sample * PARTS);
            list.add(now - before);
            before = now;
        }
    }
}
