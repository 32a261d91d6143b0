package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.history.CostSeries;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    /** The steps that are kept of those between two. */
    private static int[] steps(IntToDoubleFunction value, int from, int to, int points) {
        int[] steps = IntStream.rangeClosed(from, to).toArray();
        return Thinning.of(
                        new CostSeries(
                                steps, Arrays.stream(steps).mapToDouble(value).toArray()),
                        points)
                .steps();
    }

    @Test
    void aShortCurveKeepsEveryStep() {
        assertThat(steps(step -> step, 3, 9, 7)).containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aLongCurveKeepsItsEndsItsPeakAndItsTrough() {
        int[] steps = steps(step -> step == 617 ? 9 : step == 1234 ? -9 : step % 7, 0, 5000, 40);
        assertThat(steps)
                .hasSizeLessThanOrEqualTo(40)
                .contains(0, 617, 1234, 5000)
                .isSorted();
    }

    @Test
    void theStepsAreSpreadOverTheWholeCurve() {
        int[] steps = steps(step -> (step * 7919) % 1000, 0, 100_000, 100);
        int widest = 0;
        for (int i = 1; i < steps.length; i++) {
            widest = Math.max(widest, steps[i] - steps[i - 1]);
        }
        assertThat(widest).isLessThan(2 * 100_000 / 49 + 1);
        assertThat(Arrays.stream(steps).distinct().count()).isEqualTo(steps.length);
    }

    /** The stretches are equal in steps, so that the many kept steps of a run's beginning do not crowd out the few later ones. */
    @Test
    void aCurveWithGapsIsSpreadBySteps() {
        int[] steps = IntStream.concat(
                        IntStream.range(0, 1000), IntStream.range(1, 100).map(i -> i * 1000))
                .toArray();
        double[] costs = Arrays.stream(steps).mapToDouble(step -> step % 7).toArray();
        int[] kept = Thinning.of(new CostSeries(steps, costs), 42).steps();
        assertThat(kept).startsWith(0).endsWith(99_000).hasSizeBetween(30, 42);
        assertThat(Arrays.stream(kept).filter(step -> step < 1000).count()).isLessThan(4);
    }

    @Test
    void forBothAxesEachTenfoldOfTheStepsAndEachTenthOfThemHasPoints() {
        int[] all = IntStream.rangeClosed(0, 100_000).toArray();
        var series = new CostSeries(
                all,
                Arrays.stream(all).mapToDouble(step -> (step * 7919) % 1000).toArray());
        int[] steps = Thinning.forBothAxes(series, 400).steps();
        assertThat(steps)
                .hasSizeLessThanOrEqualTo(400)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(0, 100_000);
        for (int from = 10; from < 100_000; from *= 10) {
            int low = from;
            assertThat(Arrays.stream(steps)
                            .filter(step -> step >= low && step < 10 * low)
                            .count())
                    .isGreaterThan(15);
        }
        for (int from = 0; from < 100_000; from += 10_000) {
            int low = from;
            assertThat(Arrays.stream(steps)
                            .filter(step -> step >= low && step < low + 10_000)
                            .count())
                    .isGreaterThan(15);
        }
    }
}
