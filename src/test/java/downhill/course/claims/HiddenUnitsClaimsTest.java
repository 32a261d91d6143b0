package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.Scores;
import downhill.net.ExamplePass;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds every number that the first half of the lesson "Hidden units find features" claims in words: the mirror symmetry. */
class HiddenUnitsClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("hidden-units")
            .orElseThrow();

    private static Run after(String run, int steps) {
        return LESSON.start(run, OptionalInt.of(steps)).newest();
    }

    /** The patterns on whose side of a half the output is. */
    private static long right(Run run) {
        return IntStream.range(0, 64)
                .filter(e -> (output(run, e) > 0.5) == (run.data().targets()[e] > 0.5))
                .count();
    }

    private static double output(Run run, int example) {
        return run.pass(example).activations()[2][0];
    }

    /** The sizes of the first hidden neuron's weights from the left half, the smallest first. */
    private static double[] sizes(Run run) {
        return Arrays.stream(run.weights(0)).limit(3).map(Math::abs).sorted().toArray();
    }

    private static List<Integer> sums(int... sizes) {
        return IntStream.range(0, 8)
                .map(half -> IntStream.range(0, 3)
                        .map(i -> (half >> i & 1) * sizes[i])
                        .sum())
                .sorted()
                .boxed()
                .toList();
    }

    @Test
    void eightOfSixtyFourPatternsAreSymmetricAndEachInputIsOnInHalfOfThem() {
        Run run = after("mirror", 0);
        double[] inputs = run.data().inputs();
        int[] symmetric =
                IntStream.range(0, 64).filter(e -> run.data().targets()[e] == 1).toArray();

        assertThat(symmetric).hasSize(8);
        for (int i = 0; i < 6; i++) {
            int at = i;
            assertThat(Arrays.stream(symmetric).filter(e -> inputs[6 * e + at] == 1))
                    .hasSize(4);
        }
    }

    @Test
    void allPatternsAreRightForTheFirstTimeAfter802Steps() {
        History history = LESSON.start("mirror", OptionalInt.of(0));
        while (right(history.newest()) < 64) {
            history.advance();
        }
        assertThat(history.step()).isEqualTo(802);
        assertThat(Scores.of(after("mirror", 300)).trainCost().orElseThrow()).isCloseTo(4, within(0.2));
    }

    @Test
    void theWeightsArePairsOfOppositeSignsWithSizesOneTwoAndFour() {
        Run run = after("mirror", 1200);
        double[] w = run.weights(0);
        for (int j = 0; j < 2; j++) {
            for (int i = 0; i < 3; i++) {
                assertThat(w[6 * j + 5 - i]).isCloseTo(-w[6 * j + i], within(0.005));
            }
        }
        double[] sizes = sizes(run);
        assertThat(sizes[1] / sizes[0]).isCloseTo(2, within(0.05));
        assertThat(sizes[2] / sizes[0]).isCloseTo(4, within(0.05));
    }

    @Test
    void symmetricPatternsLeaveTheBiasAndOthersTurnAHiddenNeuronOn() {
        Run run = after("mirror", 1200);
        for (int e = 0; e < 64; e++) {
            ExamplePass pass = run.pass(e);
            double most = Math.max(pass.activations()[1][0], pass.activations()[1][1]);
            if (run.data().targets()[e] == 1) {
                assertThat(pass.preActivations()[0][0]).isCloseTo(run.biases(0)[0], within(0.01));
                assertThat(most).isLessThan(0.2);
                assertThat(output(run, e)).isGreaterThan(0.9);
            } else {
                assertThat(most).isGreaterThan(0.6);
            }
        }
    }

    @Test
    void theSizesOneTwoFourAndTwoThreeFourHaveEightDifferentSums() {
        assertThat(sums(1, 2, 4)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(sums(2, 3, 4)).containsExactly(0, 2, 3, 4, 5, 6, 7, 9);
        assertThat(sums(1, 2, 3)).containsExactly(0, 1, 2, 3, 3, 4, 5, 6);
    }

    @Test
    void theOtherSeedFindsTheSizesTwoThreeFour() {
        Run run = after("other-sizes", 1200);
        double[] sizes = sizes(run);

        assertThat(right(run)).isEqualTo(64);
        assertThat(2 * sizes[1] / sizes[0]).isCloseTo(3, within(0.1));
        assertThat(2 * sizes[2] / sizes[0]).isCloseTo(4, within(0.1));
    }

    @Test
    void theStuckNetworkAnswersZeroToEveryPattern() {
        Run run = after("stuck", 2000);

        assertThat(right(run)).isEqualTo(56);
        assertThat(IntStream.range(0, 64).mapToDouble(e -> output(run, e))).allMatch(a -> a < 0.001);
    }
}
