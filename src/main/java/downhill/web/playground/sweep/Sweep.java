package downhill.web.playground.sweep;

import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.net.activation.Activations;
import downhill.web.playground.HiddenLayers;
import downhill.web.playground.PlaygroundForm;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A setting of the playground that several trainings differ in. Everything else, the data too, is the same in all of them. */
enum Sweep {
    LEARNING_RATE("learningRate") {
        @Override
        PlaygroundForm with(PlaygroundForm form, String value) {
            return form.with("learningRate", value);
        }
    },
    /** Other weights, and the same data. */
    SEED("seed") {
        @Override
        PlaygroundForm with(PlaygroundForm form, String value) {
            return form.with("dataSeed", form.dataSeed()).with("seed", value);
        }
    },
    /** The neurons of each hidden layer; a network without one gets one. */
    NEURONS("neurons") {
        @Override
        PlaygroundForm with(PlaygroundForm form, String value) {
            if (!value.matches("[1-9]\\d{0,2}")) {
                throw refused("The number of neurons must be a whole number from 1 to 999, for example 4.");
            }
            int layers = Math.max(
                    1, HiddenLayers.parse(form.value("hidden")).widths().size());
            return form.with("hidden", String.join("-", Collections.nCopies(layers, value)));
        }
    },
    /** The activation of every hidden layer. */
    ACTIVATION("activation") {
        @Override
        PlaygroundForm with(PlaygroundForm form, String value) {
            if (Activations.named(value).isEmpty()) {
                throw refused("The activation must be one of " + String.join(", ", Activations.names()) + ".");
            }
            return form.with("activation", value);
        }
    };

    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private final String word;

    Sweep(String word) {
        this.word = word;
    }

    /** The controls with another value of this setting; BadInputException if it has no such value. */
    abstract PlaygroundForm with(PlaygroundForm form, String value);

    /** The setting of this name. */
    static Sweep named(String word) {
        return Arrays.stream(values())
                .filter(sweep -> sweep.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        Kind.VALUE,
                        "?over",
                        "Compare one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values()).map(s -> s.word).toList()) + "."));
    }

    /** The values in a text, with commas or spaces between them; BadInputException unless there are two to eight different ones. */
    static List<String> split(String text) {
        List<String> values = Arrays.stream(text.strip().split("[,;\\s]+", -1))
                .filter(value -> !value.isEmpty())
                .toList();
        boolean isShort = values.stream().allMatch(value -> value.length() <= 24);
        if (values.size() < FEWEST
                || values.size() > MOST
                || values.stream().distinct().count() < values.size()
                || !isShort) {
            throw refused("Give " + FEWEST + " to " + MOST + " different values, with spaces between them.");
        }
        return values;
    }

    /** Each value's controls, in order. */
    List<PlaygroundForm> forms(PlaygroundForm form, List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> with(form, values.get(i)))
                .toList();
    }

    private static BadInputException refused(String detail) {
        return new BadInputException(Kind.VALUE, "?values", detail);
    }
}
