package downhill.json.link;

import downhill.json.RunSpecWriter;
import downhill.json.TweakJson;
import downhill.json.form.Json;
import downhill.json.link.LinkedState.Branch;
import downhill.train.spec.LoggedTweak;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the texts of links, as the page's script {@code kept/link.js} does. */
public final class Links {
    private Links() {}

    /** The text with this JSON. */
    public static String of(String json) {
        return "1." + Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(json));
    }

    static String of(LinkedState state) {
        return of(Json.text(json(state)));
    }

    static byte[] deflated(String json) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static ObjectNode json(LinkedState state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("spec", RunSpecWriter.write(state.spec()));
        ArrayNode runs = node.putArray("runs");
        for (Branch branch : state.branches()) {
            ObjectNode run = runs.addObject().put("step", branch.step());
            if (branch.parent() != LinkedState.NONE) {
                run.put("parent", branch.parent()).put("from", branch.from());
            }
            run.set("tweaks", tweaks(branch.tweaks()));
            run.put("diverged", branch.diverged()).put("off", branch.off());
        }
        node.put("front", state.front());
        return node.setAll(state.page().json());
    }

    private static ArrayNode tweaks(List<LoggedTweak> tweaks) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tweaks.forEach(t -> list.addObject().put("step", t.step()).setAll(TweakJson.write(t.tweak())));
        return list;
    }
}
