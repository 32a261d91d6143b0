package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void sharesAreTheExamplesOwnGradientsAndTheirSumIsTheBatchs() {
        Run run = Histories.of(Histories.XOR, 12).newest();
        for (int l = 0; l < 2; l++) {
            for (int k = 0; k < run.network().shape().width(l); k++) {
                Probe.Shares shares = run.probe().shares(new Weight(l, 0, k));
                assertThat(shares.examples()).isEqualTo(run.batch());
                for (int e = 0; e < 4; e++) {
                    assertThat(shares.gradients()[e])
                            .isEqualTo(run.pass(shares.examples()[e]).weightGradient(l, 0, k));
                }
                assertThat(shares.reduced()).isEqualTo(run.gradient().weight(l, 0, k));
                assertThat(shares.reduced())
                        .isCloseTo(Arrays.stream(shares.gradients()).sum(), offset(1e-15));
            }
        }
    }

    @Test
    void ofABiasTheyAreItsNeuronsDeltas() {
        Run run = Histories.of(Histories.XOR, 12).newest();
        for (int l = 0; l < 2; l++) {
            Probe.Shares shares = run.probe().shares(new Bias(l, 0));
            for (int e = 0; e < 4; e++) {
                assertThat(shares.gradients()[e])
                        .isEqualTo(run.pass(shares.examples()[e]).deltas()[l][0]);
            }
            assertThat(shares.reduced()).isEqualTo(run.gradient().copyOfBiases(l)[0]);
        }
    }

    @Test
    void theBatchsGradientIsTheMeanOfTheSharesAndThePenaltysSlope() {
        Run run = Histories.of(Histories.EVENTFUL, 17).newest();
        Probe.Shares shares = run.probe().shares(new Weight(1, 2, 3));
        double mean = Arrays.stream(shares.gradients()).average().orElseThrow();
        assertThat(shares.reduced()).isCloseTo(mean, offset(1e-15));
        assertThat(run.gradient().weight(1, 2, 3))
                .isCloseTo(mean + 0.01 * run.network().weight(1, 2, 3), offset(1e-15));
    }
}
