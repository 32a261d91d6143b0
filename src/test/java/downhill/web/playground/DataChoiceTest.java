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
                        new Dot(5, 43, "minus"),
                        new Dot(5, 5, "plus"),
                        new Dot(43, 43, "plus"),
                        new Dot(43, 5, "minus"));
    }

    @Test
    void dotsOfAClassAreOnePath() {
        assertThat(DataChoice.of("xor", "XOR", xor, 100).path("plus")).isEqualTo("M5 5h0M43 43h0");
    }

    @Test
    void pictureHoldsSoManyDotsOfALargeSet() {
        assertThat(DataChoice.of("xor", "XOR", xor, 2).dots()).hasSize(2);
    }

    @Test
    void dotsOfThreeClassesHaveALookEach() {
        DataChoice pinwheel = DataChoice.all().stream()
                .filter(choice -> choice.name().equals("pinwheel"))
                .findFirst()
                .orElseThrow();
        assertThat(pinwheel.looks()).containsExactly("class-1", "class-2", "class-3");
        assertThat(pinwheel.looks())
                .allSatisfy(look -> assertThat(pinwheel.path(look).split("M")).hasSizeGreaterThan(15));
    }
}
