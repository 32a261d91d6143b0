package downhill.course.reading;

import downhill.course.Stage.Item;
import downhill.course.Stage.SubstepName;
import downhill.course.text.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads the substep and the selection with which a scene begins. */
final class SelectionReader {
    private static final List<String> PARTS = List.of("z", "a", "cost", "delta", "gradient", "mean", "update", "again");

    private SelectionReader() {}

    /** A part of a training step: its name, and where it applies the layer and the neuron. */
    static SubstepName substep(YamlValue value) {
        String[] words = value.text().strip().split("\\s+");
        if (!PARTS.contains(words[0])) {
            value.mistakes().unknown(value.place(), "moment", words[0], PARTS);
        }
        return new SubstepName(words[0], index(value, words, 1), index(value, words, 2));
    }

    private static OptionalInt index(YamlValue value, String[] words, int i) {
        if (words.length <= i) {
            return OptionalInt.empty();
        }
        if (!words[i].matches("\\d{1,6}")) {
            value.refuse("\"" + words[i] + "\" is no whole number");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(words[i]));
    }

    /** Reads the selected item, in a network of these layers. */
    static Optional<Item> item(YamlValue value, List<Integer> layers) {
        String[] words = value.text().strip().split("\\s+");
        int count = switch (words[0]) {
            case "weight" -> 3;
            case "bias", "neuron" -> 2;
            default -> 0;
        };
        if (count == 0) {
            value.mistakes().unknown(value.place(), "item", words[0], List.of("weight", "bias", "neuron"));
            return Optional.empty();
        }
        List<Integer> at = IntStream.rangeClosed(1, Integer.min(count, words.length - 1))
                .mapToObj(i -> index(value, words, i).orElse(0))
                .toList();
        if (words.length != count + 1 || !exists(words[0], at, layers)) {
            value.refuse("there is no " + value.text() + " in a network of " + layers
                    + "; write weight l j k, bias l j or neuron layer j");
            return Optional.empty();
        }
        return Optional.of(new Item(words[0], at));
    }

    private static boolean exists(String kind, List<Integer> at, List<Integer> layers) {
        int layer = kind.equals("neuron") ? at.get(0) : at.get(0) + 1;
        return layer < layers.size()
                && at.get(1) < layers.get(layer)
                && (at.size() < 3 || at.get(2) < layers.get(at.get(0)));
    }
}
