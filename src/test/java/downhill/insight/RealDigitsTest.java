package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Digits that people wrote, read by a network that has seen only those that the product writes. */
class RealDigitsTest {
    private static final String SPEC = """
            {"seed": 1, "data": {"name": "digits", "count": 10000, "testShare": 0},
             "network": {"layers": [784, 100, 10], "activations": ["relu", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 50, "shuffle": true}, "optimizer": {"name": "adam", "learningRate": 0.002}}""";

    @Test
    void aNetworkThatLearnedFromWrittenDigitsReadsPeoplesDigits() throws IOException {
        assertThat(RealDigits.readBy(Histories.of(SPEC, 1_000).newest())).isGreaterThan(0.91);
    }
}
