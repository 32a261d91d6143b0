package downhill.json.digits;

import downhill.data.Drawing;
import downhill.json.form.Json;
import downhill.json.form.Members;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The JSON form of drawings: in a specification, and in the request that adds one to a run. */
public final class DrawingJson {
    private static final String INK =
            "Give a byte from 0 to 255 for each of at most 784 pixels, row by row, as base64url without padding."
                    + " At least one pixel needs ink.";

    private DrawingJson() {}

    /** {@code {"step": n, "digit": 7, "ink": "…"}}: a drawing, and the step from which on it is learned; without one the newest. */
    public record Addition(Optional<Long> step, int digit, String ink) {}

    /** Reads the request that adds a drawing. */
    public static Addition addition(byte[] json) {
        return Json.read(json, m -> {
            Optional<Long> step = m.optionalWhole("step", 0, Integer.MAX_VALUE);
            Drawing drawing = drawing(m, 0);
            return new Addition(step, drawing.digit(), drawing.ink());
        });
    }

    /** The drawings of a specification's data; none if it names none. */
    public static List<Drawing> list(Members data) {
        return data.list("drawings", (i, v) -> {
            Members m = v.members();
            Drawing drawing = drawing(m, (int) m.whole("from", 0, 0, Integer.MAX_VALUE));
            m.refuseUnknown();
            return drawing;
        });
    }

    private static Drawing drawing(Members m, int from) {
        int digit = (int) m.whole("digit", 0, 9);
        String ink = m.text("ink");
        if (!m.problems().any() && Drawing.pixels(ink).isEmpty()) {
            m.problems().value(m.at("ink"), INK);
        }
        return new Drawing(digit, from, ink);
    }

    /** Writes the drawings of a specification. */
    public static ArrayNode write(List<Drawing> drawings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Drawing drawing : drawings) {
            list.addObject()
                    .put("digit", drawing.digit())
                    .put("from", drawing.from())
                    .put("ink", drawing.ink());
        }
        return list;
    }
}
