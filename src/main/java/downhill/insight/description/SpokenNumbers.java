package downhill.insight.description;

import downhill.math.text.NumberText;

/** SpokenNumbers of a narration: those of {@link NumberText}, with whole numbers as such and powers of ten in words. */
public final class SpokenNumbers {
    /** A number so near below a power of ten is written with the digits of that power. */
    private static final double ROUNDING = 1e-9;

    private SpokenNumbers() {}

    public static String of(double value) {
        boolean whole = Math.abs(value) < 1e5 && value == Math.rint(value);
        return spoken(whole ? NumberText.plain(value, 5) : NumberText.brief(value * (1 + ROUNDING)));
    }

    /** A change, with its sign always there. */
    public static String signed(double value) {
        return value > 0 ? "+" + of(value) : of(value);
    }

    /** A number in a table for beginners: 0 if it is negligible beside the largest one. */
    public static String amid(double value, double largest) {
        return NumberText.amid(value, largest).equals("0") ? "0" : of(value);
    }

    /** A number as it is compared: nine decimals, or seven digits and a power of ten, without zeros at the end. */
    public static String exact(double value) {
        return spoken(NumberText.full(value));
    }

    /** A number with a fixed count of digits, as it is compared digit by digit. */
    static String digits(double value, int digits) {
        return spoken(NumberText.significant(value, digits));
    }

    public static String percent(double share) {
        return NumberText.percent(share);
    }

    /** "1 neuron", "3 neurons". */
    public static String count(long number, String what) {
        return NumberText.count(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** Spells a power of ten, which is read aloud; the page raises it again for the eye. */
    private static String spoken(String text) {
        int power = text.indexOf(" × 10");
        if (power < 0) {
            return text;
        }
        StringBuilder exponent = new StringBuilder();
        text.substring(power + " × 10".length())
                .chars()
                .forEach(c -> exponent.append(c == '⁻' ? "−" : Integer.toString("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))));
        return text.substring(0, power) + " times 10 to the " + exponent;
    }
}
