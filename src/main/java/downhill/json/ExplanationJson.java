package downhill.json;

import downhill.insight.explanation.EquationToken;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Label;
import downhill.insight.explanation.Names;
import downhill.insight.explanation.PartWording;
import downhill.insight.explanation.Quantity;
import downhill.json.form.Json;
import downhill.train.step.Run;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of explanations: each number with its name, its symbol, and its formula as a line of signs and further numbers. */
public final class ExplanationJson {
    private final Explainer explainer;
    private final Label.Book labels;

    private ExplanationJson(Run run, int example) {
        explainer = new Explainer(run, example);
        labels = new Label.Book(new Names(run), run.network().depth());
    }

    /** The explanations of these quantities at a run's newest step; those that the run does not have are left out. */
    public static byte[] write(Run run, int example, List<Quantity> quantities) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("step", run.step()).put("example", example);
        node.set("explanations", all(run, example, quantities));
        return Json.bytes(node);
    }

    /** A frame with the explanations of these quantities as one more member. */
    public static byte[] append(byte[] frame, Run run, int example, List<Quantity> quantities) {
        byte[] more = Json.bytes(all(run, example, quantities));
        byte[] name = ",\"explanations\":".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(frame.length + name.length + more.length)
                .put(frame, 0, frame.length - 1)
                .put(name)
                .put(more)
                .put((byte) '}')
                .array();
    }

    /** The same as an array alone. */
    private static ArrayNode all(Run run, int example, List<Quantity> quantities) {
        var writer = new ExplanationJson(run, example);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        quantities.forEach(
                quantity -> writer.explainer.explain(quantity).ifPresent(e -> all.add(writer.explanation(e))));
        return all;
    }

    private ObjectNode explanation(Explanation explanation) {
        ObjectNode node = head(explanation.quantity(), explanation.value());
        ArrayNode parts = node.putArray("parts");
        explanation.parts().map(EquationToken::of).orElse(List.of()).forEach(token -> parts.add(token(token)));
        ArrayNode remarks = node.putArray("remarks");
        explanation.remarks().forEach(remark -> remarks.add(PartWording.of(remark)));
        return node;
    }

    private ObjectNode token(EquationToken token) {
        return switch (token) {
            case EquationToken.Sign sign ->
                JsonNodeFactory.instance.objectNode().put("sign", sign.text());
            case EquationToken.Fixed fixed -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                number(node, fixed.value());
                yield node.put("title", fixed.label());
            }
            case EquationToken.Openable number ->
                head(number.part().quantity(), number.part().value())
                        .put("opens", opens(number.part().quantity()));
        };
    }

    private boolean opens(Quantity quantity) {
        return explainer.explain(quantity).flatMap(Explanation::parts).isPresent();
    }

    /** A quantity's name, value and label. */
    private ObjectNode head(Quantity quantity, double value) {
        Label label = labels.of(quantity);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("of", quantity.name());
        number(node, value);
        ObjectNode symbol = node.putObject("symbol");
        symbol.put("form", label.form()).put("letter", label.letter());
        ArrayNode at = symbol.putArray("at");
        label.at().forEach(at::add);
        node.put("title", label.title()).put("look", label.look());
        label.item().ifPresent(item -> {
            ArrayNode place = node.putObject("item").put("kind", item.kind()).putArray("at");
            item.at().forEach(place::add);
        });
        return node;
    }

    /** Writes a number; JSON has no infinite numbers, so null means one. */
    private static void number(ObjectNode node, double value) {
        if (Double.isFinite(value)) {
            node.put("value", value);
        } else {
            node.putNull("value");
        }
    }
}
