package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void aShortCurveKeepsEveryStep() {
        assertThat(Thinning.steps(step -> step, 3, 9, 7)).containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aLongCurveKeepsItsEndsItsPeakAndItsTrough() {
        int[] steps = Thinning.steps(step -> step == 617 ? 9 : step == 1234 ? -9 : step % 7, 0, 5000, 40);
        assertThat(steps)
                .hasSizeLessThanOrEqualTo(40)
                .contains(0, 617, 1234, 5000)
                .isSorted();
    }

    @Test
    void theStepsAreSpreadOverTheWholeCurve() {
        int[] steps = Thinning.steps(step -> (step * 7919) % 1000, 0, 100_000, 100);
        int widest = 0;
        for (int i = 1; i < steps.length; i++) {
            widest = Math.max(widest, steps[i] - steps[i - 1]);
        }
        assertThat(widest).isLessThan(2 * 100_000 / 49 + 1);
        assertThat(Arrays.stream(steps).distinct().count()).isEqualTo(steps.length);
    }
}
