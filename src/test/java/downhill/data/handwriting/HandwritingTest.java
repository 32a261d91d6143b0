package downhill.data.handwriting;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HandwritingTest {
    /** This many pictures, the digits 0 to 9 in turn. */
    private static double[] written(Handwriting writer, int count, long seed) {
        double[] pictures = new double[count * Framing.PIXELS];
        Rng rng = Rng.of(seed, Rng.Stream.DATA);
        for (int e = 0; e < count; e++) {
            writer.write(e % 10, rng, pictures, e * Framing.PIXELS);
        }
        return pictures;
    }

    private static double[] picture(double[] pictures, int e) {
        return Arrays.copyOfRange(pictures, e * Framing.PIXELS, (e + 1) * Framing.PIXELS);
    }

    @Test
    void everyPictureFillsABoxOfAboutTwentyPixelsAroundItsCentreOfMass() {
        double[] pictures = written(new Handwriting(), 500, 1);
        for (int e = 0; e < 500; e++) {
            int left = 28;
            int right = 0;
            int top = 28;
            int bottom = 0;
            double mass = 0;
            double columns = 0;
            double rows = 0;
            for (int i = 0; i < Framing.PIXELS; i++) {
                double ink = pictures[e * Framing.PIXELS + i];
                assertThat(ink).isBetween(0.0, 1.0);
                if (ink > 0.5) {
                    left = Math.min(left, i % 28);
                    right = Math.max(right, i % 28 + 1);
                    top = Math.min(top, i / 28);
                    bottom = Math.max(bottom, i / 28 + 1);
                }
                mass += ink;
                columns += ink * (i % 28);
                rows += ink * Math.floorDiv(i, 28);
            }
            assertThat(Math.max(right - left, bottom - top)).isBetween(17, 21);
            assertThat(columns / mass).isBetween(12.4, 15.6);
            assertThat(rows / mass).isBetween(12.4, 15.6);
        }
    }

    @Test
    void paperIsExactlyZeroAndInkCoversAboutAFifth() {
        double[] pictures = written(new Handwriting(), 2_000, 2);
        double inked = Arrays.stream(pictures).filter(v -> v > 0).count() / (double) pictures.length;
        double mean = Arrays.stream(pictures).average().orElseThrow();
        assertThat(inked).isBetween(0.17, 0.22);
        assertThat(mean).isBetween(0.12, 0.145);
    }

    @Test
    void noTwoPicturesOfADigitAreTheSame() {
        double[] pictures = written(new Handwriting(), 1_000, 3);
        assertThat(java.util.stream.IntStream.range(0, 1_000)
                        .mapToObj(e -> Arrays.toString(picture(pictures, e)))
                        .collect(Collectors.toSet()))
                .hasSize(1_000);
    }

    @Test
    void everyDigitIsWrittenInSeveralWays() {
        for (int digit = 0; digit < 10; digit++) {
            int d = digit;
            List<Template> forms =
                    Hands.all().stream().filter(form -> form.digit() == d).toList();
            assertThat(forms).hasSizeGreaterThanOrEqualTo(4);
            assertThat(forms).allSatisfy(form -> assertThat(form.versions()).hasSizeGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void aDigitLooksMostlyLikeTheSameDigitInAnotherHand() {
        Handwriting writer = new Handwriting();
        assertThat(nearestIsTheSame(written(writer, 2_000, 4), written(writer, 200, 5)))
                .isGreaterThan(0.78);
    }

    @Test
    void aDigitInAWayNeverSeenIsReadFarAboveChance() {
        List<Template> all = Hands.all();
        List<Template> seen =
                all.stream().filter(form -> all.indexOf(form) % 3 != 2).toList();
        List<Template> unseen =
                all.stream().filter(form -> all.indexOf(form) % 3 == 2).toList();
        double share =
                nearestIsTheSame(written(new Handwriting(seen), 2_000, 6), written(new Handwriting(unseen), 200, 7));
        assertThat(share).isGreaterThan(0.75);
    }

    /** The share of pictures whose nearest known picture, by squared distance, is of the same digit. */
    private static double nearestIsTheSame(double[] known, double[] asked) {
        int right = 0;
        int count = asked.length / Framing.PIXELS;
        for (int e = 0; e < count; e++) {
            right += nearest(known, picture(asked, e)) % 10 == e % 10 ? 1 : 0;
        }
        return (double) right / count;
    }

    private static int nearest(double[] known, double[] picture) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; k < known.length / Framing.PIXELS; k++) {
            double distance = 0;
            for (int i = 0; i < Framing.PIXELS && distance < least; i++) {
                double difference = known[k * Framing.PIXELS + i] - picture[i];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }
}
