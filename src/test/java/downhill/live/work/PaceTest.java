package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.work.Pace.Even;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of steps. */
class PaceTest {
    private static final long SECOND = 1_000_000_000;

    private static List<Integer> pictures(int from, int to) {
        return IntStream.range(from, to).filter(Even::isPicture).boxed().toList();
    }

    @Test
    void theFirstStepsOfAnEvenPaceAreAllPictures() {
        assertThat(pictures(0, 64)).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 4096, 1 << 20})
    void anEvenPaceMakesThirtyTwoPicturesUntilTheStepNumberHasDoubled(int step) {
        assertThat(pictures(step, 2 * step)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 48_210, 3_000_000})
    void fromOnePictureToTheNextTheStepNumberGrowsByAThirtySecondAtMost(int step) {
        List<Integer> two = pictures(step, step + step / 16 + 2).subList(0, 2);
        assertThat(two.getLast() - two.getFirst()).isBetween(step / 65, two.getFirst() / 32);
    }

    @Test
    void anEvenPaceWaitsAfterAPictureAloneAndMakesTwentyFiveInASecond() {
        Pace even = new Even();
        assertThat(even.dueAfter(65, 7, 8)).isEqualTo(7);
        assertThat(even.dueAfter(66, 7, 8)).isEqualTo(7 + SECOND / 25);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 30, 100, 300, 1000})
    void stepsAreDueAPeriodAfterTheOneBeforeEvenIfAThreadWokeALittleLate(double rate) {
        long period = (long) (SECOND / rate);
        assertThat(new Pace.Playing(rate).dueAfter(1, 0, period + 40_000_000)).isEqualTo(period);
    }

    @Test
    void aRunThatFellBehindForLongDoesNotCatchUpWithAllOfIt() {
        assertThat(new Pace.Playing(1000).dueAfter(1, 0, SECOND)).isEqualTo(SECOND - 50_000_000);
        assertThat(new Pace.Playing(2).dueAfter(1, 0, 10 * SECOND)).isEqualTo(9 * SECOND + SECOND / 2);
    }
}
