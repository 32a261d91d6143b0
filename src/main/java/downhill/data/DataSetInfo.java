package downhill.data;

import java.util.List;

/**
 * The facts about a built-in set that are known before it is built: enough to fill defaults, refuse values and draw a form.
 *
 * @param name its name in a specification
 * @param title its name for people
 * @param description one line on what is to be learned
 * @param kind what the targets say, which decides the output widths that fit
 * @param dimensions how many coordinates a point has: 2 for sets that can be drawn on a map, 1 for a curve, 0 for neither
 * @param domain where the coordinates lie, the same for each; a map or curve is drawn over it
 * @param features whether the set takes {@code features}, functions of x and y
 * @param count how many examples it can have; fixed where low is high
 * @param noise the standard deviation of the shift of each point (in the coordinates' units), or of each target for
 * regression; fixed at 0 where it means nothing
 * @param testShare the share of the examples that is held out
 * @param inputNames a name for each input, with the default features
 * @param outputNames a name for each output of the widest coding, in order
 */
public record DataSetInfo(
        String name,
        String title,
        String description,
        Kind kind,
        int dimensions,
        Domain domain,
        boolean features,
        Count count,
        Amount noise,
        Amount testShare,
        List<String> inputNames,
        List<String> outputNames) {

    /** The meaning of a set's targets. */
    public enum Kind {
        /** One of two classes: one output, or two for one-hot targets. */
        TWO_CLASSES,
        /** One of several classes: one output each. */
        ONE_OF_MANY,
        /** Any number of several answers: one output each. */
        ANY_OF_MANY,
        /** A number to be approximated by one output. */
        NUMBER
    }

    /** An interval of coordinates. */
    public record Domain(double low, double high) {}

    /** A whole number that may be set: what it is unless given, and the least and the largest allowed. */
    public record Count(int standard, int low, int high) {
        public static Count fixed(int value) {
            return new Count(value, value, value);
        }

        /** Tests whether there is more than one value to choose. */
        public boolean settable() {
            return low < high;
        }
    }

    /** A number that may be set: what it is unless given, and the least and the largest allowed. */
    public record Amount(double standard, double low, double high) {
        public static final Amount NONE = new Amount(0, 0, 0);

        /** Tests whether there is more than one value to choose. */
        public boolean settable() {
            return low < high;
        }
    }

    /** The output widths that fit, the usual one first. */
    public List<Integer> outputWidths() {
        return kind == Kind.TWO_CLASSES ? List.of(1, 2) : List.of(outputNames.size());
    }

    /** A name for each class; none where an example is of no single class. */
    List<String> classNames() {
        return kind == Kind.TWO_CLASSES || kind == Kind.ONE_OF_MANY ? outputNames : List.of();
    }

    /** The names of the parameters that the set takes, beside its own name. */
    public List<String> parameters() {
        return java.util.stream.Stream.of(
                        count.settable() ? "count" : "",
                        noise.settable() ? "noise" : "",
                        testShare.settable() ? "testShare" : "",
                        kind == Kind.NUMBER ? "" : "targets",
                        features ? "features" : "",
                        "seed")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The set's specification with every parameter at its default. */
    public DataSpec.BuiltIn standard(long seed) {
        return new DataSpec.BuiltIn(
                name,
                seed,
                count.standard(),
                noise.standard(),
                testShare.standard(),
                List.of(0.0, 1.0),
                features ? Features.STANDARD : List.of());
    }
}
