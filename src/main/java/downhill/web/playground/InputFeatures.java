package downhill.web.playground;

import downhill.data.Features;
import java.util.List;
import java.util.stream.Stream;

/**
 * The functions of a point that go into the network, as a control: {@code x-y-sinx} is the point itself and the sine of x. At
 * least one is always there.
 */
public record InputFeatures(List<String> names) {
    /** The features that can be inputs, in the order in which they are offered. */
    public static final List<String> OFFERED = Features.ALL;

    /** The features in a control's text; a word that names none is left for the specification's door to refuse. */
    static InputFeatures parse(String text) {
        return new InputFeatures(
                Stream.of(text.split("-")).map(InputFeatures::named).toList());
    }

    /** Tests whether this feature is an input. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** Tests whether this feature is the only input, which has to stay. */
    public boolean isLast(String name) {
        return names.equals(List.of(name));
    }

    /** The control's text with this one put in or, if it is there, taken out; always in the order in which they are offered. */
    public String toggled(String name) {
        return joined(Features.ALL.stream()
                .filter(each -> has(each) != each.equals(name))
                .toList());
    }

    /** The control's text. */
    public String text() {
        return joined(names);
    }

    private static String joined(List<String> names) {
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
