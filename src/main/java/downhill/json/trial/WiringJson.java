package downhill.json.trial;

import downhill.data.Dataset;
import downhill.insight.wiring.Ablation;
import downhill.insight.wiring.ConnectionLedger;
import downhill.insight.wiring.InputShares;
import downhill.insight.wiring.RuleTrial;
import downhill.insight.wiring.TrainingAnswers;
import downhill.json.form.Json;
import downhill.json.form.Rounding;
import java.util.Arrays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of what the connections into the outputs tell, in UTF-8. */
public final class WiringJson {
    /** Significant digits of the numbers of which there are many. */
    private static final int DIGITS = 4;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WiringJson() {}

    /** A ledger, with the inputs of its example. */
    public static byte[] ledger(ConnectionLedger ledger, Dataset data) {
        ObjectNode node = NODES.objectNode()
                .put("step", ledger.step())
                .put("example", ledger.example())
                .put("output", ledger.output())
                .put("target", ledger.target())
                .put("activation", ledger.activation())
                .put("delta", ledger.delta())
                .put("rate", ledger.rate());
        ArrayNode rows = node.putArray("rows");
        for (ConnectionLedger.Row row : ledger.rows()) {
            rows.addObject()
                    .put("unit", row.unit())
                    .put("activation", row.activation())
                    .put("weight", row.weight())
                    .put("change", row.change())
                    .put("hebb", row.hebb());
        }
        int width = data.inputWidth();
        double[] inputs = Arrays.copyOfRange(data.inputs(), ledger.example() * width, (ledger.example() + 1) * width);
        numbers(node.putArray("inputs"), new Rounding(DIGITS).rounded(inputs));
        return Json.bytes(node);
    }

    public static byte[] answers(TrainingAnswers answers) {
        ObjectNode node = NODES.objectNode().put("step", answers.step()).put("output", answers.output());
        whole(node.putArray("labels"), answers.labels());
        whole(node.putArray("answers"), answers.answers());
        numbers(node.putArray("activations"), new Rounding(DIGITS).rounded(answers.activations()));
        return Json.bytes(node);
    }

    public static byte[] rules(RuleTrial trial) {
        ObjectNode node = NODES.objectNode()
                .put("step", trial.step())
                .put("rate", trial.rate())
                .put("weights", trial.weights());
        node.set("descent", course(trial.descent()));
        node.set("hebb", course(trial.hebb()));
        return Json.bytes(node);
    }

    private static ObjectNode course(RuleTrial.Course course) {
        ObjectNode node = NODES.objectNode().put("risen", course.risen()).put("fallen", course.fallen());
        ArrayNode points = node.putArray("points");
        for (RuleTrial.Point point : course.points()) {
            points.addObject()
                    .put("examples", point.examples())
                    .put("accuracy", point.accuracy())
                    .put("classes", point.classes())
                    .put("length", point.length());
        }
        return node;
    }

    public static byte[] ablation(Ablation ablation) {
        ObjectNode node = NODES.objectNode().put("step", ablation.step());
        whole(node.putArray("counts"), ablation.counts());
        whole(node.putArray("right"), ablation.right());
        ArrayNode without = node.putArray("without");
        for (Ablation.Without one : ablation.without()) {
            whole(without.addArray(), one.right());
        }
        return Json.bytes(node);
    }

    public static byte[] inputShares(InputShares shares) {
        ObjectNode node = NODES.objectNode().put("step", shares.step());
        numbers(node.putArray("outputs"), shares.outputs());
        node.put("output", shares.output()).put("preActivation", shares.preActivation());
        part(node.putObject("for"), shares.speakingFor());
        part(node.putObject("against"), shares.against());
        node.put("rest", shares.rest()).put("complete", shares.complete());
        numbers(node.putArray("derivatives"), new Rounding(DIGITS).rounded(shares.derivatives()));
        numbers(node.putArray("shares"), new Rounding(DIGITS).rounded(shares.shares()));
        return Json.bytes(node);
    }

    private static void part(ObjectNode node, InputShares.Part part) {
        node.put("count", part.count()).put("sum", part.sum());
    }

    private static void whole(ArrayNode array, int[] numbers) {
        for (int number : numbers) {
            array.add(number);
        }
    }

    private static void numbers(ArrayNode array, double[] numbers) {
        for (double number : numbers) {
            array.add(number);
        }
    }
}
