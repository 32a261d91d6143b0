package downhill.json;

import downhill.json.form.Json;
import downhill.train.history.StopConditions;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Specifications, tweaks and stop conditions as texts to be kept and read again, each number exact. */
public final class SavedJson {
    private SavedJson() {}

    public static String spec(RunSpec spec) {
        return Json.text(RunSpecWriter.write(spec));
    }

    public static RunSpec readSpec(String text) {
        return RunSpecReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String tweak(Tweak tweak) {
        return Json.text(TweakJson.write(tweak));
    }

    /** The conditions under which a run stops, as the interface takes them. */
    public static String until(StopConditions until) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        until.costBelow().ifPresent(cost -> node.put("costBelow", cost));
        until.accuracyAbove().ifPresent(accuracy -> node.put("accuracyAbove", accuracy));
        until.step().ifPresent(step -> node.put("step", step));
        if (until.still()) {
            node.put("still", true);
        }
        return Json.text(node);
    }

    public static StopConditions readUntil(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), StepRequests::until);
    }

    public static Tweak readTweak(String text) {
        return TweakJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
