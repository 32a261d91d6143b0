package downhill.train.spec;

import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.net.Cost;
import downhill.net.activation.Activation;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Softmax;
import java.util.ArrayList;
import java.util.List;

/** Finds what does not fit between the cost, the last activation and the targets. */
public final class CostCheck {
    /** Shares of a whole that are written as decimals sum to 1 within this. */
    private static final double TOLERANCE = 1e-9;

    private final RunSpec spec;
    private final Dataset data;
    private final List<Problem> problems = new ArrayList<>();

    private CostCheck(RunSpec spec, Dataset data) {
        this.spec = spec;
        this.data = data;
    }

    static List<Problem> problems(RunSpec spec, Dataset data) {
        var check = new CostCheck(spec, data);
        check.checkSoftmax();
        switch (spec.cost()) {
            case Cost.HalfSquaredError c -> check.checkMargin(c.margin());
            case Cost.MeanSquaredError c -> {}
            case Cost.CrossEntropy c ->
                check.checkCrossEntropy(spec.network().activations().getLast());
        }
        return check.problems;
    }

    private void checkSoftmax() {
        List<Activation> activations = spec.network().activations();
        for (int l = 0; l < activations.size() - 1; l++) {
            if (activations.get(l) instanceof Softmax) {
                problems.add(new Problem("/network/activations/" + l, "softmax is allowed on the last layer only."));
            }
        }
    }

    private void checkMargin(double margin) {
        if (!(margin >= 0 && Double.isFinite(margin))) {
            problems.add(new Problem("/costMargin", "A finite number from 0 is allowed, not " + margin + "."));
        }
    }

    private void checkCrossEntropy(Activation last) {
        switch (last) {
            case Sigmoid s -> checkTargets(false);
            case Softmax s -> checkTargets(true);
            default ->
                problems.add(new Problem(
                        "/cost",
                        "cross-entropy needs sigmoid or softmax outputs; the last activation is " + last.name() + "."));
        }
    }

    private void checkTargets(boolean sumToOne) {
        checkTargets(data.targets(), "/targets", sumToOne);
        checkTargets(data.testTargets(), "/testTargets", sumToOne);
    }

    private void checkTargets(double[] targets, String name, boolean sumToOne) {
        int width = data.targetWidth();
        for (int e = 0; e * width < targets.length; e++) {
            double sum = 0;
            boolean isShare = true;
            for (int j = 0; j < width; j++) {
                double target = targets[e * width + j];
                isShare &= target >= 0 && target <= 1;
                sum += target;
            }
            if (!isShare || (sumToOne && Math.abs(sum - 1) > TOLERANCE)) {
                String pointer = spec.data() instanceof DataSpec.Inline ? "/data" + name + "/" + e : "/data";
                problems.add(new Problem(
                        pointer,
                        sumToOne
                                ? "With softmax and cross-entropy each example’s targets are from 0 to 1 and sum to 1; those"
                                        + " of example " + e + " sum to " + sum + "."
                                : "With cross-entropy targets are from 0 to 1; one of example " + e + " is not."));
                return;
            }
        }
    }
}
