package downhill.insight.wiring;

import downhill.net.ExamplePass;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ledger of one output: the change of each connection into it by one plain step on one example, which is -rate × delta × activation, beside the
 * change by Hebb's rule, rate × activation of the output × activation (Hebb, The Organization of Behavior, 1949, in the usual form of a product).
 *
 * @param target of this output, for this example
 * @param activation of this output
 * @param delta the derivative of the example's cost by this output's weighted sum
 * @param rate the run's learning rate at this step
 * @param rows one for each connection, the unit with the largest activation first
 */
public record ConnectionLedger(
        int step,
        int example,
        int output,
        double target,
        double activation,
        double delta,
        double rate,
        List<Row> rows) {
    /** More connections would not be read. */
    static final int MOST_UNITS = 200;

    /**
     * One connection.
     *
     * @param unit the neuron of the layer before, from 0
     * @param activation of that unit
     * @param weight of the connection
     * @param change by a step of gradient descent on this example alone
     * @param hebb by Hebb's rule
     */
    public record Row(int unit, double activation, double weight, double change, double hebb) {}

    /**
     * The ledger of an output at a run's newest step.
     *
     * @param output from 0
     * @throws RefusedException if there is no such output, or if too many units lead to it
     */
    public static ConnectionLedger of(Run run, int example, int output) {
        int outputs = run.network().shape().outputs();
        if (output >= outputs) {
            throw new RefusedException(
                    List.of(new Problem("?output", "This network has the outputs 0 to " + (outputs - 1) + ".")));
        }
        checkWidth(run);
        ExamplePass pass = run.pass(example);
        int last = run.network().depth() - 1;
        double activation = pass.activations()[last + 1][output];
        double delta = pass.deltas()[last][output];
        double rate = run.optimizer().learningRate();
        List<Row> rows = IntStream.range(0, pass.activations()[last].length)
                .mapToObj(k -> {
                    double a = pass.activations()[last][k];
                    double weight = run.network().weight(last, output, k);
                    return new Row(k, a, weight, -rate * (delta * a), rate * (activation * a));
                })
                .sorted(Comparator.comparingDouble(Row::activation).reversed())
                .toList();
        double target = run.data().targets()[example * outputs + output];
        return new ConnectionLedger(run.step(), example, output, target, activation, delta, rate, rows);
    }

    /**
     * Refuses networks whose last hidden layer is too wide for figures of single connections.
     *
     * @throws RefusedException if it is
     */
    static void checkWidth(Run run) {
        int units = run.network().layers().get(run.network().depth() - 1);
        if (units > MOST_UNITS) {
            throw new RefusedException(List.of(new Problem(
                    "",
                    "Only layers of at most " + MOST_UNITS + " units before the output are taken apart; this one has "
                            + units + ".")));
        }
    }
}
