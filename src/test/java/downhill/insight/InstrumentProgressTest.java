package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.health.HealthTrial;
import downhill.insight.sweep.SweepTrial;
import downhill.insight.wiring.Ablation;
import downhill.insight.wiring.RuleTrial;
import downhill.math.Shards;
import downhill.math.Watch;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The share of its work that an instrument reports while a learner waits for it. */
class InstrumentProgressTest {
    private static final String DIGITS = """
            {"data": {"name": "digits", "count": 400}, "network": {"layers": [784, 24, 10], "activations": ["tanh", "softmax"]},
             "cost": "cross-entropy", "batch": {"size": 20}}""";

    /** The instruments, each with its work on the digits after a few steps. */
    private static final Map<String, Consumer<Watch>> INSTRUMENTS = Map.of(
            "slice", watch -> survey(watch).whole(),
            "slice, coarse to fine", watch -> survey(watch).coarseToFine(_ -> {}),
            "gradient check",
                    watch -> GradientCheck.of(digits().newest(), OptionalInt.of(100), 1e-6, System::nanoTime, watch),
            "ablation", watch -> Ablation.of(digits().newest(), watch),
            "rules", watch -> RuleTrial.of(digits().newest(), watch),
            "step times", watch -> StepTimes.of(digits().newest(), System::nanoTime, watch),
            "seed", watch -> SeedTrial.of(newest().spec(), newest().data(), 5, 40, watch),
            "sweep", watch -> SweepTrial.of(Histories.of(Histories.XOR, 0), 40, watch),
            "health", watch -> HealthTrial.of(newest().spec(), newest().data(), 40, watch));

    private static History digits() {
        return Histories.of(DIGITS, 3);
    }

    private static Run newest() {
        return Histories.of(Histories.XOR, 0).newest();
    }

    private static Survey survey(Watch watch) {
        var request = new Survey.Request(new Directions.Random(), OptionalDouble.of(1), 9);
        return Survey.of(digits().parameterPath(3), request, Shards.NONE, watch);
    }

    static Iterable<String> instruments() {
        return INSTRUMENTS.keySet();
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void theShareRisesFromNearNothingToNearAll(String name) {
        List<Double> shares = new ArrayList<>();
        Objects.requireNonNull(INSTRUMENTS.get(name)).accept(new Watch() {
            @Override
            public void run() {}

            @Override
            public void done(double share) {
                shares.add(share);
            }
        });
        assertThat(shares).isSorted().hasSizeGreaterThan(10).allMatch(share -> share >= 0 && share <= 1);
        assertThat(shares.getFirst()).isLessThan(0.1);
        assertThat(shares.getLast()).isGreaterThan(0.9);
    }
}
