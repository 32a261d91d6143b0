package downhill.insight.wiring;

import downhill.insight.Predictions;
import downhill.net.Batch;
import downhill.net.InputDerivatives;
import downhill.net.activation.Activation;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The share of each input in one output's pre-activation: the input times the derivative of the pre-activation by it. Where all hidden layers are
 * piecewise linear and have no bias, the shares add up to the pre-activation; with biases, the rest is theirs. With another curve the shares tell what
 * a small change of the inputs would do, and the rest holds the bend of the curves too.
 *
 * @param outputs the network's outputs for the input
 * @param output the output that is followed back
 * @param preActivation of this output
 * @param derivatives of the pre-activation, by each input
 * @param shares each input times its derivative
 * @param complete whether all hidden layers are piecewise linear, so that the rest is the share of the biases alone
 */
@SuppressWarnings("ArrayRecordComponent")
public record InputShares(
        int step,
        double[] outputs,
        int output,
        double preActivation,
        double[] derivatives,
        double[] shares,
        boolean complete) {
    /** A part of the shares: how many they are, and their sum. */
    public record Part(int count, double sum) {}

    /**
     * Follows an output of a run's newest step back to the inputs; nothing is dropped.
     *
     * @param output the output to follow, or a negative number for the largest one
     * @throws RefusedException if the input does not fit the network, or if there is no such output
     */
    public static InputShares of(Run run, List<Double> input, int output, Runnable checkpoint) {
        double[] outputs = outputs(run, input, checkpoint);
        if (output >= outputs.length) {
            throw new RefusedException(
                    List.of(new Problem("/output", "This network has the outputs 0 to " + (outputs.length - 1) + ".")));
        }
        int followed = output < 0 ? largest(outputs) : output;
        double[] x = input.stream().mapToDouble(Double::doubleValue).toArray();
        Batch batch = new Batch(run.network().shape(), 1, false);
        batch.load(x, new double[outputs.length], new int[] {0}, 0);
        run.passes().forward(run.network().parameters(), batch);
        double z = batch.preActivations(run.network().depth() - 1).get(followed, 0);
        double[] slopes = InputDerivatives.of(run.passes(), run.network().parameters(), batch, followed);
        double[] shares = new double[x.length];
        Arrays.setAll(shares, k -> slopes[k] * x[k]);
        return new InputShares(run.step(), outputs, followed, z, slopes, shares, isLinearOnEachSide(run));
    }

    private static double[] outputs(Run run, List<Double> input, Runnable checkpoint) {
        try {
            return Predictions.of(run, List.of(input), checkpoint).outputs()[0];
        } catch (RefusedException e) {
            throw new RefusedException(e.problems().stream()
                    .map(problem -> new Problem("/input", problem.detail()))
                    .toList());
        }
    }

    private static boolean isLinearOnEachSide(Run run) {
        return run.network().activations().stream()
                .limit(run.network().depth() - 1)
                .allMatch(Activation::isLinearOnEachSide);
    }

    private static int largest(double[] outputs) {
        return IntStream.range(0, outputs.length)
                .reduce((a, b) -> outputs[b] > outputs[a] ? b : a)
                .orElseThrow();
    }

    /** The shares above 0: the inputs that speak for the output. */
    public Part speakingFor() {
        return part(share -> share > 0);
    }

    /** The shares below 0: the inputs that speak against it. */
    public Part against() {
        return part(share -> share < 0);
    }

    private Part part(DoublePredicate which) {
        double[] chosen = Arrays.stream(shares).filter(which).toArray();
        double sum = 0;
        for (double share : chosen) {
            sum += share;
        }
        return new Part(chosen.length, sum);
    }

    /** The part of the pre-activation that no input has a share in. */
    public double rest() {
        return preActivation - speakingFor().sum() - against().sum();
    }
}
