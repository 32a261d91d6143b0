package downhill.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.Sgd;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Identity;
import downhill.train.Specs;
import downhill.train.history.History;
import downhill.train.history.HistoryTest;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.RefusedException;
import downhill.train.spec.Tweak;
import downhill.train.spec.Tweak.WeightValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    /** One linear neuron on x = 3, d = 1: the error is multiplied by 1 - rate * 10 in every step. */
    private static Specs linear(double rate) {
        Specs specs = Specs.of(new double[][] {{3}}, new double[][] {{1}}, 1, 1)
                .activations(new Identity())
                .rule(new Sgd(0, false), rate);
        specs.given = Optional.of(new Given(List.of(List.of(List.of(1.0))), List.of(List.of(0.0))));
        return specs;
    }

    private static boolean isFinite(Run run) {
        return HistoryTest.everything(run).stream().allMatch(Double::isFinite);
    }

    @Test
    void aRunStopsAtItsLastFiniteStepAndNamesWhatWasNot() {
        History history = linear(100).history();
        while (history.newest().divergence().isEmpty()) {
            assertThat(isFinite(history.newest())).isTrue();
            history.advance();
        }
        Run run = history.newest();
        Divergence divergence = run.divergence().orElseThrow();
        assertThat(divergence.step()).isEqualTo(run.step());
        assertThat(divergence.layer()).isZero();
        assertThat(divergence.quantity()).isEqualTo("cost");
        assertThat(isFinite(run)).isTrue();
        assertThat(HistoryTest.everything(history.at(run.step()))).isEqualTo(HistoryTest.everything(run));
        assertThat(history.cost(run.step())).isEqualTo(run.cost());
    }

    @Test
    void itsErrorGrowsByTheSameFactorUntilThen() {
        Run run = linear(100).run();
        double cost = run.cost();
        for (int step = 1; run.divergence().isEmpty() && step < 40; step++) {
            run.advance();
            assertThat(run.cost() / cost).isBetween(999.0 * 999 * 0.999, 999.0 * 999 * 1.001);
            cost = run.cost();
        }
        assertThat(run.step()).isEqualTo(39);
    }

    @Test
    void aDivergedRunTakesNoStepAndNoTweak() {
        Run run = linear(1e100).run();
        run.advance();
        while (run.divergence().isEmpty()) {
            run.advance();
        }
        assertThatThrownBy(run::advance).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run.tweak(Tweak.learningRate(0.1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDivergedRunIsDivergedAfterARest() {
        History history = linear(100).history();
        while (history.newest().divergence().isEmpty()) {
            history.advance();
        }
        Optional<Divergence> divergence = history.newest().divergence();
        history.rest();
        assertThat(history.newest().divergence()).isEqualTo(divergence);
        assertThatThrownBy(history::advance).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itGoesOnInABranchWithASmallerRate() {
        History history = linear(100).history();
        while (history.newest().divergence().isEmpty()) {
            history.advance();
        }
        History branch = history.branch(2, Optional.of(Tweak.learningRate(0.05)));
        for (int i = 0; i < 200; i++) {
            branch.advance();
        }
        assertThat(branch.newest().cost()).isLessThan(1e-12);
    }

    @Test
    void updatesThatOverflowAloneStopItToo() {
        Specs specs = linear(0.1).rule(new Sgd(0.9, false), 1);
        History history = specs.history();
        history.tweak(Tweak.learningRate(1e155));
        List<Double> before = HistoryTest.everything(history.newest());
        history.advance();
        assertThat(history.newest().divergence().orElseThrow())
                .isIn(new Divergence(0, 0, "cost"), new Divergence(0, 0, "weightUpdates"));
        assertThat(HistoryTest.everything(history.newest())).isEqualTo(before);
    }

    @Test
    void anExampleOutsideTheBatchMustStayFiniteToo() {
        Specs specs = Specs.of(new double[][] {{0}, {1e300}}, new double[][] {{1}, {0}}, 1, 1)
                .batch(1, false, BatchSpec.Reduce.MEAN);
        specs.given = Optional.of(new Given(List.of(List.of(List.of(1e5))), List.of(List.of(0.0))));
        Run run = specs.run();
        assertThatThrownBy(() -> run.tweak(value(1e9)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems().getFirst().detail())
                                .contains("preActivations"));
    }

    private static Tweak value(double value) {
        return new Tweak(
                Map.of(), Tweak.Batch.NONE, Optional.empty(), List.of(new WeightValue(0, 0, 0, value)), List.of());
    }

    @Test
    void aSpecificationWhoseFirstStepIsNotFiniteIsRefused() {
        Specs specs =
                Specs.of(new double[][] {{1e200}}, new double[][] {{0}}, 1, 1).activations(new Identity());
        specs.given = Optional.of(new Given(List.of(List.of(List.of(1e200))), List.of(List.of(0.0))));
        assertThatThrownBy(specs::run).isInstanceOf(RefusedException.class);
    }

    @Test
    void aTweakThatWouldNotBeFiniteIsRefusedAndChangesNothing() {
        Run run = linear(0.01).rule(new Sgd(0.9, false), 0.01).run();
        run.advance();
        List<Double> before = HistoryTest.everything(run);
        assertThatThrownBy(() -> run.tweak(value(1e200))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> run.tweak(Tweak.learningRate(Double.MAX_VALUE)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> run.tweak(new Tweak(
                        Map.of(Hyperparameter.BETA1, 0.5),
                        Tweak.Batch.NONE,
                        Optional.empty(),
                        List.of(new WeightValue(0, 0, 0, 7)),
                        List.of())))
                .isInstanceOf(RefusedException.class);
        assertThat(HistoryTest.everything(run)).isEqualTo(before);
        Run untouched = linear(0.01).rule(new Sgd(0.9, false), 0.01).run();
        untouched.advance();
        for (int i = 0; i < 5; i++) {
            run.advance();
            untouched.advance();
            assertThat(HistoryTest.everything(run)).isEqualTo(HistoryTest.everything(untouched));
        }
    }
}
