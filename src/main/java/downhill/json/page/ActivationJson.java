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
            ArrayNode curve = node.putArray("curve");
            for (double value : figure.samples()) {
                rounded(curve, value);
            }
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

    private static void rounded(ArrayNode list, double value) {
        double rounded = Math.rint(value * PARTS) / PARTS;
        if (rounded == Math.rint(rounded)) {
            list.add((long) rounded);
        } else {
            list.add(rounded);
        }
    }
}
