package downhill.train.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The rule by which a run stops of itself. */
class StillnessTest {
    /** The reason to stop, and where, of a run with these costs that is watched at every step from one on. */
    private static Optional<Stop> stop(int from, int to, IntToDoubleFunction cost) {
        var stillness = new Stillness(1, from, cost.applyAsDouble(from));
        for (int step = from + 1; step <= to; step++) {
            Optional<Stop> stop = stillness.at(step, cost.applyAsDouble(step));
            if (stop.isPresent()) {
                return stop;
            }
        }
        return Optional.empty();
    }

    @Test
    void aCostThatStaysTheSameIsStillAfterAThousandSteps() {
        assertThat(stop(0, 5000, step -> 0.25)).contains(new Stop.Still(1000, 1000, 1e-6));
    }

    @Test
    void laterATenthOfAllStepsMustBeStill() {
        assertThat(stop(45_000, 90_000, step -> 0.25)).contains(new Stop.Still(49_999, 4999, 1e-6));
    }

    @Test
    void aCostThatFallsSlowlyIsNotStillHoweverSmallEachStepsShareIs() {
        assertThat(stop(0, 20_000, step -> 1 - 2e-9 * step)).isEmpty();
    }

    @Test
    void aChangeOfLessThanAMillionthOfTheFirstCostIsNone() {
        assertThat(stop(0, 5000, step -> 0.25 + (step % 2 == 0 ? 9e-7 : 0))).isPresent();
        assertThat(stop(0, 5000, step -> 0.25 + (step % 2 == 0 ? 1.1e-6 : 0))).isEmpty();
    }

    @Test
    void theStepsAreCountedFromTheLastChangeOn() {
        assertThat(stop(0, 5000, step -> step < 700 ? 0.5 : 0.25)).contains(new Stop.Still(1700, 1000, 1e-6));
    }

    @Test
    void aCostThatIsNoNumberIsNeverStill() {
        assertThat(stop(0, 5000, step -> Double.NaN)).isEmpty();
    }
}
