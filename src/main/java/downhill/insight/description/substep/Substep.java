package downhill.insight.description.substep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place inside one training step, in the order of backpropagation: what is being found.
 *
 * @param layer the layer of weights it belongs to, from 0; -1 for what belongs to none
 * @param neuron the neuron in turn, where the substeps go neuron by neuron
 */
public record Substep(Part part, int layer, OptionalInt neuron) {
    /** The quantity that the substep computes. */
    public enum Part {
        Z,
        A,
        COST,
        DELTA,
        GRADIENT,
        MEAN,
        UPDATE,
        AGAIN,
        NEW_COST;

        /** The part's name in lessons, for example "new cost". */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        boolean isOfLayer() {
            return this != COST && this != MEAN && this != NEW_COST;
        }
    }

    private static final Pattern NAME = Pattern.compile("([a-z]+(?: [a-z]+)?)(?: (\\d{1,6}))?(?: (\\d{1,6}))?");

    /** The words that name parts, for error messages. */
    public static List<String> words() {
        return Arrays.stream(Part.values()).map(Part::word).toList();
    }

    /**
     * A substep by its name as lessons write it: "delta 2" for the second layer of weights, "delta 2 1" for its first neuron, "cost".
     *
     * @param layers the network's widths, the input first
     */
    public static Optional<Substep> named(String name, List<Integer> layers) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equals(parts.group(1)))
                .map(part -> new Substep(part, number(parts.group(2)), neuron(parts.group(3))))
                .filter(substep -> substep.fits(layers))
                .findFirst();
    }

    /** A number that people count from 1, from 0; -1 if there is none. */
    private static int number(String text) {
        return text == null ? -1 : Integer.parseInt(text) - 1;
    }

    private static OptionalInt neuron(String text) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(number(text));
    }

    private boolean fits(List<Integer> layers) {
        if (!part.isOfLayer()) {
            return layer == -1 && neuron.isEmpty();
        }
        return layer >= 0
                && layer < layers.size() - 1
                && (neuron.isEmpty() || (neuron.getAsInt() >= 0 && neuron.getAsInt() < layers.get(layer + 1)));
    }

    /** All substeps of a step, layer by layer: forward, backward, over the batch, the update, and forward again. */
    static List<Substep> all(int depth) {
        List<Substep> all = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            all.add(of(Part.Z, l));
            all.add(of(Part.A, l));
        }
        all.add(of(Part.COST, -1));
        for (int l = depth - 1; l >= 0; l--) {
            all.add(of(Part.DELTA, l));
            all.add(of(Part.GRADIENT, l));
        }
        all.add(of(Part.MEAN, -1));
        for (Part part : List.of(Part.UPDATE, Part.AGAIN)) {
            for (int l = 0; l < depth; l++) {
                all.add(of(part, l));
            }
        }
        all.add(of(Part.NEW_COST, -1));
        return all;
    }

    private static Substep of(Part part, int layer) {
        return new Substep(part, layer, OptionalInt.empty());
    }

    /** The place in the order of the layers, from 0. */
    int rank(int depth) {
        return all(depth).indexOf(of(part, layer));
    }

    /** Tests whether a neuron's quantity is computed by then, or just now. */
    boolean hasFound(Part found, int l, int j, int depth) {
        int by = rank(depth) - of(found, l).rank(depth);
        return by > 0 || (by == 0 && j <= neuron.orElse(Integer.MAX_VALUE));
    }

    /** Tests whether the substep is about this neuron of its layer. */
    boolean isAbout(int j) {
        return neuron.isEmpty() || neuron.getAsInt() == j;
    }
}
