package downhill.json.trial;

import downhill.insight.Scores;
import downhill.insight.sweep.SweepTrial;
import downhill.json.FrameWriter;
import downhill.json.RunJson;
import downhill.json.RunSpecWriter;
import downhill.json.form.Json;
import downhill.train.spec.RunSpec;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of trainings that differ in one setting, in UTF-8. */
public final class SweepJson {
    /** Significant digits, for drawing. */
    private static final int DIGITS = 5;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * One of the trainings.
     *
     * @param value of the setting, as the page's control has it
     * @param query of the address that opens the playground with it
     */
    public record Entry(String value, String query, RunSpec spec, SweepTrial trial) {}

    private SweepJson() {}

    /** All trainings, and the place of the best one: that with the lowest test cost, or without test examples the lowest cost; null if all diverged. */
    public static byte[] write(List<Entry> entries) {
        ObjectNode node = NODES.objectNode();
        ArrayNode trials = node.putArray("trials");
        for (Entry entry : entries) {
            SweepTrial trial = entry.trial();
            ObjectNode one = trials.addObject()
                    .put("value", entry.value())
                    .put("query", entry.query())
                    .put("diverged", trial.diverged());
            one.set("spec", RunSpecWriter.write(entry.spec()));
            ArrayNode points = one.putArray("points");
            trial.points().forEach(point -> points.addArray().add(point.step()).add(RunJson.finite(point.cost())));
            one.set("end", Json.tree(FrameWriter.write(trial.end(), DIGITS)));
        }
        IntStream.range(0, entries.size())
                .filter(i -> !entries.get(i).trial().diverged())
                .boxed()
                .min(Comparator.comparingDouble(i -> measure(entries.get(i).trial())))
                .ifPresentOrElse(best -> node.put("best", best), () -> node.putNull("best"));
        return Json.bytes(node);
    }

    private static double measure(SweepTrial trial) {
        Scores scores = trial.end().scores();
        OptionalDouble test = scores.testCost();
        return test.isPresent()
                ? test.getAsDouble()
                : scores.trainCost().orElse(trial.end().cost());
    }
}
