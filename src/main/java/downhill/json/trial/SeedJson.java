package downhill.json.trial;

import downhill.insight.SeedTrial;
import downhill.json.FrameWriter;
import downhill.json.RunJson;
import downhill.json.form.Json;
import downhill.train.history.CostSeries;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of trainings that differ in their seed only, in UTF-8. */
public final class SeedJson {
    /** Significant digits, for drawing. */
    private static final int DIGITS = 5;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SeedJson() {}

    public static byte[] write(List<SeedTrial> trials) {
        ObjectNode node = NODES.objectNode();
        ArrayNode seeds = node.putArray("seeds");
        for (SeedTrial trial : trials) {
            ObjectNode one = seeds.addObject().put("seed", trial.seed()).put("diverged", trial.diverged());
            ArrayNode points = one.putArray("points");
            CostSeries costs = trial.costs();
            for (int i = 0; i < costs.size(); i++) {
                points.addArray().add(costs.steps()[i]).add(RunJson.finite(costs.costs()[i]));
            }
            one.set("end", Json.tree(FrameWriter.write(trial.end(), DIGITS)));
        }
        return Json.bytes(node);
    }
}
