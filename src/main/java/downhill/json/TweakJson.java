package downhill.json;

import downhill.descent.rule.Hyperparameter;
import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import downhill.net.Parameter;
import downhill.train.spec.Tweak;
import downhill.train.spec.Tweak.BiasValue;
import downhill.train.spec.Tweak.WeightValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A tweak, from and to its JSON form. */
public final class TweakJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TweakJson() {}

    /** The tweak in a JSON text; BadInputException otherwise, also if it changes nothing at all. */
    public static Tweak read(byte[] json) {
        return Json.read(json, TweakJson::read);
    }

    static Tweak read(Members m) {
        var tweak = new Tweak(
                m.optionalObject("optimizer").map(TweakJson::hyperparameters).orElse(Map.of()),
                m.optionalObject("batch").map(TweakJson::batch).orElse(Tweak.Batch.NONE),
                m.optionalObject("regularization").map(RunSpecReader::regularization),
                RunSpecReader.frozen(m),
                m.list("weights", (i, v) -> weight(v)),
                m.list("biases", (i, v) -> bias(v)));
        boolean nothing = tweak.optimizer().isEmpty()
                && tweak.batch().equals(Tweak.Batch.NONE)
                && tweak.regularization().isEmpty()
                && tweak.frozen().isEmpty()
                && tweak.weights().isEmpty()
                && tweak.biases().isEmpty();
        if (nothing && !m.problems().any()) {
            m.refuseUnknown();
            m.problems()
                    .shape(
                            "",
                            "A tweak changes something: \"optimizer\", \"batch\", \"regularization\", \"frozen\","
                                    + " \"weights\" or \"biases\".");
        }
        return tweak;
    }

    private static Map<Hyperparameter, Double> hyperparameters(Members m) {
        Map<Hyperparameter, Double> values = new EnumMap<>(Hyperparameter.class);
        for (Hyperparameter parameter : Hyperparameter.values()) {
            m.optionalNumber(parameter.key(), OptimizerJson.range(parameter)).ifPresent(v -> values.put(parameter, v));
        }
        m.refuseUnknown();
        return values;
    }

    private static Tweak.Batch batch(Members m) {
        var batch = new Tweak.Batch(
                m.optionalWhole("size", 0, RunSpecReader.MOST_INDEX).map(Long::intValue),
                m.optionalFlag("shuffle"),
                m.has("reduce")
                        ? Optional.of(RunSpecReader.reduce(m.choice("reduce", List.of("mean", "sum"))))
                        : Optional.empty());
        m.refuseUnknown();
        return batch;
    }

    private static WeightValue weight(Value v) {
        Members m = v.members();
        List<Integer> at = at(m, 3);
        var value = new WeightValue(at.get(0), at.get(1), at.get(2), m.number("value", Range.ANY));
        m.refuseUnknown();
        return value;
    }

    private static BiasValue bias(Value v) {
        Members m = v.members();
        List<Integer> at = at(m, 2);
        var value = new BiasValue(at.get(0), at.get(1), m.number("value", Range.ANY));
        m.refuseUnknown();
        return value;
    }

    /** The weight {@code [l, j, k]} or bias {@code [l, j]} at "at". */
    static Parameter parameter(Members m) {
        List<Value> indices = m.requiredArray("at");
        if (m.problems().any()) {
            return new Parameter.Bias(0, 0);
        }
        if (indices.size() < 2 || indices.size() > 3) {
            m.problems()
                    .shape(
                            m.at("at"),
                            "A list of 3 indices, of a weight, or of 2, of a bias, is expected here, not of "
                                    + indices.size() + ".");
            return new Parameter.Bias(0, 0);
        }
        List<Integer> at = at(m, indices.size());
        return at.size() == 2
                ? new Parameter.Bias(at.get(0), at.get(1))
                : new Parameter.Weight(at.get(0), at.get(1), at.get(2));
    }

    static List<Integer> at(Members m, int count) {
        m.requiredArray("at");
        return m.value("at")
                .map(v -> RunSpecReader.indices(v, count))
                .orElseGet(() -> java.util.Collections.nCopies(count, 0));
    }

    /** Writes the fields that the tweak changes, and no others. */
    public static ObjectNode write(Tweak tweak) {
        ObjectNode node = NODES.objectNode();
        if (!tweak.optimizer().isEmpty()) {
            ObjectNode optimizer = node.putObject("optimizer");
            for (Hyperparameter parameter : Hyperparameter.values()) {
                Double value = tweak.optimizer().get(parameter);
                if (value != null) {
                    optimizer.put(parameter.key(), value);
                }
            }
        }
        if (!tweak.batch().equals(Tweak.Batch.NONE)) {
            ObjectNode batch = node.putObject("batch");
            tweak.batch().size().ifPresent(size -> batch.put("size", size));
            tweak.batch().shuffle().ifPresent(shuffle -> batch.put("shuffle", shuffle));
            tweak.batch().reduce().ifPresent(reduce -> batch.put("reduce", RunSpecWriter.name(reduce)));
        }
        tweak.regularization().ifPresent(penalty -> node.set("regularization", RunSpecWriter.regularization(penalty)));
        tweak.frozen().ifPresent(frozen -> node.set("frozen", RunSpecWriter.frozen(frozen)));
        if (!tweak.weights().isEmpty()) {
            ArrayNode weights = node.putArray("weights");
            tweak.weights().forEach(w -> place(weights, w.value(), w.l(), w.j(), w.k()));
        }
        if (!tweak.biases().isEmpty()) {
            ArrayNode biases = node.putArray("biases");
            tweak.biases().forEach(b -> place(biases, b.value(), b.l(), b.j()));
        }
        return node;
    }

    private static void place(ArrayNode list, double value, int... at) {
        ObjectNode node = list.addObject();
        ArrayNode indices = node.putArray("at");
        for (int i : at) {
            indices.add(i);
        }
        node.put("value", value);
    }
}
