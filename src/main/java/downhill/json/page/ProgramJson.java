package downhill.json.page;

import downhill.json.form.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a program that is read on a page. */
public final class ProgramJson {
    private ProgramJson() {}

    /**
     * One line of a program, or several that are left out.
     *
     * @param text the line
     * @param part the name of the part that it belongs to
     * @param moment the moment of a training step in which figures show what it computes
     * @param folded how many lines are left out here, 0 for a line
     */
    public record Line(String text, Optional<String> part, Optional<String> moment, int folded) {}

    /**
     * The listing, in UTF-8.
     *
     * @param format the name of the language
     * @param file the name to save the program as
     * @param address where the whole program is
     * @param count how many lines it has
     * @param costs the first lines that it prints
     * @param newest the last lines that it prints; empty where {@code costs} has all
     */
    public static byte[] write(
            String format,
            String file,
            String address,
            int count,
            List<Line> lines,
            List<String> costs,
            List<String> newest) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", format).put("file", file).put("address", address).put("count", count);
        ArrayNode list = node.putArray("lines");
        for (Line line : lines) {
            ObjectNode one = list.addObject();
            if (line.folded() > 0) {
                one.put("folded", line.folded());
            } else {
                one.put("text", line.text());
            }
            line.part().ifPresent(part -> one.put("part", part));
            line.moment().ifPresent(moment -> one.put("moment", moment));
        }
        ArrayNode printed = node.putArray("prints");
        costs.forEach(printed::add);
        ArrayNode last = node.putArray("printsLast");
        newest.forEach(last::add);
        return Json.bytes(node);
    }
}
