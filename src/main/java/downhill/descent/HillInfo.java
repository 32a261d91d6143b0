package downhill.descent;

import java.util.List;

/**
 * A built-in hill, as it is offered.
 *
 * @param name its name in addresses
 * @param title its name for people
 * @param hill the surface
 * @param latex the height as a formula in LaTeX
 * @param text the height as a formula in plain text
 * @param domain for each coordinate, which part of it is shown
 * @param start a good place to begin
 * @param learningRate a rate with which plain gradient descent gets down from there
 */
public record HillInfo(
        String name,
        String title,
        Hill hill,
        String latex,
        String text,
        List<Interval> domain,
        List<Double> start,
        double learningRate) {
    /** The values from low to high. */
    public record Interval(double low, double high) {}
}
