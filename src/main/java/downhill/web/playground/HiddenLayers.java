package downhill.web.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hidden layers as a control: {@code 4-2} is four neurons and then two, {@code none} is none at all. Each change answers
 * the text that the control would then hold.
 */
public record HiddenLayers(List<Integer> widths) {
    /** The most layers and the most neurons a layer that the buttons lead to; an address may hold more. */
    public static final int MOST_LAYERS = 6;

    public static final int MOST_NEURONS = 12;

    private static final String NONE = "none";

    /** The layers in a control's text; whatever is not a number there is left for the specification's door to refuse. */
    public static HiddenLayers parse(String text) {
        return new HiddenLayers(Stream.of(text.split("-"))
                .filter(width -> width.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .toList());
    }

    /** The control's text. */
    public String text() {
        return widths.isEmpty() ? NONE : widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** The layers with one neuron more in a layer. */
    public String wider(int layer) {
        return with(layer, widths.get(layer) + 1);
    }

    /** The layers with one neuron less in a layer. */
    public String narrower(int layer) {
        return with(layer, widths.get(layer) - 1);
    }

    /** The layers with one more before the output, as wide as the one before it. */
    public String deeper() {
        List<Integer> more = new ArrayList<>(widths);
        more.add(widths.isEmpty() ? 4 : Math.max(2, Math.min(widths.getLast(), 8)));
        return new HiddenLayers(more).text();
    }

    /** The layers without the last one. */
    public String shallower() {
        return new HiddenLayers(widths.subList(0, widths.size() - 1)).text();
    }

    private String with(int layer, int width) {
        List<Integer> changed = new ArrayList<>(widths);
        changed.set(layer, width);
        return new HiddenLayers(changed).text();
    }
}
