package downhill.data;

import java.util.stream.DoubleStream;

/**
 * The task of a data set that does not name its task.
 *
 * <p>Targets that are all 0 or 1, or all -1 or 1, with both values occurring, are classes: one-hot where there are several
 * outputs and each row has exactly one 1, else two targets an output. All others are numbers to be approximated.
 */
final class Tasks {
    private Tasks() {}

    /** The task of training targets and held-out ones, both [examples][width]. */
    static Dataset.Task seen(int width, double[] targets, double[] testTargets) {
        double[] all = DoubleStream.concat(DoubleStream.of(targets), DoubleStream.of(testTargets))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        boolean coded = (low == 0 || low == -1) && only(all, low);
        if (!coded) {
            return new Dataset.Task.Regression();
        }
        return width > 1 && oneYesInEachRow(all, width)
                ? new Dataset.Task.OneHot()
                : new Dataset.Task.TwoTargets(low, 1);
    }

    private static boolean only(double[] values, double low) {
        boolean high = false;
        for (double value : values) {
            if (value != low && value != 1) {
                return false;
            }
            high |= value == 1;
        }
        return high;
    }

    private static boolean oneYesInEachRow(double[] targets, int width) {
        for (int row = 0; row < targets.length; row += width) {
            int yes = 0;
            for (int i = 0; i < width; i++) {
                yes += targets[row + i] == 1 ? 1 : 0;
            }
            if (yes != 1) {
                return false;
            }
        }
        return true;
    }
}
