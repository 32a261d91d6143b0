package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.net.Parameter.Weight;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
    private static final double H = 6e-6;

    /** A clock that goes on by a millisecond each time it is read. */
    private static LongSupplier clock() {
        var time = new AtomicLong();
        return () -> time.addAndGet(1_000_000);
    }

    private static GradientCheck check(Run run, OptionalInt sample, double h) {
        return GradientCheck.of(run, sample, h, clock(), () -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {Histories.XOR, Histories.EVENTFUL})
    void differencesAgreeWithBackpropagationForEveryWeight(String spec) {
        Run run = Histories.of(spec, 25).newest();
        GradientCheck check = check(run, OptionalInt.empty(), H);
        assertThat(check.weights()).hasSize((int) run.network().weightCount());
        assertThat(check.largestRelativeError()).isPositive().isLessThan(1e-4);
        for (GradientCheck.Tried tried : check.weights()) {
            int place = run.network()
                    .shape()
                    .weight(tried.at().l(), tried.at().j(), tried.at().k());
            assertThat(tried.backpropagation()).isEqualTo(run.gradient().values()[place]);
            Nudge nudge = Nudge.of(run, tried.at(), H);
            assertThat(tried.difference()).isEqualTo(nudge.central());
        }
    }

    @Test
    void aLargeStepMakesTheDifferencesWrong() {
        Run run = Histories.of(Histories.XOR, 25).newest();
        assertThat(check(run, OptionalInt.empty(), 1).largestRelativeError()).isGreaterThan(0.01);
    }

    @Test
    void aSampleIsDrawnBySeedWithoutRepetition() {
        Run run = Histories.of(Histories.EVENTFUL, 5).newest();
        List<Weight> drawn = places(check(run, OptionalInt.of(9), H));
        assertThat(drawn).hasSize(9).doesNotHaveDuplicates().isEqualTo(places(check(run, OptionalInt.of(9), H)));
    }

    private static List<Weight> places(GradientCheck check) {
        return check.weights().stream().map(GradientCheck.Tried::at).toList();
    }

    @Test
    void effortsCountPassesAndTime() {
        Run run = Histories.of(Histories.EVENTFUL, 5).newest();
        GradientCheck check = check(run, OptionalInt.of(9), H);
        assertThat(check.backpropagation()).isEqualTo(new GradientCheck.Effort(2, 1));
        assertThat(check.differences()).isEqualTo(new GradientCheck.Effort(18, 1));
        assertThat(check.extrapolated()).isEqualTo(run.network().weightCount() / 9.0);
    }

    @Test
    void weightsThatGroupsCutAreNotTried() {
        String cut = """
                {"data": {"name": "xor"}, "network": {"layers": [2, 2, 1], "groups":
                 [{"layer": 0, "blocks": [{"from": [0, 1], "to": [0, 1]}, {"from": [1, 2], "to": [1, 2]}]}]}}""";
        GradientCheck check = check(Histories.of(cut, 3).newest(), OptionalInt.empty(), H);
        assertThat(places(check))
                .containsExactly(new Weight(0, 0, 0), new Weight(0, 1, 1), new Weight(1, 0, 0), new Weight(1, 0, 1));
    }

    @Test
    void tooManyPassesAreRefusedWithHowManyAreAllowed() {
        String large = """
                {"data": {"name": "moons", "count": 500}, "network": {"layers": [2, 300, 300, 1]}}""";
        Run run = Histories.of(large, 0).newest();
        assertThatThrownBy(() -> check(run, OptionalInt.of(50_000), H))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("/sample");
    }

    @Test
    void whoGivesUpStopsTheWork() {
        Run run = Histories.of(Histories.EVENTFUL, 5).newest();
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> GradientCheck.of(run, OptionalInt.empty(), H, clock(), () -> {
                    if (asked.incrementAndGet() == 8) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(8);
    }
}
