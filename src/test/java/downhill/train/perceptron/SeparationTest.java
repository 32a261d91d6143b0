package downhill.train.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeparationTest {
    private static double margin(Perceptron perceptron, Corners corners) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < Corners.COUNT; corner++) {
            smallest = Math.min(smallest, (corners.target(corner) == 1 ? 1 : -1) * perceptron.sum(corner));
        }
        return smallest;
    }

    /** The widest margin among many directions of the sphere. */
    private static double searched(Corners corners) {
        double widest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 360; i++) {
            for (int j = 0; j < 720; j++) {
                double theta = Math.PI * i / 360;
                double phi = 2 * Math.PI * j / 720;
                var direction = new Perceptron(
                        Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
                widest = Math.max(widest, margin(direction, corners));
            }
        }
        return widest;
    }

    @ParameterizedTest
    @MethodSource("downhill.train.perceptron.PerceptronTrainingTest#everyFunction")
    void noDirectionHasAWiderMargin(Corners corners) {
        double searched = searched(corners);
        Separation.of(corners)
                .ifPresentOrElse(
                        found -> {
                            assertThat(margin(found.best(), corners)).isCloseTo(found.margin(), within(1e-12));
                            assertThat(found.margin()).isBetween(searched - 1e-12, searched + 0.02);
                        },
                        () -> assertThat(searched).isLessThanOrEqualTo(1e-12));
    }

    @ParameterizedTest
    @MethodSource("downhill.train.perceptron.PerceptronTrainingTest#everyFunction")
    void theMistakesStayWithinNovikoffsBound(Corners corners) {
        PerceptronTraining training = PerceptronTraining.of(corners);
        Separation.of(corners)
                .ifPresent(
                        found -> assertThat(training.mistakes(training.visits().size()))
                                .isLessThanOrEqualTo(found.mostMistakes()));
    }

    @Test
    void theMarginOfAndIsOneOverTheRootOf17() {
        Separation and = Separation.of(Corners.of("0001").orElseThrow()).orElseThrow();

        assertThat(and.margin()).isCloseTo(1 / Math.sqrt(17), within(1e-12));
        assertThat(and.radius()).isEqualTo(Math.sqrt(3));
        assertThat(and.best().w1() / and.best().bias()).isCloseTo(-2.0 / 3, within(1e-12));
        assertThat(and.mostMistakes()).isEqualTo(51);
    }

    @Test
    void theMarginOfOrIsAThird() {
        Separation or = Separation.of(Corners.of("0111").orElseThrow()).orElseThrow();

        assertThat(or.margin()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(or.mostMistakes()).isEqualTo(27);
    }
}
