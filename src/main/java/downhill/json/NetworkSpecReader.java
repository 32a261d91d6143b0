package downhill.json;

import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import downhill.net.Group;
import downhill.net.Group.Block;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Tanh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code network} member of a specification. */
public final class NetworkSpecReader {
    private static final int MOST_NEURONS = 100_000;

    static final List<String> INITIALIZERS = List.of(
            "uniform", "normal", "xavier-uniform", "xavier-normal", "he-uniform", "he-normal", "zeros", "constant");

    private NetworkSpecReader() {}

    static NetworkSpec read(Members top) {
        if (!top.has("network")) {
            top.problems().shape(top.at("network"), "The field \"network\" is missing.");
        }
        Members m = top.object("network");
        List<Integer> layers = m.requiredArray("layers").stream()
                .map(v -> (int) v.whole(1, MOST_NEURONS))
                .toList();
        if (m.has("layers") && layers.size() < 2) {
            m.problems().value(m.at("layers"), "A network has at least an input and an output layer.");
        }
        var spec = new NetworkSpec(layers, activations(m, layers.size() - 1), ofNetwork(m), given(m), groups(m));
        m.refuseUnknown();
        return spec;
    }

    private static List<Activation> activations(Members m, int count) {
        List<String> names = Activations.names();
        if (m.has("activations")) {
            return m.list(
                    "activations",
                    (i, v) -> Activations.named(v.choice(names, "tanh")).orElseThrow());
        }
        List<Activation> byDefault = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            byDefault.add(l < count - 1 ? new Tanh() : new Sigmoid());
        }
        return List.copyOf(byDefault);
    }

    private static Initializer ofNetwork(Members network) {
        Optional<Members> given = network.optionalObject("initializer");
        if (given.isEmpty()) {
            return new Initializer.ByActivation(false);
        }
        return initializer(given.get());
    }

    /** Reads an initializer from a JSON text; throws BadInputException if it is none. */
    public static Initializer initializer(byte[] json) {
        return Json.read(json, NetworkSpecReader::initializer);
    }

    private static Initializer initializer(Members m) {
        boolean biases = m.flag("biases", false);
        Initializer initializer = m.has("name") ? named(m, biases) : new Initializer.ByActivation(biases);
        m.refuseUnknown();
        return initializer;
    }

    private static Initializer named(Members m, boolean biases) {
        return switch (m.choice("name", INITIALIZERS)) {
            case "uniform" -> new Initializer.Uniform(m.number("range", Range.NOT_NEGATIVE), biases);
            case "normal" -> new Initializer.Normal(m.number("scale", Range.NOT_NEGATIVE), biases);
            case "xavier-uniform" -> new Initializer.XavierUniform(biases);
            case "xavier-normal" -> new Initializer.XavierNormal(biases);
            case "he-uniform" -> new Initializer.HeUniform(biases);
            case "he-normal" -> new Initializer.HeNormal(biases);
            case "constant" -> new Initializer.Constant(m.number("value", Range.ANY), biases);
            default -> new Initializer.Zeros(biases);
        };
    }

    private static Optional<Given> given(Members m) {
        if (m.has("weights") != m.has("biases")) {
            String missing = m.has("weights") ? "biases" : "weights";
            m.problems().shape(m.at(missing), "Weights and biases are given together, or neither.");
        }
        Optional<List<List<List<Double>>>> weights = m.value("weights")
                .map(v -> v.elements().stream().map(Value::rows).toList());
        Optional<List<List<Double>>> biases = m.value("biases").map(Value::rows);
        return weights.flatMap(w -> biases.map(b -> new Given(w, b)));
    }

    private static List<Group> groups(Members network) {
        return network.list("groups", (i, v) -> {
            Members m = v.members();
            int layer = (int) m.whole("layer", 0, RunSpecReader.MOST_INDEX);
            List<Block> blocks = m.requiredArray("blocks").stream()
                    .map(NetworkSpecReader::block)
                    .toList();
            m.refuseUnknown();
            return new Group(layer, blocks);
        });
    }

    private static Block block(Value v) {
        Members m = v.members();
        List<Integer> from = ends(m, "from");
        List<Integer> to = ends(m, "to");
        m.refuseUnknown();
        return new Block(from.get(0), from.get(1), to.get(0), to.get(1));
    }

    private static List<Integer> ends(Members m, String name) {
        m.requiredArray(name);
        return m.value(name).map(v -> RunSpecReader.indices(v, 2)).orElse(List.of(0, 0));
    }
}
