package downhill.insight.explanation;

import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Seeded specifications that cover each activation, cost, margin, regularization, dropout, optimizer, frozen part, group and batch mode. */
public final class RandomSpecs {
    private static final List<String> HIDDEN = Activations.all().stream()
            .filter(a -> a.curve().isPresent())
            .map(Activation::name)
            .toList();
    private static final List<String> OPTIMIZERS = List.of(
            "\"name\": \"sgd\"",
            "\"name\": \"sgd\", \"momentum\": 0.8",
            "\"name\": \"sgd\", \"momentum\": 0.8, \"nesterov\": true",
            "\"name\": \"rmsprop\"",
            "\"name\": \"adagrad\"",
            "\"name\": \"adam\"");

    private final Random random;

    private RandomSpecs(long seed) {
        random = new Random(seed);
    }

    /** The specification of a seed, as JSON; not each one can be carried out. */
    public static String of(long seed) {
        return new RandomSpecs(seed).json(seed);
    }

    private String json(long seed) {
        List<Integer> layers = layers();
        String last = pick(List.of("sigmoid", "sigmoid", "tanh", "softmax", "identity", "relu"));
        int outputs = layers.getLast();
        if (last.equals("softmax") && outputs == 1) {
            last = "sigmoid";
        }
        boolean entropy = (last.equals("sigmoid") || last.equals("softmax")) && random.nextBoolean();
        List<String> parts = new ArrayList<>(List.of(
                "\"seed\": " + seed,
                "\"data\": " + data(layers.getFirst(), outputs, last.equals("softmax")),
                "\"network\": " + network(layers, last),
                "\"cost\": "
                        + (entropy
                                ? "\"cross-entropy\""
                                : pick(List.of("\"half-squared-error\"", "\"mean-squared-error\""))),
                "\"batch\": {\"size\": %d, \"shuffle\": %b, \"reduce\": \"%s\"}"
                        .formatted(pick(List.of(0, 1, 3)), random.nextBoolean(), pick(List.of("mean", "sum"))),
                "\"optimizer\": {%s, \"learningRate\": %s%s}"
                        .formatted(
                                pick(OPTIMIZERS),
                                pick(List.of("0.05", "0.3")),
                                random.nextInt(3) == 0 ? ", \"weightDecay\": 0.01" : "")));
        if (parts.get(3).contains("half") && random.nextInt(3) == 0) {
            parts.add("\"costMargin\": 0.2");
        }
        if (random.nextInt(3) == 0) {
            parts.add("\"regularization\": {\"name\": \"%s\", \"rate\": 0.02}".formatted(pick(List.of("l1", "l2"))));
        }
        if (random.nextInt(3) == 0 && layers.size() > 2) {
            parts.add("\"dropout\": "
                    + IntStream.range(2, layers.size())
                            .mapToObj(i -> pick(List.of("0.3", "0")))
                            .toList());
        }
        parts.add("\"frozen\": "
                + pick(List.of("[]", "[]", "[\"biases\"]", "[{\"layer\": 0}]", "[{\"weight\": [0, 0, 0]}]")));
        return "{" + String.join(", ", parts) + "}";
    }

    private List<Integer> layers() {
        List<Integer> layers = new ArrayList<>(List.of(2 + random.nextInt(7)));
        for (int hidden = random.nextInt(3); hidden > 0; hidden--) {
            layers.add(2 + random.nextInt(8));
        }
        layers.add(1 + random.nextInt(8));
        return layers;
    }

    private String network(List<Integer> layers, String last) {
        String activations = IntStream.range(1, layers.size())
                .mapToObj(l -> "\"" + (l == layers.size() - 1 ? last : pick(HIDDEN)) + "\"")
                .collect(Collectors.joining(", "));
        String groups = random.nextInt(4) == 0 && layers.size() > 2
                ? ", \"groups\": [{\"layer\": 0, \"blocks\": [{\"from\": [0, 1], \"to\": [0, 1]}, {\"from\": [1, %d], \"to\": [1, %d]}]}]"
                        .formatted(layers.get(0), layers.get(1))
                : "";
        return "{\"layers\": %s, \"activations\": [%s], \"initializer\": {\"name\": \"normal\", \"scale\": %s, \"biases\": true}%s}"
                .formatted(layers, activations, pick(List.of("0.5", "1.5")), groups);
    }

    private String data(int inputs, int outputs, boolean oneHot) {
        List<String> rows = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (int e = 0; e < 5; e++) {
            rows.add(row(inputs, i -> String.format(Locale.ROOT, "%.3f", 2 * random.nextDouble() - 1)));
            int hot = random.nextInt(outputs);
            targets.add(row(outputs, i -> oneHot ? (i == hot ? "1" : "0") : String.valueOf(random.nextInt(2))));
        }
        return "{\"name\": \"inline\", \"inputs\": %s, \"targets\": %s}".formatted(rows, targets);
    }

    private static String row(int width, java.util.function.IntFunction<String> cell) {
        return "[" + IntStream.range(0, width).mapToObj(cell).collect(Collectors.joining(", ")) + "]";
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
