package downhill.insight.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Dataset;
import downhill.insight.wiring.Ablation.Without;
import downhill.net.Network;
import downhill.net.NetworkEvaluation;
import downhill.net.Shape;
import downhill.train.step.Run;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AblationTest {
    @Test
    void aUnitThatIsTakenOutCountsAsIfItsConnectionsWereZero() {
        Run run = Readers.after(100, 20).newest();
        Ablation ablation = Ablation.of(run, () -> {});
        for (Without without : ablation.without()) {
            assertThat(sum(without.right())).isEqualTo(rightOf(run, cut(run.network(), without.unit())));
        }
    }

    @Test
    void withAllUnitsTheNetworkIsRightAsOftenAsTheRunSays() {
        Run run = Readers.after(100, 20).newest();
        Ablation ablation = Ablation.of(run, () -> {});
        assertThat(sum(ablation.right()))
                .isEqualTo((int) run.evaluateTest().right().orElseThrow());
        assertThat(sum(ablation.counts())).isEqualTo(run.data().testSize());
        for (int digit = 0; digit < 10; digit++) {
            assertThat(ablation.right()[digit]).isBetween(0, ablation.counts()[digit]);
        }
    }

    @Test
    void theAnswersToAllTrainingExamplesAreThoseThatTheRunCounts() {
        Run run = Readers.after(100, 20).newest();
        TrainingAnswers answers = TrainingAnswers.of(run, 8, () -> {});
        int right = 0;
        for (int e = 0; e < answers.labels().length; e++) {
            right += answers.labels()[e] == answers.answers()[e] ? 1 : 0;
            assertThat(answers.activations()[e]).isEqualTo(run.pass(e).activations()[2][8]);
        }
        assertThat(right).isEqualTo((int) run.evaluateTraining().right().orElseThrow());
    }

    private static Network cut(Network network, int unit) {
        Network cut = network.with(network.parameters().values());
        Shape shape = network.shape();
        for (int j = 0; j < shape.outputs(); j++) {
            cut.parameters().values()[shape.weight(1, j, unit)] = 0;
        }
        return cut;
    }

    private static int rightOf(Run run, Network network) {
        Dataset data = run.data();
        return (int) NetworkEvaluation.of(
                        run.passes(), network.parameters(), data.testInputs(), data.testTargets(), data.task())
                .right()
                .orElseThrow();
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
