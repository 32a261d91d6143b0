package downhill.insight.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import downhill.insight.Histories;
import downhill.net.Batch;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputSharesTest {
    private static final double H = 1e-5;

    private static Run reader(String hidden) {
        return Histories.of("""
                {"seed": 4, "data": {"name": "digits", "count": 60, "testShare": 0},
                 "network": {"layers": [784, 20, 12, 10], "activations": ["%s", "%s", "softmax"]}, "cost": "cross-entropy",
                 "batch": {"size": 10}, "optimizer": {"learningRate": 0.05}}""".formatted(hidden, hidden), 30).newest();
    }

    private static List<Double> example(Run run, int example) {
        return IntStream.range(0, 784)
                .mapToObj(k -> run.data().inputs()[784 * example + k])
                .toList();
    }

    private static double z(Run run, PerParameter parameters, List<Double> input, int output) {
        Batch batch = new Batch(run.network().shape(), 1, false);
        double[] x = input.stream().mapToDouble(v -> v).toArray();
        batch.load(x, new double[10], new int[] {0}, 0);
        run.passes().forward(parameters, batch);
        return batch.preActivations(2).get(output, 0);
    }

    private static double z(Run run, List<Double> input, int output) {
        return z(run, run.network().parameters(), input, output);
    }

    private static InputShares shares(Run run, List<Double> input, int output) {
        return InputShares.of(run, input, output, () -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh", "sigmoid"})
    void derivativesAgreeWithDifferences(String hidden) {
        Run run = reader(hidden);
        List<Double> input = example(run, 3);
        for (int output : List.of(0, 8)) {
            InputShares shares = shares(run, input, output);
            assertThat(Arrays.stream(shares.derivatives()).filter(d -> d != 0).count())
                    .isGreaterThan(300);
            assertThat(shares.preActivation()).isCloseTo(z(run, input, output), offset(1e-12));
            for (int k = 0; k < 784; k += 13) {
                List<Double> up = new ArrayList<>(input);
                List<Double> down = new ArrayList<>(input);
                up.set(k, input.get(k) + H);
                down.set(k, input.get(k) - H);
                double difference = (z(run, up, output) - z(run, down, output)) / (2 * H);
                assertThat(shares.derivatives()[k])
                        .as("output %d, pixel %d", output, k)
                        .isCloseTo(difference, offset(1e-8));
                assertThat(shares.shares()[k]).isEqualTo(shares.derivatives()[k] * input.get(k));
            }
        }
    }

    @Test
    void withReluTheRestIsTheShareOfTheBiases() {
        Run run = reader("relu");
        List<Double> input = example(run, 5);
        InputShares shares = shares(run, input, 2);
        assertThat(shares.complete()).isTrue();
        assertThat(shares.rest()).isNotCloseTo(0, offset(1e-4)).isCloseTo(ofBiases(run, input, 2), offset(1e-8));
    }

    /** Each bias times the derivative of the output's weighted sum by it, by differences. */
    private static double ofBiases(Run run, List<Double> input, int output) {
        Shape shape = run.network().shape();
        double[] parameters = run.network().parameters().values();
        double sum = 0;
        for (int i = shape.weights(); i < shape.parameters(); i++) {
            double[] moved = parameters.clone();
            moved[i] = parameters[i] + H;
            double up = z(run, new PerParameter(shape, moved), input, output);
            moved[i] = parameters[i] - H;
            double down = z(run, new PerParameter(shape, moved), input, output);
            sum += parameters[i] * (up - down) / (2 * H);
        }
        return sum;
    }

    @Test
    void curvesThatBendLeaveMoreThanTheBiases() {
        Run run = reader("tanh");
        List<Double> input = example(run, 5);
        InputShares shares = shares(run, input, 2);
        assertThat(shares.complete()).isFalse();
        assertThat(shares.rest()).isNotCloseTo(ofBiases(run, input, 2), offset(1e-3));
    }

    @Test
    void theSharesForAndAgainstAndTheRestAddUp() {
        Run run = reader("relu");
        InputShares shares = shares(run, example(run, 7), -1);
        assertThat(shares.speakingFor().sum()).isPositive();
        assertThat(shares.against().sum()).isNotPositive();
        assertThat(shares.speakingFor().count() + shares.against().count()).isEqualTo((int)
                Arrays.stream(shares.shares()).filter(s -> s != 0).count());
        assertThat(shares.speakingFor().sum() + shares.against().sum() + shares.rest())
                .isCloseTo(shares.preActivation(), offset(1e-12));
    }

    @Test
    void withoutAnOutputTheLargestOneIsFollowed() {
        Run run = reader("relu");
        InputShares shares = shares(run, example(run, 1), -1);
        assertThat(shares.outputs()[shares.output()])
                .isEqualTo(Arrays.stream(shares.outputs()).max().orElseThrow());
    }

    @Test
    void anOutputThatThereIsNotIsRefused() {
        Run run = reader("relu");
        assertThatThrownBy(() -> shares(run, example(run, 1), 10))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("0 to 9");
        assertThatThrownBy(() -> shares(run, List.of(1.0), 0)).isInstanceOf(RefusedException.class);
    }
}
