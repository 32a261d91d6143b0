package downhill.descent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Optimizer;
import org.junit.jupiter.api.Test;

class UpdateRuleTest {
    private static final double[] GRADIENTS = {0.5, -0.25, 2};

    /** The updates of one parameter that meets these gradients, one after the other. */
    private static double[] updates(UpdateRule rule, double rate) {
        OptimizerMemory memory = OptimizerMemory.empty(rule, 1);
        double[] updates = new double[GRADIENTS.length];
        double[] u = new double[1];
        for (int count = 0; count < GRADIENTS.length; count++) {
            OptimizerMemory after = OptimizerMemory.empty(rule, 1);
            rule.update(rate, count, new double[] {GRADIENTS[count]}, memory, after, u, 0, 1);
            updates[count] = u[0];
            memory = after;
        }
        return updates;
    }

    @Test
    void plainDescentMovesByRateTimesGradient() {
        assertThat(updates(new Sgd(0, false), 0.1)).containsExactly(-0.1 * 0.5, -0.1 * -0.25, -0.1 * 2);
    }

    @Test
    void momentumKeepsAShareOfTheVelocity() {
        double first = -0.05;
        double second = 0.9 * first + 0.025;
        double third = 0.9 * second - 0.2;
        assertThat(updates(new Sgd(0.9, false), 0.1))
                .containsExactly(new double[] {first, second, third}, within(1e-16));
    }

    @Test
    void nesterovLooksAheadAlongTheNewVelocity() {
        double first = -0.05;
        double second = 0.9 * first + 0.025;
        double third = 0.9 * second - 0.2;
        assertThat(updates(new Sgd(0.9, true), 0.1))
                .containsExactly(
                        new double[] {0.9 * first - 0.05, 0.9 * second + 0.025, 0.9 * third - 0.2}, within(1e-16));
    }

    @Test
    void rmsPropDividesByTheRootOfTheDecayingMeanSquare() {
        double s1 = 0.1 * 0.25;
        double s2 = 0.9 * s1 + 0.1 * 0.0625;
        double s3 = 0.9 * s2 + 0.1 * 4;
        assertThat(updates(new RmsProp(0.9, 1e-3), 0.01))
                .containsExactly(
                        new double[] {
                            -0.01 * 0.5 / (Math.sqrt(s1) + 1e-3),
                            0.01 * 0.25 / (Math.sqrt(s2) + 1e-3),
                            -0.01 * 2 / (Math.sqrt(s3) + 1e-3)
                        },
                        within(1e-15));
    }

    @Test
    void adaGradDividesByTheRootOfTheSumOfSquares() {
        assertThat(updates(new AdaGrad(1e-8), 0.1))
                .containsExactly(
                        new double[] {
                            -0.1 * 0.5 / (0.5 + 1e-8),
                            0.1 * 0.25 / (Math.sqrt(0.3125) + 1e-8),
                            -0.1 * 2 / (Math.sqrt(4.3125) + 1e-8)
                        },
                        within(1e-15));
    }

    @Test
    void adamsFirstUpdateIsTheRateWhateverTheGradientsSize() {
        double[] updates = updates(new Adam(0.9, 0.999, 1e-8), 0.001);
        assertThat(updates[0]).isCloseTo(-0.001, within(1e-10));
    }

    @Test
    void adamCorrectsBothMomentsForTheirStartAtZero() {
        double m2 = 0.9 * 0.1 * 0.5 + 0.1 * -0.25;
        double s2 = 0.999 * 0.001 * 0.25 + 0.001 * 0.0625;
        double expected = -0.001 * (m2 / (1 - 0.81)) / (Math.sqrt(s2 / (1 - 0.998001)) + 1e-8);
        assertThat(updates(new Adam(0.9, 0.999, 1e-8), 0.001)[1]).isCloseTo(expected, within(1e-14));
    }

    @Test
    void onlyTheGivenPlacesAreTouched() {
        var rule = new Adam(0.9, 0.999, 1e-8);
        OptimizerMemory after = OptimizerMemory.empty(rule, 4);
        double[] u = {7, 7, 7, 7};
        rule.update(0.1, 0, new double[] {1, 1, 1, 1}, OptimizerMemory.empty(rule, 4), after, u, 1, 3);
        assertThat(u[0]).isEqualTo(7);
        assertThat(u[1]).isNotEqualTo(7).isEqualTo(u[2]);
        assertThat(u[3]).isEqualTo(7);
        assertThat(after.first()[0]).isZero();
        assertThat(after.second()[3]).isZero();
    }

    @Test
    void decayMultipliesTheUpdatedWeight() {
        var optimizer = new Optimizer(new Sgd(0, false), 0.1, 0.01);
        double[] u = {0.25, 0.25};
        optimizer.decay(new double[] {2, 2}, u, 0, 1);
        assertThat(2 + u[0]).isCloseTo(2.25 * 0.99, within(1e-15));
        assertThat(u[1]).isEqualTo(0.25);
    }
}
