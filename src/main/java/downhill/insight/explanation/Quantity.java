package downhill.insight.explanation;

import downhill.insight.explanation.Kind.Place;
import downhill.net.Parameter;
import downhill.net.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One number of a training step, by its kind and its indices.
 *
 * @param at as in a frame: {@code [l, j, k]} for a weight, {@code [l, j]} for a neuron of layer l+1 or its bias, {@code [j]} for an input or output
 */
public record Quantity(Kind kind, List<Integer> at) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,20}(\\.\\d{1,7}){0,3}");

    /** A quantity by its indices. */
    public static Quantity of(Kind kind, int... at) {
        return new Quantity(kind, IntStream.of(at).boxed().toList());
    }

    /** A quantity of a weight or a bias. */
    public static Quantity of(Kind kind, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Weight at -> of(kind, at.l(), at.j(), at.k());
            case Parameter.Bias at -> of(kind, at.l(), at.j());
        };
    }

    /** The quantity of a name such as {@code delta.1.0}, if a network of this shape has it. */
    public static Optional<Quantity> named(String name, Shape shape) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String[] words = name.split("\\.");
        List<Integer> at = Arrays.stream(words).skip(1).map(Integer::parseInt).toList();
        return Kind.named(words[0]).map(kind -> new Quantity(kind, at)).filter(quantity -> quantity.fits(shape));
    }

    /** The name in addresses and in JSON: {@code delta.1.0}. */
    public String name() {
        return kind.word() + at.stream().map(i -> "." + i).collect(Collectors.joining());
    }

    private boolean fits(Shape shape) {
        return switch (kind.place()) {
            case NONE -> at.isEmpty();
            case INPUT -> at.size() == 1 && at.get(0) < shape.width(0);
            case OUTPUT -> at.size() == 1 && at.get(0) < shape.outputs();
            case NEURON -> at.size() == 2 && isNeuron(shape) && (kind != Kind.BACK || l() < shape.depth() - 1);
            case WEIGHT -> at.size() == 3 && isWeight(shape);
            case PARAMETER -> (at.size() == 2 && isNeuron(shape)) || (at.size() == 3 && isWeight(shape));
        };
    }

    private boolean isNeuron(Shape shape) {
        return l() < shape.depth() && j() < shape.width(l() + 1);
    }

    private boolean isWeight(Shape shape) {
        return isNeuron(shape) && at.get(2) < shape.width(l());
    }

    /** Its layer of weights, from 0. */
    int l() {
        return at.get(0);
    }

    /** Its neuron, of layer l+1. */
    int j() {
        return at.get(1);
    }

    /** Its place among inputs or outputs. */
    int only() {
        return at.get(0);
    }

    /** The weight or bias that it belongs to; only for kinds whose place is a weight or a parameter. */
    Parameter parameter() {
        return kind.place() == Place.NEURON || at.size() == 2
                ? new Parameter.Bias(l(), j())
                : new Parameter.Weight(l(), j(), at.get(2));
    }
}
