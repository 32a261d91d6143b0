package downhill.data;

import java.util.Arrays;
import java.util.List;

/** The digits of a set and the drawings that somebody added to those to train on, made into one set. */
final class DrawnDigits {
    private DrawnDigits() {}

    /** The drawings come after the set's own training examples, in their order; the held-out examples stay the same. */
    static Dataset build(DataSpec.Drawn spec, Dataset digits) {
        check(spec.drawings());
        int rows = spec.drawings().size() * Drawing.COPIES;
        int width = digits.inputWidth();
        int outputs = digits.targetWidth();
        double[] inputs = Arrays.copyOf(digits.inputs(), digits.inputs().length + rows * width);
        double[] targets = Arrays.copyOf(digits.targets(), digits.targets().length + rows * outputs);
        int row = digits.size();
        for (Drawing drawing : spec.drawings()) {
            for (int copy = 0; copy < Drawing.COPIES; copy++) {
                drawing.write(inputs, row * width);
                targets[row * outputs + drawing.digit()] = 1;
                row++;
            }
        }
        return new Dataset(
                width,
                outputs,
                inputs,
                targets,
                digits.testInputs(),
                digits.testTargets(),
                digits.task(),
                digits.inputNames(),
                digits.classNames());
    }

    private static void check(List<Drawing> drawings) {
        if (drawings.size() > Drawing.MOST) {
            throw new DataRefusedException(
                    "/data/drawings",
                    "there are " + drawings.size() + " drawings; a run takes " + Drawing.MOST + " at most");
        }
        for (int i = 1; i < drawings.size(); i++) {
            if (drawings.get(i).from() < drawings.get(i - 1).from()) {
                throw new DataRefusedException(
                        "/data/drawings/" + i + "/from", "drawings are given in the order of their steps");
            }
        }
    }
}
