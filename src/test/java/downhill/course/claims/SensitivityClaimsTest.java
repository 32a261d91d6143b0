package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.GradientCheck;
import downhill.insight.Nudge;
import downhill.net.Parameter;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The claims of the lesson "Sensitivity" about its networks hold. */
class SensitivityClaimsTest {
    private static final Lesson LESSON = CourseReader.read(Content.in(Path.of("content")), "")
            .lesson("sensitivity")
            .orElseThrow();
    private static final Parameter MARKED = new Parameter.Weight(0, 0, 0);

    private final History history = LESSON.start("small", OptionalInt.of(0));
    private final Run run = history.newest();

    private double marked() {
        return run.gradient().values()[MARKED.in(run.network().shape())];
    }

    /** The error of the quotient with this k, as a share of the derivative. */
    private double off(double k) {
        return Math.abs(Nudge.of(run, MARKED, k).forward() / marked() - 1);
    }

    @Test
    void costFallsWhenTheMarkedWeightGrowsALittle() {
        assertThat(marked()).isNegative();
        assertThat(Nudge.of(run, MARKED, 0.1).plus()).isLessThan(run.cost());
    }

    @Test
    void quotientSettlesAndThenLosesItsDigits() {
        assertThat(off(1e-1)).isGreaterThan(1e-3);
        assertThat(off(1e-6)).isLessThan(1e-5);
        assertThat(off(1e-12)).isBetween(1e-7, 0.1);
        assertThat(off(1e-15)).isGreaterThan(0.01);
    }

    @Test
    void aChangeOfTheWeightByTheWantedChangeOverTheDerivativeLowersTheCostByIt() {
        for (double wanted : new double[] {0.001, 0.0015, 0.002}) {
            double change = -wanted / marked();
            assertThat(Nudge.of(run, MARKED, change).plus() - run.cost()).isCloseTo(-wanted, within(0.03 * wanted));
        }
    }

    @Test
    void someWeightsMatterAtLeastTenTimesAsMuchAsOthers() {
        double[] sizes =
                Arrays.stream(run.gradient().values()).map(Math::abs).sorted().toArray();
        assertThat(sizes[sizes.length - 1]).isGreaterThan(10 * sizes[0]);
    }

    @Test
    void aStepChangesEachWeightAgainstAndInProportionToItsDerivative() {
        double rate = run.optimizer().learningRate();
        for (int i = 0; i < run.update().values().length; i++) {
            assertThat(run.update().values()[i])
                    .isCloseTo(-rate * run.gradient().values()[i], within(1e-15));
        }
    }

    @Test
    void theMarkedWeightMattersLessAfterTenSteps() {
        double before = Math.abs(marked());
        for (int step = 0; step < 10; step++) {
            history.advance();
        }
        Run later = history.newest();
        assertThat(Math.abs(later.gradient().values()[MARKED.in(later.network().shape())]))
                .isLessThan(before);
    }

    @Test
    void wiggledAndBackpropagatedNumbersAgreeToManyDigitsAndDifferALittle() {
        GradientCheck check = GradientCheck.of(run, OptionalInt.empty(), 1e-6, () -> 0, () -> {});
        assertThat(check.largestRelativeError()).isPositive().isLessThan(1e-6);
    }

    @Test
    void theTimeOfBackpropagationIsTakenOfBothPasses() {
        GradientCheck check = GradientCheck.of(run, OptionalInt.empty(), 1e-6, () -> 0, () -> {});
        assertThat(check.backpropagation().passes()).isEqualTo(2);
    }

    @Test
    void backwardPassesWithoutAnUpdateChangeNeitherCostNorGradient() {
        double[] before = run.gradient().values().clone();
        double cost = run.cost();
        for (int pass = 0; pass < 1000; pass++) {
            run.probe().gradient();
        }
        assertThat(run.probe().objective(run.network().parameters())).isEqualTo(cost);
        assertThat(run.probe().gradient().values()).containsExactly(before);
    }

    @Test
    void digitNetworkHas50890Parameters() {
        assertThat(Objects.requireNonNull(LESSON.runs().get("digits"))
                        .start()
                        .newest()
                        .network()
                        .parameterCount())
                .isEqualTo(50_890);
        assertThat(50_890.0 * 50_890).isCloseTo(2.6e9, within(0.05e9));
    }
}
