package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.step.Run;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTimesTest {
    private static final String DIGITS = """
            {"data": {"name": "digits", "count": 40, "testShare": 0}, "network": {"layers": [784, 5, 10], "activations": ["relu", "softmax"]},
             "cost": "cross-entropy", "batch": {"size": 8}, "optimizer": {"learningRate": 0.1}}""";

    /** A clock that goes on by a millisecond each time it is read. */
    private static LongSupplier clock() {
        var time = new AtomicLong();
        return () -> time.addAndGet(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {Histories.XOR, Histories.EVENTFUL, DIGITS})
    void eachPartIsTimedAndTheRunStaysAsItIs(String spec) {
        Run run = Histories.of(spec, 5).newest();
        double[] before = run.network().parameters().values().clone();
        StepTimes times = StepTimes.of(run, clock(), () -> {});
        assertThat(times.forward()).isEqualTo(1);
        assertThat(times.backward()).isEqualTo(1);
        assertThat(times.update()).isEqualTo(1);
        assertThat(times.whole()).isEqualTo(3);
        assertThat(times.examples()).isEqualTo(run.batch().length);
        assertThat(times.differencePasses()).isEqualTo(run.network().parameterCount() + 1);
        assertThat(times.differences()).isEqualTo(run.network().parameterCount() + 1.0);
        assertThat(run.network().parameters().values()).isEqualTo(before);
    }

    @Test
    void theWeightsFromPixelsWithoutInkDoNotChange() {
        Run run = Histories.of(DIGITS, 0).newest();
        int blank = 0;
        for (int k = 0; k < 784; k++) {
            boolean isBlank = true;
            for (int example : run.batch()) {
                isBlank &= run.data().inputs()[784 * example + k] == 0;
            }
            blank += isBlank ? 1 : 0;
        }
        StepTimes times = StepTimes.of(run, clock(), () -> {});
        assertThat(blank).isPositive();
        assertThat(times.changing()).isPositive().isLessThanOrEqualTo((int) times.weights() - 5 * blank);
    }
}
