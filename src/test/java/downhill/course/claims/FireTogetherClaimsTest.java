package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sentences of the lesson on neurons that fire together, about the hidden units. */
class FireTogetherClaimsTest {
    private static final int UNITS = 16;
    private static final Lesson LESSON =
            CourseReader.read(Content.onClassPath(), "").lesson("fire-together").orElseThrow();

    private static Run at(int step) {
        return LESSON.start("reader", OptionalInt.of(step)).newest();
    }

    @Test
    void noiseBecomesPatches() {
        assertThat(likenessOfNeighbours(at(0))).isBetween(-0.1, 0.1);
        assertThat(likenessOfNeighbours(at(300))).isGreaterThan(0.6);
    }

    /** The correlation between the weights of pixels side by side, where digits have ink; the mean over the units. */
    private static double likenessOfNeighbours(Run run) {
        double sum = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            double products = 0;
            double squares = 0;
            for (int y = 4; y < 24; y++) {
                for (int x = 4; x < 23; x++) {
                    double here = run.network().weight(0, unit, 28 * y + x);
                    products += here * run.network().weight(0, unit, 28 * y + x + 1);
                    squares += here * here;
                }
            }
            sum += products / squares / UNITS;
        }
        return sum;
    }

    @Test
    void fourOfTheSevenUnitsThatFireForAnAverageEightFireForAThreeToo() {
        Run run = at(300);
        assertThat(firing(run, 8)).containsExactly(1, 4, 6, 8, 10, 13, 16);
        assertThat(firing(run, 3)).contains(1, 10, 13, 16).doesNotContain(4, 6, 8);
    }

    @Test
    void theTableHasTheMeanActivationsOfEightsAndThrees() {
        double[] eights = means(at(300), 8);
        double[] threes = means(at(300), 3);
        String rows = IntStream.of(firing(at(300), 8))
                .mapToObj(unit -> String.format(
                        Locale.ROOT, "  | %d | %.2f | %.2f |%n", unit, eights[unit - 1], threes[unit - 1]))
                .collect(Collectors.joining());
        assertThat(Path.of("content/fire-together/lesson.md")).content().contains(rows);
    }

    /** The units, from 1, whose mean activation over the training examples of a digit is above 0.5. */
    private static int[] firing(Run run, int digit) {
        double[] mean = means(run, digit);
        return IntStream.range(0, UNITS)
                .filter(unit -> mean[unit] > 0.5)
                .map(unit -> unit + 1)
                .toArray();
    }

    private static double[] means(Run run, int digit) {
        double[] mean = new double[UNITS];
        int[] examples = ofDigit(run, digit);
        for (int example : examples) {
            double[] a = run.pass(example).activations()[1];
            for (int unit = 0; unit < UNITS; unit++) {
                mean[unit] += a[unit] / examples.length;
            }
        }
        return mean;
    }

    private static int[] ofDigit(Run run, int digit) {
        return IntStream.range(0, run.data().size())
                .filter(example -> run.data().targets()[10 * example + digit] == 1)
                .toArray();
    }

    @Test
    void unitsFourSixAndEightFireForOtherDigitsToo() {
        Run run = at(300);
        for (int unit : new int[] {4, 6, 8}) {
            assertThat(IntStream.range(0, 10).filter(digit -> digit != 8))
                    .anyMatch(digit -> IntStream.of(firing(run, digit)).anyMatch(u -> u == unit));
        }
    }

    @Test
    void weightsOfPixelsThatNeverHaveInkStayAsTheyWere() {
        Run first = at(0);
        Run last = at(300);
        int dry = 0;
        for (int pixel = 0; pixel < 784; pixel++) {
            int k = pixel;
            boolean isDry = IntStream.range(0, first.data().size())
                    .allMatch(example -> first.data().inputs()[784 * example + k] == 0);
            boolean isCorner = (k % 28 < 3 || k % 28 > 24) && (k / 28 < 3 || k / 28 > 24);
            assertThat(isDry || !isCorner).isTrue();
            if (isDry) {
                dry++;
                for (int unit = 0; unit < UNITS; unit++) {
                    assertThat(last.network().weight(0, unit, k))
                            .isEqualTo(first.network().weight(0, unit, k));
                }
            }
        }
        assertThat(dry).isGreaterThan(190);
    }

    @Test
    void picturesOfOneDigitMakeCombinationsThatAreMoreAlikeThanThoseOfDifferentDigits() {
        Run run = at(300);
        int[] eights = ofDigit(run, 8);
        for (int digit = 0; digit < 10; digit++) {
            if (digit != 8) {
                assertThat(likeness(run, eights, eights)).isGreaterThan(likeness(run, eights, ofDigit(run, digit)));
            }
        }
    }

    /** The mean cosine between the activations of thirty examples of two digits. */
    private static double likeness(Run run, int[] these, int[] those) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                if (these[i] != those[j]) {
                    sum += cosine(
                            run.pass(these[i]).activations()[1],
                            run.pass(those[j]).activations()[1]);
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    private static double cosine(double[] a, double[] b) {
        return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
