package downhill.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.math.Rng.Stream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RngTest {
    @Test
    void theSameSeedAndStreamGiveTheSameNumbers() {
        Rng one = Rng.of(7, Stream.DATA);
        Rng two = Rng.of(7, Stream.DATA);
        for (int i = 0; i < 100; i++) {
            assertThat(one.nextLong()).isEqualTo(two.nextLong());
        }
    }

    @Test
    void seedsStreamsAndPartsGiveDifferentNumbers() {
        long[] firsts = {
            Rng.of(1, Stream.DATA).nextLong(),
            Rng.of(2, Stream.DATA).nextLong(),
            Rng.of(1, Stream.WEIGHTS).nextLong(),
            Rng.of(1, Stream.SHUFFLE, 0).nextLong(),
            Rng.of(1, Stream.SHUFFLE, 1).nextLong(),
            Rng.of(0, Stream.DATA).nextLong(),
        };
        assertThat(Arrays.stream(firsts).distinct().count()).isEqualTo(firsts.length);
    }

    /** The first outputs belong to every run ever shared: computed once by a program of another language, never changed. */
    @Test
    void theAlgorithmNeverChanges() {
        Rng rng = Rng.of(1, Stream.WEIGHTS);
        assertThat(new long[] {rng.nextLong(), rng.nextLong(), rng.nextLong()})
                .containsExactly(-8215897869873488908L, -1943637783117443735L, -7726465556591082739L);
        assertThat(Rng.of(1, Stream.WEIGHTS).nextGaussian()).isEqualTo(1.0031788751776551);
    }

    @Test
    void uniformNumbersFillTheirRangeEvenly() {
        Rng rng = Rng.of(3, Stream.DATA);
        double sum = 0;
        double squares = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double x = rng.uniform(-1, 1);
            assertThat(x).isGreaterThanOrEqualTo(-1).isLessThan(1);
            sum += x;
            squares += x * x;
        }
        assertThat(sum / n).isCloseTo(0, within(0.005));
        assertThat(squares / n).isCloseTo(1.0 / 3, within(0.005));
    }

    @Test
    void gaussianNumbersHaveMeanZeroVarianceOneAndNormalTails() {
        Rng rng = Rng.of(4, Stream.DATA);
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int i = 0; i < n; i++) {
            double x = rng.nextGaussian();
            sum += x;
            squares += x * x;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        assertThat(sum / n).isCloseTo(0, within(0.01));
        assertThat(squares / n).isCloseTo(1, within(0.02));
        assertThat((double) beyondTwo / n).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void wholeNumbersAreUnbiasedAndWithinTheirBound() {
        Rng rng = Rng.of(5, Stream.SHUFFLE);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[rng.nextInt(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
        assertThatThrownBy(() -> rng.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        int[] order = Rng.of(6, Stream.SHUFFLE, 12).permutation(100);
        assertThat(order).isNotEqualTo(Arrays.stream(order).sorted().toArray());
        Arrays.sort(order);
        for (int i = 0; i < 100; i++) {
            assertThat(order[i]).isEqualTo(i);
        }
    }
}
