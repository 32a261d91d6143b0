package downhill.json.trial;

import downhill.insight.health.HealthTrial;
import downhill.insight.health.LayerHealth;
import downhill.json.RunJson;
import downhill.json.form.Json;
import downhill.json.form.Rounding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of how layers fare, in UTF-8. */
public final class HealthJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Significant digits of curves and answers, for drawing. */
    private static final Rounding DRAWN = new Rounding(4);

    private HealthJson() {}

    /** The layers of a run at a step. */
    public static byte[] write(int step, List<LayerHealth> layers) {
        ObjectNode node = NODES.objectNode().put("step", step);
        layers(node.putArray("layers"), layers);
        return Json.bytes(node);
    }

    /** Several trainings, side by side. */
    public static byte[] write(List<HealthTrial> trials) {
        ObjectNode node = NODES.objectNode();
        ArrayNode runs = node.putArray("runs");
        for (HealthTrial trial : trials) {
            ObjectNode run = runs.addObject().put("diverged", trial.diverged());
            ArrayNode activations = run.putArray("activations");
            trial.activations().forEach(activation -> activations.add(activation.name()));
            numbers(run.putArray("costs"), trial.costs());
            rows(run.putArray("gradients"), trial.gradients());
            layers(run.putArray("layers"), trial.layers());
            ArrayNode answers = run.putArray("answers");
            for (double[][] layer : trial.answers()) {
                rows(answers.addArray(), layer);
            }
        }
        return Json.bytes(node);
    }

    private static void layers(ArrayNode list, List<LayerHealth> layers) {
        for (LayerHealth layer : layers) {
            ObjectNode node = list.addObject().put("gradient", RunJson.finite(layer.gradient()));
            layer.factor()
                    .ifPresentOrElse(
                            factor -> node.put("factor", RunJson.finite(factor)), () -> node.putNull("factor"));
            layer.flat().ifPresentOrElse(share -> node.put("flat", share), () -> node.putNull("flat"));
            node.put("units", layer.units()).put("different", layer.different());
        }
    }

    private static void rows(ArrayNode list, double[][] rows) {
        for (double[] row : rows) {
            numbers(list.addArray(), row);
        }
    }

    private static void numbers(ArrayNode list, double[] numbers) {
        for (double number : DRAWN.rounded(numbers)) {
            list.add(RunJson.finite(number));
        }
    }
}
