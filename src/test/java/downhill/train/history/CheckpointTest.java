package downhill.train.history;

import static downhill.train.history.HistoryTest.everything;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.rule.Adam;
import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.Sgd;
import downhill.descent.rule.UpdateRule;
import downhill.train.Specs;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Tweak;
import downhill.train.spec.Tweak.WeightValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from a checkpoint is the run that never stopped. */
class CheckpointTest {
    private static final Tweak BATCH = new Tweak(
            Map.of(),
            new Tweak.Batch(Optional.of(2), Optional.of(true), Optional.of(Reduce.SUM)),
            Optional.of(List.of(new Frozen.Weight(0, 1, 0))),
            List.of(new WeightValue(1, 0, 1, 0.25)),
            List.of());

    /** Two changes at one step, of which the second takes a part of the first back. */
    private static final List<LoggedTweak> TWEAKS = List.of(
            new LoggedTweak(40, Tweak.learningRate(0.5)),
            new LoggedTweak(77, BATCH),
            new LoggedTweak(77, Tweak.learningRate(0.05)));

    static Stream<UpdateRule> rules() {
        return Stream.of(new Sgd(0, false), new Sgd(0.9, true), new Adam(0.9, 0.999, 1e-8));
    }

    private static Specs specs(UpdateRule rule) {
        Specs specs = Specs.xor(2, 4, 1).rule(rule, 0.2).batch(3, true, Reduce.MEAN);
        specs.dropout = List.of(0.25);
        return specs;
    }

    private static History trained(UpdateRule rule, int steps) {
        History history = specs(rule).history();
        history.advance(steps, TWEAKS, reached -> {});
        return history;
    }

    private static History resumed(UpdateRule rule, History stopped) {
        Checkpoint checkpoint = Checkpoint.read(stopped.checkpoint()).orElseThrow();
        return specs(rule).history().resume(checkpoint, stopped.tweaks());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aResumedRunIsTheSameBitForBitBeforeAndAfter(UpdateRule rule) {
        for (int steps : List.of(0, 39, 40, 76, 77, 78, 300)) {
            History stopped = trained(rule, steps);
            History resumed = resumed(rule, stopped);
            assertThat(resumed.step()).isEqualTo(steps);
            assertThat(everything(resumed.newest())).isEqualTo(everything(stopped.newest()));
            assertThat(resumed.costs(0, steps)).usingRecursiveComparison().isEqualTo(stopped.costs(0, steps));
            assertThat(everything(resumed.at(steps / 2))).isEqualTo(everything(stopped.at(steps / 2)));

            Tweak momentum = new Tweak(
                    Map.of(Hyperparameter.LEARNING_RATE, 0.3),
                    Tweak.Batch.NONE,
                    Optional.empty(),
                    List.of(new WeightValue(0, 0, 0, 1)),
                    List.of());
            for (History history : List.of(stopped, resumed)) {
                history.tweak(momentum);
                history.advance(steps + 120, List.of(), reached -> {});
            }
            assertThat(everything(resumed.newest())).isEqualTo(everything(stopped.newest()));
            assertThat(everything(resumed.at(steps + 60))).isEqualTo(everything(stopped.at(steps + 60)));
            assertThat(everything(resumed.branch(steps / 3, Optional.empty()).newest()))
                    .isEqualTo(everything(
                            stopped.branch(steps / 3, Optional.empty()).newest()));
        }
    }

    @Test
    void theCostsOfALongRunAreKeptWithTheirExtremes() {
        History stopped = trained(new Sgd(0, false), History.EVERY_COST + 40_001);
        History resumed = resumed(new Sgd(0, false), stopped);
        int step = stopped.step();
        assertThat(resumed.costs(0, step)).usingRecursiveComparison().isEqualTo(stopped.costs(0, step));
        stopped.advance();
        resumed.advance();
        assertThat(resumed.costs(step - 9, step + 1))
                .usingRecursiveComparison()
                .isEqualTo(stopped.costs(step - 9, step + 1));
    }

    @Test
    void aCheckpointWithAChangedByteIsNotRead() {
        byte[] bytes = trained(new Sgd(0.9, false), 50).checkpoint();
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            assertThat(Checkpoint.read(damaged)).isEmpty();
        }
        assertThat(Checkpoint.read(new byte[0])).isEmpty();
        assertThat(Checkpoint.read(new byte[100])).isEmpty();
    }
}
