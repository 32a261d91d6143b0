package downhill.insight.description;

import downhill.insight.Nudge;
import downhill.insight.description.Description.Table;
import downhill.insight.explanation.Names;
import downhill.net.Parameter;
import downhill.train.step.Run;
import java.util.List;
import java.util.Locale;

/** A weight or bias that was nudged to both sides: the three costs, the two quotients, and backpropagation's number beside them. */
public final class ProofDescription {
    private static final int COST_DIGITS = 16;
    private static final int SLOPE_DIGITS = 10;

    private ProofDescription() {}

    /**
     * Describes the proof of one weight or bias at a run's newest step.
     *
     * @param by how far it is moved, not 0
     * @throws downhill.train.spec.RefusedException as {@link Nudge#of} does
     */
    public static Description of(Run run, Parameter at, double by) {
        Nudge nudge = Nudge.of(run, at, by);
        String name = new Names(run).parameter(at);
        String central = SpokenNumbers.digits(nudge.central(), SLOPE_DIGITS);
        String gradient = SpokenNumbers.digits(nudge.gradient(), SLOPE_DIGITS);
        return new Description(
                "proof",
                List.of(
                        "At step " + run.step() + " " + name + " is moved by " + SpokenNumbers.of(by)
                                + " to both sides, and the network run again: the cost’s quotient is " + central
                                + ", backpropagation’s gradient " + gradient + ".",
                        agreement(nudge)),
                List.of(new Table(
                        "The proof",
                        List.of("quantity", "number"),
                        List.of(
                                List.of("cost with less of it", SpokenNumbers.digits(nudge.minus(), COST_DIGITS)),
                                List.of("cost as it is", SpokenNumbers.digits(nudge.at(), COST_DIGITS)),
                                List.of("cost with more of it", SpokenNumbers.digits(nudge.plus(), COST_DIGITS)),
                                List.of("quotient to one side", SpokenNumbers.digits(nudge.forward(), SLOPE_DIGITS)),
                                List.of("quotient over both sides", central),
                                List.of("backpropagation", gradient)))));
    }

    private static String agreement(Nudge nudge) {
        int digits = agreeing(nudge.central(), nudge.gradient());
        return nudge.central() == 0 && nudge.gradient() == 0
                ? "Both are exactly 0."
                : digits == 0
                        ? "No digit of the two agrees."
                        : "The first " + (digits == 1 ? "digit of both agrees." : digits + " digits of both agree.");
    }

    /**
     * The number of digits to which two numbers agree: those that they have in common from their first one on, or, where they differ by a carry as
     * 0.49999 and 0.50001 do, those to which they are the same when rounded.
     */
    static int agreeing(double a, double b) {
        return Math.max(common(a, b), (int) Math.max(
                0, Math.min(SLOPE_DIGITS, -Math.log10(Math.abs(a - b) / Math.abs(b)))));
    }

    /** The number of digits that are the same from the first one on; none where sign or power of ten differ. */
    private static int common(double a, double b) {
        String[] one = written(a);
        String[] other = written(b);
        int digits = 0;
        while (one[1].equals(other[1])
                && Math.signum(a) == Math.signum(b)
                && digits < SLOPE_DIGITS
                && one[0].charAt(digits) == other[0].charAt(digits)) {
            digits++;
        }
        return digits;
    }

    /** The digits of a number, and its power of ten. */
    private static String[] written(double value) {
        String[] parts = String.format(Locale.ROOT, "%." + (SLOPE_DIGITS - 1) + "e", Math.abs(value))
                .split("e", -1);
        return new String[] {parts[0].replace(".", ""), parts[1]};
    }
}
