package downhill.course.claims;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import downhill.insight.wiring.Ablation;
import downhill.insight.wiring.ConnectionLedger;
import downhill.insight.wiring.ConnectionLedger.Row;
import downhill.insight.wiring.RuleTrial;
import downhill.insight.wiring.TrainingAnswers;
import downhill.train.step.Run;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The sentences of the lesson on neurons that fire together, about the weights into the 8, Hebb's rule and units that are taken out. */
class FireTogetherTrialsClaimsTest {
    private static final int UNITS = 16;
    private static final Lesson LESSON =
            CourseReader.read(Content.onClassPath(), "").lesson("fire-together").orElseThrow();

    private static Run at(int step) {
        return LESSON.start("reader", OptionalInt.of(step)).newest();
    }

    @Test
    void theShownExampleIsAnEightAtFirstAndAOneLater() {
        assertThat(ledger(86).target()).isEqualTo(1);
        assertThat(ledger(86).delta()).isNegative();
        assertThat(ledger(175).target()).isZero();
        assertThat(ledger(175).delta()).isPositive();
        assertThat(ledger(175).activation()).isCloseTo(0.29, Offset.offset(0.005));
        Run run = at(175);
        assertThat(run.data().targets()[10 * run.batch()[0] + 1]).isEqualTo(1);
    }

    private static ConnectionLedger ledger(int step) {
        Run run = at(step);
        return ConnectionLedger.of(run, run.batch()[0], 8);
    }

    @Test
    void allUnitsThatFireForTheEightFireForTheOne() {
        List<Integer> both = IntStream.range(0, UNITS)
                .filter(unit -> fires(ledger(86), unit))
                .boxed()
                .toList();
        assertThat(both).hasSize(6).allMatch(unit -> fires(ledger(175), unit));
        assertThat(ledger(86).activation()).isLessThan(0.5);
    }

    @Test
    void unitSevenFiresForTheOneAndItsNegativeWeightFalls() {
        Row seven = ledger(175).rows().stream()
                .filter(row -> row.unit() == 6)
                .findFirst()
                .orElseThrow();
        assertThat(seven.activation()).isGreaterThan(0.5);
        assertThat(seven.weight()).isNegative();
        assertThat(seven.change()).isNegative();
    }

    @Test
    void deltaIsOutputMinusTargetHere() {
        for (int step : new int[] {86, 175, 300}) {
            assertThat(ledger(step).delta())
                    .isCloseTo(ledger(step).activation() - ledger(step).target(), Offset.offset(1e-15));
        }
    }

    @Test
    void forPicturesThatAreNoEightTheColumnsAreOppositeAndForAnEightTheyAgree() {
        Run run = at(300);
        for (int example = 0; example < 100; example++) {
            ConnectionLedger ledger = ConnectionLedger.of(run, example, 8);
            assertThat(ledger.rows())
                    .allMatch(row -> ledger.target() == 0
                            ? Math.abs(row.change() + row.hebb()) < 1e-15
                            : row.change() > 0 && row.hebb() > 0);
        }
    }

    private static boolean fires(ConnectionLedger ledger, int unit) {
        return ledger.rows().stream().anyMatch(row -> row.unit() == unit && row.activation() > 0.5);
    }

    @Test
    void hebbsRuleLeavesTwelvePercentAndOneAnswer() {
        RuleTrial trial = RuleTrial.of(at(300), () -> {});
        assertThat(trial.hebb().points().getFirst().accuracy()).isCloseTo(0.81, Offset.offset(0.005));
        assertThat(trial.hebb().points().getLast().accuracy()).isCloseTo(0.12, Offset.offset(0.005));
        assertThat(trial.hebb().points().getLast().classes()).isEqualTo(1);
        assertThat(trial.hebb().points().get(3).examples()).isEqualTo(30);
        assertThat(trial.hebb().points().get(3).accuracy()).isCloseTo(0.12, Offset.offset(0.005));
        assertThat(trial.hebb().fallen()).isZero();
        assertThat(trial.descent().points().getLast().accuracy()).isCloseTo(0.79, Offset.offset(0.005));
    }

    @Test
    void withoutUnitTwoMostThreesAreLostAndTwoEightsAreGained() {
        Ablation ablation = Ablation.of(at(300), () -> {});
        int[] without = ablation.without().get(1).right();
        assertThat(ablation.right()[3]).isEqualTo(25);
        assertThat(without[3]).isEqualTo(8);
        assertThat(without[8] - ablation.right()[8]).isEqualTo(2);
        assertThat(ablation.right()[1] - without[1]).isEqualTo(2);
        assertThat(ablation.counts())
                .hasSize(10)
                .satisfies(counts -> assertThat(IntStream.of(counts).sum()).isEqualTo(300));
        assertThat(worst(ablation, 1)).isEqualTo(3);
        assertThat(outputsByWeight(at(300), 1)).endsWith(3);
    }

    /** The outputs in the order of their weights from a hidden unit, the lowest first. */
    private static List<Integer> outputsByWeight(Run run, int unit) {
        return IntStream.range(0, 10)
                .boxed()
                .sorted(Comparator.comparingDouble(output -> run.network().weight(1, output, unit)))
                .toList();
    }

    private static int worst(Ablation ablation, int unit) {
        int[] without = ablation.without().get(unit).right();
        return IntStream.range(0, 10)
                .boxed()
                .min(Comparator.comparingInt(digit -> without[digit] - ablation.right()[digit]))
                .orElseThrow();
    }

    @Test
    void withoutUnitFifteenFourMoreEightsAndThreeFewerFoursAreRight() {
        Run run = at(300);
        Ablation ablation = Ablation.of(run, () -> {});
        int[] without = ablation.without().get(14).right();
        assertThat(without[8] - ablation.right()[8]).isEqualTo(4);
        assertThat(ablation.right()[4] - without[4]).isEqualTo(3);
        assertThat(outputsByWeight(run, 14)).startsWith(8);
    }

    @Test
    void twoExamplesThatAreNoEightMakeOutputEightFireWithSeveralUnits() {
        Run run = at(175);
        TrainingAnswers answers = TrainingAnswers.of(run, 8, () -> {});
        int[] found = IntStream.range(0, answers.labels().length)
                .filter(e -> answers.labels()[e] != 8 && answers.activations()[e] > 0.5)
                .toArray();
        assertThat(found).containsExactly(89, 268);
        for (int example : found) {
            ConnectionLedger ledger = ConnectionLedger.of(run, example, 8);
            assertThat(ledger.rows().stream().filter(row -> row.activation() > 0.5))
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(ledger.rows()).allMatch(row -> row.change() < 0);
        }
        long close = IntStream.range(0, answers.labels().length)
                .filter(e -> answers.labels()[e] != 8 && answers.activations()[e] < 0.1)
                .count();
        assertThat(close).isGreaterThan(500);
    }
}
