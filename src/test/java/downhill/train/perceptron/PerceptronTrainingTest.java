package downhill.train.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import downhill.train.perceptron.PerceptronTraining.Cycle;
import downhill.train.perceptron.PerceptronTraining.Visit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PerceptronTrainingTest {
    static Stream<Corners> everyFunction() {
        return IntStream.range(0, 16)
                .mapToObj(bits -> new Corners(List.of(bits >> 3 & 1, bits >> 2 & 1, bits >> 1 & 1, bits & 1)));
    }

    private static PerceptronTraining training(String targets) {
        return PerceptronTraining.of(Corners.of(targets).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void convergesExactlyWhereALineSeparates(Corners corners) {
        PerceptronTraining training = PerceptronTraining.of(corners);

        assertThat(training.converges())
                .isEqualTo(Separation.of(corners).isPresent())
                .isEqualTo(!List.of("0110", "1001").contains(corners.text()));
        if (training.converges()) {
            assertThat(training.after(training.visits().size()).right(corners)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void correctsAfterMistakesOnly(Corners corners) {
        PerceptronTraining training = PerceptronTraining.of(corners);
        for (int n = 0; n < training.visits().size(); n++) {
            Visit visit = training.visits().get(n);
            Perceptron before = training.after(n);
            int error = corners.target(visit.corner()) - visit.output();

            assertThat(visit.corner()).isEqualTo(n % 4);
            assertThat(visit.wrong()).isEqualTo(error != 0);
            assertThat(visit.after())
                    .isEqualTo(new Perceptron(
                            before.w1() + error * (visit.corner() / 2),
                            before.w2() + error * (visit.corner() % 2),
                            before.bias() + error));
            assertThat(visit.mistakes()).isEqualTo(training.mistakes(n) + Math.abs(error));
        }
    }

    @ParameterizedTest
    @CsvSource({"0001, 10", "0111, 4", "1110, 11"})
    void countsMistakesUntilAWholeRoundIsRight(String targets, int mistakes) {
        PerceptronTraining training = training(targets);

        assertThat(training.mistakes(training.visits().size())).isEqualTo(mistakes);
        assertThat(training.visits().reversed().subList(0, 4)).noneMatch(Visit::wrong);
        assertThat(training.visits().size() % 4).isZero();
    }

    @Test
    void cyclesOnXorWithFourMistakesARound() {
        PerceptronTraining xor = training("0110");

        assertThat(xor.cycle()).contains(new Cycle(8, 12));
        assertThat(xor.after(12)).isEqualTo(xor.after(8));
        assertThat(xor.visits().subList(8, 12)).allMatch(Visit::wrong);
        assertThat(xor.visits().subList(12, 16))
                .extracting(Visit::after)
                .isEqualTo(
                        xor.visits().subList(8, 12).stream().map(Visit::after).toList());
    }

    @Test
    void endsOnceAndChangesNothingAfterwards() {
        PerceptronTraining and = training("0001").extended(79);

        assertThat(IntStream.rangeClosed(0, 80).filter(and::endsAfter)).containsExactly(24);
        assertThat(and.after(80)).isEqualTo(and.after(24));
        assertThat(training("0000").endsAfter(4)).isTrue();
        assertThat(IntStream.rangeClosed(0, 16).filter(training("0110")::endsAfter))
                .isEmpty();
    }

    @Test
    void namesTheCommonFunctions() {
        assertThat(Corners.of("0110").orElseThrow().name()).contains("XOR");
        assertThat(Corners.of("0010").orElseThrow().name()).isEmpty();
        assertThat(Corners.of("0210")).isEmpty();
        assertThat(Corners.of("01100")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Corners(List.of(0, 1, 1)));
    }
}
