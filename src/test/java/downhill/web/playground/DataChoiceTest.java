package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Dataset;
import downhill.web.playground.DataChoice.Dot;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataChoiceTest {
    private final Dataset xor = new Dataset(
            2,
            1,
            new double[] {0, 0, 0, 1, 1, 0, 1, 1},
            new double[] {0, 1, 1, 0},
            new double[0],
            new double[0],
            new Dataset.Task.TwoTargets(0, 1),
            List.of("x", "y"));

    @Test
    void pictureHasYUpwardAndTheHigherTargetMarked() {
        assertThat(DataChoice.of("xor", "XOR", xor, 100).dots())
                .containsExactly(
                        new Dot(5, 43, false), new Dot(5, 5, true), new Dot(43, 43, true), new Dot(43, 5, false));
    }

    @Test
    void dotsOfAClassAreOnePath() {
        assertThat(DataChoice.of("xor", "XOR", xor, 100).path(true)).isEqualTo("M5 5h0M43 43h0");
    }

    @Test
    void pictureHoldsSoManyDotsOfALargeSet() {
        assertThat(DataChoice.of("xor", "XOR", xor, 2).dots()).hasSize(2);
    }
}
