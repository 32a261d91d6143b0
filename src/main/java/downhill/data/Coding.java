package downhill.data;

import downhill.data.builtin.Examples;
import java.util.List;

/** The two target values that mean no and yes, on one output or on one output for each class. */
record Coding(double low, double high) {
    /** The coding of a specification's two values; refuses any but two different finite numbers. */
    static Coding of(List<Double> targets) {
        boolean good = targets.size() == 2
                && Double.isFinite(targets.get(0))
                && Double.isFinite(targets.get(1))
                && targets.get(0).doubleValue() != targets.get(1).doubleValue();
        if (!good) {
            throw new DataRefusedException(
                    "/data/targets",
                    "two different numbers are needed, the first class’s and the second’s, not " + targets);
        }
        return new Coding(targets.get(0), targets.get(1));
    }

    double of(double raw) {
        return raw == 0 ? low : high;
    }

    /** The targets of these examples for a network with this many outputs, which must be one of the set's widths. */
    double[] targets(Examples examples, int outputs) {
        double[] raw = examples.targets();
        boolean spread = examples.targetWidth() == 1 && outputs == 2;
        double[] coded = new double[examples.size() * outputs];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = of(spread ? (raw[i / 2] == i % 2 ? 1 : 0) : raw[i]);
        }
        return coded;
    }

    /** The task that targets of this kind set at this width. */
    Dataset.Task task(DataSetInfo.Kind kind, int outputs) {
        return switch (kind) {
            case TWO_CLASSES -> outputs == 1 ? new Dataset.Task.TwoTargets(low, high) : new Dataset.Task.OneHot();
            case ONE_OF_MANY -> new Dataset.Task.OneHot();
            case ANY_OF_MANY -> new Dataset.Task.TwoTargets(low, high);
            case NUMBER -> new Dataset.Task.Regression();
        };
    }
}
