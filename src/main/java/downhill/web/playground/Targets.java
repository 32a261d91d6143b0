package downhill.web.playground;

import java.util.List;

/** The numbers that code the two classes as a control: {@code 0-1}, or {@code minus1-1} for -1 and 1. */
final class Targets {
    static final String SHARES = "0-1";
    static final String SIGNS = "minus1-1";

    private Targets() {}

    /** The two numbers; another text is left for the specification's door to refuse. */
    static List<String> parse(String text) {
        return switch (text) {
            case SHARES -> List.of("0", "1");
            case SIGNS -> List.of("-1", "1");
            default -> List.of(text);
        };
    }

    /** The control's text for two numbers; empty if it has none for them. */
    static String text(List<Double> targets) {
        return targets.equals(List.of(0.0, 1.0)) ? SHARES : targets.equals(List.of(-1.0, 1.0)) ? SIGNS : "";
    }
}
