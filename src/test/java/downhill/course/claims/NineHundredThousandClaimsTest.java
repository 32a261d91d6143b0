package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.Directions;
import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.math.Shards;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sentences of the lesson on the network with 900,150 weights. */
class NineHundredThousandClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.onClassPath(), "")
            .lesson("nine-hundred-thousand")
            .orElseThrow();

    private static History at(int step) {
        return LESSON.start("large", OptionalInt.of(step));
    }

    private static Landscape slice(History history, Directions directions, double span) {
        var request = new Survey.Request(directions, OptionalDouble.of(span), 7);
        return Survey.of(history.parameterPath(history.step()), request, Shards.NONE, () -> {})
                .whole();
    }

    @Test
    void theNetworkHasSoManyWeights() {
        Run run = at(0).newest();
        assertThat(run.network().weightCount()).isEqualTo(900_150);
        assertThat(run.network().parameterCount()).isEqualTo(901_275);
        int[] layers = run.network().layers().stream().mapToInt(n -> n).toArray();
        assertThat(layers[1] * layers[2] + layers[2]).isEqualTo(115_115);
        int carriers = IntStream.range(1, layers.length - 1)
                .map(l -> layers[l] * layers[l + 1])
                .sum();
        assertThat(900_150 + carriers).isEqualTo(1_016_300);
        assertThat((900_150 + carriers) / 900_150.0).isBetween(1.125, 1.135);
        assertThat(run.data().size()).isEqualTo(500);
        assertThat(run.data().testSize()).isEqualTo(300);
        assertThat(run.batch()).hasSize(32);
        assertThat(run.evaluateTest().accuracy().orElseThrow()).isBetween(0.135, 0.145);
    }

    @Test
    void theSmallNetworkHasTwelveWeightsAndFiveBiases() {
        Run run = LESSON.start("small", OptionalInt.of(0)).newest();
        assertThat(run.network().weightCount()).isEqualTo(12);
        assertThat(run.network().parameterCount()).isEqualTo(17);
    }

    @Test
    void twoRandomDirectionsMissThePathAndTheBestTwoShowMostOfIt() {
        History history = at(100);
        assertThat(history.newest().evaluateTest().accuracy().orElseThrow()).isBetween(0.735, 0.745);
        Landscape random = slice(history, new Directions.Random(), 1);
        assertThat(random.share().path().orElseThrow()).isLessThan(0.01);
        assertThat(random.share().gradient().orElseThrow()).isLessThan(0.01);
        Landscape path = slice(history, new Directions.Path(), 3);
        assertThat(path.path()).hasSize(8);
        assertThat(path.share().path().orElseThrow()).isBetween(0.855, 0.865);
        assertThat(path.share().gradient().orElseThrow()).isBetween(0.105, 0.115);
        assertThat(path.explained()[0]).isGreaterThan(0.9);
        double[] all =
                Arrays.stream(path.costs()).flatMapToDouble(Arrays::stream).toArray();
        double lowest = Arrays.stream(all).min().orElseThrow();
        double highest = Arrays.stream(all).max().orElseThrow();
        assertThat(path.costs()[3][3] - lowest).isLessThan(0.05 * (highest - lowest));
        assertThat(path.path()).allSatisfy(step -> {
            assertThat(step.alpha()).isBetween(-3.0, 3.0);
            assertThat(step.beta()).isBetween(-3.0, 3.0);
        });
    }
}
