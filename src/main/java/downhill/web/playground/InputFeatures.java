package downhill.web.playground;

import downhill.data.Features;
import java.util.List;
import java.util.stream.Stream;

/**
 * The functions of a point that go into the network, as a control: {@code x-y-sinx} is the point itself and the sine of x. The
 * point itself is always there, so that what the network answers can be shown on its plane.
 */
public record InputFeatures(List<String> names) {
    /** The features that can be inputs beside the coordinates. */
    public static final List<String> OFFERED = Features.ALL.stream()
            .filter(name -> !Features.STANDARD.contains(name))
            .toList();

    /** The features in a control's text; a word that names none is left for the specification's door to refuse. */
    static InputFeatures parse(String text) {
        List<String> named = Stream.of(text.split("-"))
                .map(InputFeatures::named)
                .filter(name -> !Features.STANDARD.contains(name))
                .toList();
        return new InputFeatures(
                Stream.concat(Features.STANDARD.stream(), named.stream()).toList());
    }

    /** Tests whether this feature is an input. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** The control's text with this one put in or, if it is there, taken out; always in the order in which they are offered. */
    public String toggled(String name) {
        return text(Features.ALL.stream()
                .filter(each -> has(each) != each.equals(name))
                .toList());
    }

    private static String text(List<String> names) {
        return String.join("-", names.stream().map(InputFeatures::word).toList());
    }

    private static String named(String word) {
        return Features.ALL.stream()
                .filter(name -> word(name).equals(word))
                .findFirst()
                .orElse(word);
    }

    private static String word(String name) {
        return name.replace("^", "").replace(" ", "");
    }
}
