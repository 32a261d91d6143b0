package downhill.data;

import java.util.Base64;
import java.util.Optional;

/**
 * A digit that somebody drew, to be learned with the digits of a set.
 *
 * @param digit the digit that it stands for, 0 to 9
 * @param from the step from which on it is among the training examples
 * @param ink 28 by 28 pixels row by row, a byte each, 0 for paper and 255 for full ink, as base64url without padding; where there are fewer, the rest is paper
 */
public record Drawing(int digit, int from, String ink) {
    /** Pixels of a drawing. */
    public static final int PIXELS = 784;

    /** The number of times that a drawing is among the training examples, so that a few hundred steps are enough to learn it. */
    public static final int COPIES = 10;

    /** The most drawings of one run. */
    public static final int MOST = 50;

    /** The length of the longest text of ink. */
    public static final int TEXT = (PIXELS * 4 + 2) / 3;

    private static final double FULL = 255;

    /** The bytes of a drawing's ink; nothing if the text is not base64url of at most 784, or if there is no ink. */
    public static Optional<byte[]> pixels(String ink) {
        if (ink.length() > TEXT) {
            return Optional.empty();
        }
        try {
            byte[] pixels = Base64.getUrlDecoder().decode(ink);
            boolean isBlank = true;
            for (byte pixel : pixels) {
                isBlank &= pixel == 0;
            }
            return pixels.length <= PIXELS && !isBlank ? Optional.of(pixels) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes the ink into inputs, 784 numbers from 0 to 1. */
    void write(double[] inputs, int at) {
        byte[] pixels = pixels(ink).orElseThrow(() -> new DataRefusedException("/data/drawings", "the ink is damaged"));
        for (int i = 0; i < pixels.length; i++) {
            inputs[at + i] = (pixels[i] & 0xFF) / FULL;
        }
    }
}
