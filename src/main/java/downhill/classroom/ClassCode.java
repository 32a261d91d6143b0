package downhill.classroom;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The code by which learners join a class. Its letters and digits are hard to take for one another on a projector. */
public final class ClassCode {
    /** Neither 0 nor O, 1, I or L; of Z and 2, S and 5, B and 8 only one each. */
    public static final String ALPHABET = "ABCDEFGHJKMNPQRTUVWXY2345679";

    /** The number of letters: 28 to the power of 6 codes are 482 million. */
    public static final int LENGTH = 6;

    private static final int HALF = LENGTH / 2;

    private ClassCode() {}

    /**
     * A new code.
     *
     * @param random a random number from 0 to below its argument
     */
    public static String random(IntUnaryOperator random) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code that somebody typed, in any case and with spaces or hyphens; nothing if no code looks like it. */
    public static Optional<String> read(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00a0-]", "");
        boolean isOne = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return isOne ? Optional.of(code) : Optional.empty();
    }

    /** A code in two groups, as people read it out. */
    public static String shown(String code) {
        return code.substring(0, HALF) + " " + code.substring(HALF);
    }
}
