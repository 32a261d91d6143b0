package downhill.course.reading;

import downhill.course.text.YamlValue;

/** Shares as authors write them: {@code 1%}, or 0.01. */
public final class Percent {
    private Percent() {}

    static double of(YamlValue value) {
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
