package downhill.course.text;

/** Shares as authors write them: {@code 1%}, or 0.01. */
public final class Percent {
    private Percent() {}

    /** The share that a value gives; 0 with a mistake noted where it is none. */
    public static double of(YamlValue value) {
        if (value.isNumber()) {
            return value.number();
        }
        String text = value.text().strip();
        if (text.matches("\\d+(\\.\\d+)?\\s*%")) {
            return Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100;
        }
        value.refuse("a share is written 1% or 0.01, not \"" + text + "\"");
        return 0;
    }
}
