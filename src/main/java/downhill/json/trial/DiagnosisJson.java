package downhill.json.trial;

import downhill.insight.diagnosis.Evidence;
import downhill.insight.diagnosis.Finding;
import downhill.insight.diagnosis.FindingWords;
import downhill.json.RunJson;
import downhill.json.form.Json;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a diagnosis, in UTF-8. */
public final class DiagnosisJson {
    /** The number of units that an answer names; a picture of more shows no single ones. */
    private static final int MOST_UNITS = 200;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DiagnosisJson() {}

    public static byte[] write(Evidence evidence, Finding finding) {
        ObjectNode node = NODES.objectNode()
                .put("step", evidence.step())
                .put("finding", finding.name())
                .put("sentence", FindingWords.of(finding, evidence.layers().size()));
        ArrayNode units = node.putArray("units");
        finding.units().stream()
                .limit(MOST_UNITS)
                .forEach(unit -> units.addObject().put("layer", unit.layer()).put("neuron", unit.j()));
        node.put("learningRate", evidence.optimizer().learningRate()).put("usualRate", evidence.usualRate());
        node.put("startCost", RunJson.finite(evidence.startCost())).put("cost", RunJson.finite(evidence.cost()));
        if (finding instanceof Finding.Overfitting overfitting) {
            return Json.bytes(node.put("bestStep", overfitting.bestStep()));
        }
        return Json.bytes(node.putNull("bestStep"));
    }

    /**
     * The cure of a finding.
     *
     * @param label the words of its button
     * @param kind what the button does
     * @param changes new values by the names of the controls
     */
    public static byte[] cure(String label, String kind, Map<String, String> changes) {
        ObjectNode node = NODES.objectNode().put("label", label).put("kind", kind);
        ObjectNode values = node.putObject("changes");
        changes.forEach(values::put);
        return Json.bytes(node);
    }
}
