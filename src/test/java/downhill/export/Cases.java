package downhill.export;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.json.RunSpecReader;
import downhill.json.TweakJson;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs that together use every option of a specification. */
final class Cases {
    private static final int STEPS = 40;

    private Cases() {}

    /** One run: what it starts with, and what is changed at which step. */
    record Case(String name, String spec, Map<Integer, String> tweaks) {
        History run() {
            RunSpec spec = RunSpecReader.read(spec().getBytes(StandardCharsets.UTF_8));
            var history = new History(spec, data(spec));
            var left = new TreeMap<>(tweaks);
            while (history.step() < STEPS) {
                String tweak = left.remove(history.step());
                if (tweak != null) {
                    history.tweak(TweakJson.read(tweak.getBytes(StandardCharsets.UTF_8)));
                }
                history.advance();
            }
            return history;
        }

        private static Dataset data(RunSpec spec) {
            return switch (spec.data()) {
                case DataSpec.BuiltIn d ->
                    DataSets.build(d, spec.network().layers().getLast());
                case DataSpec.Drawn d ->
                    DataSets.build(d, spec.network().layers().getLast());
                case DataSpec.Inline d -> DataSets.build(d);
                case DataSpec.Uploaded d -> throw new AssertionError();
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Recipe recipe(History run) {
        return new Recipe(run.newest().spec(), run.newest().data(), run.tweaks(), run.step());
    }

    static List<Case> all() {
        return List.of(
                xor("plain descent", "", "\"optimizer\": {\"learningRate\": 1.5}", Map.of()),
                xor(
                        "momentum, with another learning rate from step 7 on",
                        "",
                        "\"optimizer\": {\"learningRate\": 0.5, \"momentum\": 0.9}",
                        Map.of(7, "{\"optimizer\": {\"learningRate\": 0.05}}")),
                moons(
                        "shuffled mini-batches whose size changes, Nesterov",
                        ", \"activations\": [\"relu\", \"softplus\", \"sigmoid\"]",
                        "\"batch\": {\"size\": 8, \"shuffle\": true},"
                                + " \"optimizer\": {\"learningRate\": 0.1, \"momentum\": 0.8, \"nesterov\": true}",
                        Map.of(
                                10,
                                "{\"batch\": {\"size\": 16, \"reduce\": \"sum\"}}",
                                30,
                                "{\"batch\": {\"shuffle\": false}}")),
                moons(
                        "slices in order, their gradients summed, L1",
                        ", \"activations\": [\"leaky-relu\", \"tanh\", \"tanh\"]",
                        "\"batch\": {\"size\": 12, \"reduce\": \"sum\"}, \"optimizer\": {\"learningRate\": 0.01},"
                                + " \"regularization\": {\"name\": \"l1\", \"rate\": 0.01}",
                        Map.of()),
                moons(
                        "binary cross-entropy, Adam, L2, weight decay",
                        "",
                        "\"cost\": \"cross-entropy\", \"optimizer\": {\"name\": \"adam\", \"learningRate\": 0.05,"
                                + " \"weightDecay\": 0.001}, \"regularization\": {\"name\": \"l2\", \"rate\": 0.02}",
                        Map.of(5, "{\"optimizer\": {\"beta1\": 0.8}}")),
                moons(
                        "a penalty that changes from L2 to L1 and ends",
                        "",
                        "\"regularization\": {\"name\": \"l2\", \"rate\": 0.02}",
                        Map.of(
                                6,
                                "{\"regularization\": {\"name\": \"l1\", \"rate\": 0.01}}",
                                15,
                                "{\"regularization\": {\"name\": \"l2\", \"rate\": 0}}")),
                xor(
                        "a penalty that begins at step 9",
                        "",
                        "\"optimizer\": {\"learningRate\": 1.5}",
                        Map.of(9, "{\"regularization\": {\"name\": \"l2\", \"rate\": 0.03}}")),
                new Case(
                        "softmax with cross-entropy, RMSProp, dropout",
                        "{\"seed\": 3, \"data\": {\"name\": \"spiral\", \"count\": 40}, \"network\": {\"layers\":"
                                + " [2, 6, 5, 2], \"activations\": [\"tanh\", \"tanh\", \"softmax\"]}, \"cost\":"
                                + " \"cross-entropy\", \"batch\": {\"size\": 10, \"shuffle\": true}, \"dropout\": [0.2,"
                                + " 0.5], \"optimizer\": {\"name\": \"rmsprop\", \"learningRate\": 0.01}}",
                        Map.of()),
                new Case(
                        "softmax with squared error, AdaGrad, all examples in one shuffled batch",
                        "{\"data\": {\"name\": \"circle\", \"count\": 700, \"testShare\": 0.1}, \"network\": {\"layers\":"
                                + " [2, 4, 2], \"activations\": [\"tanh\", \"softmax\"]}, \"batch\": {\"size\": 100000,"
                                + " \"shuffle\": true}, \"optimizer\": {\"name\": \"adagrad\", \"learningRate\": 0.1}}",
                        Map.of()),
                new Case(
                        "mean squared error of a curve, identity outputs",
                        "{\"data\": {\"name\": \"sine\", \"count\": 30}, \"network\": {\"layers\": [1, 8, 1],"
                                + " \"activations\": [\"tanh\", \"identity\"]}, \"cost\": \"mean-squared-error\","
                                + " \"optimizer\": {\"learningRate\": 0.05}}",
                        Map.of()),
                xor(
                        "a margin, frozen parameters, values set by hand",
                        "",
                        "\"costMargin\": 0.2, \"optimizer\": {\"learningRate\": 2, \"momentum\": 0.5},"
                                + " \"frozen\": [\"biases\", {\"weight\": [0, 1, 0]}]",
                        Map.of(
                                0,
                                "{\"weights\": [{\"at\": [0, 2, 1], \"value\": -0.75}]}",
                                12,
                                "{\"frozen\": [{\"layer\": 1}], \"biases\": [{\"at\": [0, 1], \"value\": 0.3}],"
                                        + " \"optimizer\": {\"momentum\": 0.9, \"weightDecay\": 0.01}}")),
                new Case(
                        "layers cut into blocks, everything given",
                        "{\"data\": {\"name\": \"inline\", \"inputs\": [[0.05, 0.1], [1, -1]], \"targets\": [[0.01, 0.99],"
                                + " [1, 0]]}, \"network\": {\"layers\": [2, 2, 2], \"groups\": [{\"layer\": 0, \"blocks\":"
                                + " [{\"from\": [0, 1], \"to\": [0, 1]}, {\"from\": [1, 2], \"to\": [1, 2]}]}],"
                                + " \"weights\": [[[0.15, 0], [0, 0.3]], [[0.4, 0.45], [0.5, 0.55]]], \"biases\":"
                                + " [[0.35, 0.35], [0.6, 0.6]]}}",
                        Map.of()),
                new Case(
                        "so many numbers that they are packed",
                        "{\"data\": {\"name\": \"symmetry\"}, \"network\": {\"layers\": [6, 500, 1]}, \"optimizer\":"
                                + " {\"learningRate\": 0.1}}",
                        Map.of()));
    }

    private static Case xor(String name, String network, String rest, Map<Integer, String> tweaks) {
        return new Case(name, spec("{\"name\": \"xor\"}", "2, 3, 1", network, rest), tweaks);
    }

    private static Case moons(String name, String network, String rest, Map<Integer, String> tweaks) {
        return new Case(name, spec("{\"name\": \"moons\", \"count\": 50}", "2, 5, 4, 1", network, rest), tweaks);
    }

    private static String spec(String data, String layers, String network, String rest) {
        return "{\"seed\": 7, \"data\": " + data + ", \"network\": {\"layers\": [" + layers + "]" + network + "}, "
                + rest + "}";
    }
}
