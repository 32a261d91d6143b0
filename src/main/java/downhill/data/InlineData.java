package downhill.data;

import java.util.List;
import java.util.stream.IntStream;

/** Examples given in full in a specification, made into a set. */
final class InlineData {
    private InlineData() {}

    static Dataset build(DataSpec.Inline spec) {
        int width = Rows.width(spec.inputs(), "/data/inputs");
        int outputs = Rows.width(spec.targets(), "/data/targets");
        checkPairs(spec.inputs(), spec.targets(), "/data/targets");
        checkPairs(spec.testInputs(), spec.testTargets(), "/data/testTargets");
        double[] targets = Rows.flat(spec.targets(), outputs, "/data/targets");
        double[] testTargets = Rows.flat(spec.testTargets(), outputs, "/data/testTargets");
        return new Dataset(
                width,
                outputs,
                Rows.flat(spec.inputs(), width, "/data/inputs"),
                targets,
                Rows.flat(spec.testInputs(), width, "/data/testInputs"),
                testTargets,
                Tasks.seen(outputs, targets, testTargets),
                IntStream.rangeClosed(1, width).mapToObj(i -> "input " + i).toList());
    }

    private static void checkPairs(List<List<Double>> inputs, List<List<Double>> targets, String pointer) {
        if (inputs.size() != targets.size()) {
            throw new DataRefusedException(
                    pointer, "there are " + targets.size() + " rows of targets for " + inputs.size() + " of inputs");
        }
    }
}
