package downhill.insight;

import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.List;

/**
 * A confusion matrix: a network's examples counted by their class and by the class that the network predicts.
 *
 * @param held whether these are the examples held out; else they are those that the network trains on
 * @param classes the classes' names
 * @param counts [actual][predicted]
 */
@SuppressWarnings("ArrayRecordComponent")
public record Confusion(int step, boolean held, List<String> classes, int[][] counts) {
    /**
     * The confusion matrix of a run's newest step.
     *
     * @throws RefusedException if the examples are not of one class each, or none is held out
     */
    public static Confusion of(Run run, boolean held) {
        List<String> classes = run.data().classNames();
        if (classes.isEmpty()) {
            throw refused(
                    "/data",
                    "A confusion matrix needs examples of one class each. The targets of these are not classes.");
        }
        if (held && run.data().testSize() == 0) {
            throw refused("/set", "This run holds no examples out. Choose the training set.");
        }
        return new Confusion(run.step(), held, classes, run.classes(held));
    }

    /** The number of examples. */
    public int examples() {
        int sum = 0;
        for (int[] row : counts) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    /** The number of examples whose class is predicted. */
    public int right() {
        int sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c][c];
        }
        return sum;
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
