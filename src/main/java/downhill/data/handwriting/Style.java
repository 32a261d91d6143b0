package downhill.data.handwriting;

import downhill.math.Rng;

/**
 * The features by which two hands write the same form of a digit differently; they are drawn anew for each digit.
 *
 * @param slant how far x moves with each unit of height, to the right if positive
 * @param turn rotation in radians
 * @param width how wide the digit is, as a factor
 * @param balance how far the middle is carried down (up if negative), which makes the upper part larger
 * @param taper how much wider the foot is than the head, as a share
 * @param bow how far the middle is carried to the right of head and foot
 * @param shake standard deviation of the shift of each point that the pen goes through
 * @param wave how far the elastic distortion carries a point at most, about
 * @param round whether corners are cut
 * @param radius half the width of the pen's line, in pixels
 * @param pressure the change of that along the line, as a share
 * @param softness the width of the line's soft edge, in pixels
 * @param size the longer side of the digit, in pixels
 * @param right how far the digit lies to the right of the middle, in pixels
 * @param down how far it lies below
 */
record Style(
        double slant,
        double turn,
        double width,
        double balance,
        double taper,
        double bow,
        double shake,
        double wave,
        boolean round,
        double radius,
        double pressure,
        double softness,
        double size,
        double right,
        double down) {
    private static final double STRAY = 1;

    /**
     * A hand at random; a 1 slants more than others and is the only digit that a broad pen leaves readable, and a 0, one round
     * pull of the pen, is bent less.
     */
    static Style draw(int digit, Rng rng) {
        double slant = 0.14 + 0.26 * bounded(rng);
        double calm = digit == 0 ? 0.6 : 1;
        return new Style(
                digit == 1 ? 0.1 + slant : slant,
                0.08 * bounded(rng),
                StrictMath.exp(0.18 * bounded(rng)),
                0.08 * bounded(rng),
                calm * 0.25 * bounded(rng),
                0.06 * bounded(rng),
                calm * 0.035 * StrictMath.exp(0.4 * bounded(rng)),
                calm * 0.06 * StrictMath.exp(0.4 * bounded(rng)),
                rng.nextDouble() < 0.3,
                radius(digit, rng),
                0.18 * rng.nextDouble(),
                rng.uniform(0.9, 1.5),
                rng.uniform(19.2, 20.2),
                rng.uniform(-STRAY, STRAY),
                rng.uniform(-STRAY, STRAY));
    }

    private static double radius(int digit, Rng rng) {
        double spread = digit == 1 ? 0.34 : 0.28;
        return Math.clamp(1.28 * StrictMath.exp(spread * rng.nextGaussian()), 0.65, digit == 1 ? 3.2 : 2.6);
    }

    /** A normal number, drawn again beyond two standard deviations: nobody writes quite so oddly. */
    private static double bounded(Rng rng) {
        double value = rng.nextGaussian();
        while (value < -2 || value > 2) {
            value = rng.nextGaussian();
        }
        return value;
    }
}
