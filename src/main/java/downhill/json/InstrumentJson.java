package downhill.json;

import downhill.insight.Nudge;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of what the instruments find, in UTF-8. */
public final class InstrumentJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private InstrumentJson() {}

    public static byte[] nudge(Nudge nudge) {
        ObjectNode node = NODES.objectNode();
        node.putObject("cost").put("at", nudge.at()).put("plus", nudge.plus()).put("minus", nudge.minus());
        node.putObject("quotients").put("forward", nudge.forward()).put("central", nudge.central());
        return Json.bytes(node.put("gradient", nudge.gradient()));
    }
}
