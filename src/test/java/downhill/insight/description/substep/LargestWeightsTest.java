package downhill.insight.description.substep;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.description.Runs;
import downhill.net.Parameter.Weight;
import downhill.net.PerParameter;
import downhill.train.step.Run;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LargestWeightsTest {
    private final Run mazur = Histories.of(Runs.MAZUR, 0).newest();

    @Test
    void theLargestComeFirstWhateverTheirSign() {
        assertThat(LargestWeights.weights(mazur.network().shape(), 3, mazur.gradient()))
                .containsExactly(new Weight(1, 0, 1), new Weight(1, 0, 0), new Weight(1, 1, 1));
    }

    @Test
    void ofEqualOnesThoseThatComeFirstAreKept() {
        PerParameter equal = new PerParameter(mazur.network().shape());
        Arrays.fill(equal.values(), -1);
        assertThat(LargestWeights.weights(mazur.network().shape(), 3, equal))
                .containsExactly(new Weight(0, 0, 0), new Weight(0, 0, 1), new Weight(0, 1, 0));
    }
}
