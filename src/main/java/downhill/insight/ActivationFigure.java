package downhill.insight;

import downhill.math.Curve;
import downhill.net.activation.Activation;
import downhill.net.activation.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An activation as figures need it: they draw its curve through samples of the engine's own, so that no script has a formula.
 *
 * @param samples the drawn curve's values for z from -{@value #REACH} to {@value #REACH}, {@value #PER_UNIT} for each unit
 * @param reacting the values between which a neuron still reacts, where an activation has flat parts that figures warn of
 */
public record ActivationFigure(Activation activation, List<Double> samples, Optional<ValueRange> reacting) {
    /** The distance of the outermost samples from 0. Beyond, every activation is nearly straight. */
    public static final int REACH = 8;

    /** Straight lines between the samples of a hyperbolic tangent are off by 0.0015, a fifth of a shade. */
    public static final int PER_UNIT = 8;

    /** A curve is flat where its slope is below this share of the steepest one. */
    private static final double FLAT = 0.05;

    /** A z on a flat part, if the curve has one on this side. */
    private static final double FAR = 40;

    /** The figure of an activation. */
    public static ActivationFigure of(Activation activation) {
        return new ActivationFigure(
                activation,
                places().map(activation.drawnCurve()::value).boxed().toList(),
                activation.flatState().map(state -> reacting(activation.drawnCurve())));
    }

    private static DoubleStream places() {
        return IntStream.rangeClosed(-REACH * PER_UNIT, REACH * PER_UNIT).mapToDouble(i -> (double) i / PER_UNIT);
    }

    private static double slope(Curve curve, double z) {
        return curve.slope(z, curve.value(z));
    }

    private static ValueRange reacting(Curve curve) {
        double steepest = places().map(z -> slope(curve, z)).max().orElseThrow();
        double steepZ =
                places().filter(z -> slope(curve, z) == steepest).findFirst().orElseThrow();
        DoublePredicate isFlat = z -> slope(curve, z) < FLAT * steepest;
        double low = isFlat.test(-FAR) ? curve.value(edge(-FAR, steepZ, isFlat)) : Double.NEGATIVE_INFINITY;
        double high = isFlat.test(FAR) ? curve.value(edge(FAR, steepZ, isFlat)) : Double.POSITIVE_INFINITY;
        return new ValueRange(low, high);
    }

    /** The last flat place before a steep one, found by halving. */
    private static double edge(double flat, double steep, DoublePredicate isFlat) {
        double known = flat;
        double far = steep;
        for (double middle = (known + far) / 2; middle != known && middle != far; middle = (known + far) / 2) {
            if (isFlat.test(middle)) {
                known = middle;
            } else {
                far = middle;
            }
        }
        return known;
    }
}
