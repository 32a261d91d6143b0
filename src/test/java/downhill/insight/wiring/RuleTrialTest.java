package downhill.insight.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.wiring.RuleTrial.Point;
import downhill.train.step.Run;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The trial against the two rules written down once more with plain loops over the run's own activations. */
class RuleTrialTest {
    private static final int UNITS = 8;
    private static final double RATE = 0.5;

    @Test
    void gradientDescentMovesEachWeightByRateTimesDeltaTimesActivation() {
        Run run = Readers.after(60, 20).newest();
        double[] weights = trained(run, false);
        assertThat(last(RuleTrial.of(run, () -> {}).descent().points()).length())
                .isCloseTo(length(weights), Offset.offset(1e-9));
    }

    @Test
    void hebbsRuleMovesEachWeightByRateTimesBothActivations() {
        Run run = Readers.after(60, 20).newest();
        double[] weights = trained(run, true);
        assertThat(last(RuleTrial.of(run, () -> {}).hebb().points()).length())
                .isCloseTo(length(weights), Offset.offset(1e-9));
    }

    @Test
    void bothBeginAtTheRunsOwnAccuracyAndHebbsWeightsOnlyRise() {
        Run run = Readers.after(60, 20).newest();
        RuleTrial trial = RuleTrial.of(run, () -> {});
        double accuracy = run.evaluateTest().accuracy().orElseThrow();
        assertThat(trial.descent().points().getFirst().accuracy()).isEqualTo(accuracy);
        assertThat(trial.hebb().points().getFirst().accuracy()).isEqualTo(accuracy);
        assertThat(trial.hebb().risen()).isEqualTo(trial.weights()).isEqualTo(10 * UNITS);
        assertThat(trial.hebb().fallen()).isZero();
        assertThat(trial.descent().risen()).isPositive();
        assertThat(trial.descent().fallen()).isPositive();
    }

    /** The weights into the outputs after all training examples in order, [output][unit]. */
    private static double[] trained(Run run, boolean byHebb) {
        double[] weights = run.weights(1);
        double[] biases = run.biases(1);
        for (int e = 0; e < run.data().size(); e++) {
            double[] a = run.pass(e).activations()[1];
            double[] y = softmax(weights, biases, a);
            for (int j = 0; j < 10; j++) {
                double target = run.data().targets()[e * 10 + j];
                double factor = byHebb ? y[j] : target - y[j];
                for (int k = 0; k < UNITS; k++) {
                    weights[j * UNITS + k] += RATE * factor * a[k];
                }
            }
        }
        return weights;
    }

    private static double[] softmax(double[] weights, double[] biases, double[] a) {
        double[] y = new double[10];
        double sum = 0;
        for (int j = 0; j < 10; j++) {
            double z = biases[j];
            for (int k = 0; k < UNITS; k++) {
                z += weights[j * UNITS + k] * a[k];
            }
            y[j] = Math.exp(z - 50);
            sum += y[j];
        }
        for (int j = 0; j < 10; j++) {
            y[j] /= sum;
        }
        return y;
    }

    private static Point last(List<Point> points) {
        return points.getLast();
    }

    private static double length(double[] weights) {
        double squares = 0;
        for (double w : weights) {
            squares += w * w;
        }
        return Math.sqrt(squares);
    }
}
