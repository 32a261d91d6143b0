package downhill.train.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.descent.rule.Adam;
import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.RmsProp;
import downhill.descent.rule.Sgd;
import downhill.net.Group;
import downhill.train.GradientTest;
import downhill.train.Specs;
import downhill.train.history.HistoryTest;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.Tweak.BiasValue;
import downhill.train.spec.Tweak.WeightValue;
import downhill.train.step.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TweakTest {
    private static final Tweak NOTHING = new Tweak(Map.of(), Tweak.Batch.NONE, Optional.empty(), List.of(), List.of());

    private static Tweak optimizer(Hyperparameter parameter, double value) {
        return new Tweak(
                Map.of(parameter, value), NOTHING.batch(), NOTHING.frozen(), NOTHING.weights(), NOTHING.biases());
    }

    private static Tweak batch(int size, boolean shuffle) {
        return new Tweak(
                Map.of(),
                new Tweak.Batch(Optional.of(size), Optional.of(shuffle), Optional.empty()),
                NOTHING.frozen(),
                NOTHING.weights(),
                NOTHING.biases());
    }

    private static Tweak frozen(Frozen... frozen) {
        return new Tweak(Map.of(), NOTHING.batch(), Optional.of(List.of(frozen)), NOTHING.weights(), NOTHING.biases());
    }

    private static Tweak values(List<WeightValue> weights, List<BiasValue> biases) {
        return new Tweak(Map.of(), NOTHING.batch(), NOTHING.frozen(), weights, biases);
    }

    private static void advance(Run run, int count) {
        for (int i = 0; i < count; i++) {
            run.advance();
        }
    }

    private static List<Problem> refused(Run run, Tweak tweak) {
        var thrown = org.junit.jupiter.api.Assertions.assertThrows(RefusedException.class, () -> run.tweak(tweak));
        return thrown.problems();
    }

    @Test
    void aRateActsOnTheNewestStepsUpdateAndKeepsTheVelocity() {
        Run run = Specs.xor(2, 3, 1).rule(new Sgd(0.9, false), 0.1).run();
        advance(run, 5);
        double[] weights = run.weights(0);
        double gradient = run.weightGradients(0)[0];
        double velocity = run.weightUpdates(0)[0] + 0.1 * gradient;
        run.tweak(Tweak.learningRate(0.4));
        assertThat(run.step()).isEqualTo(5);
        assertThat(run.weights(0)).isEqualTo(weights);
        assertThat(run.weightGradients(0)[0]).isEqualTo(gradient);
        assertThat(run.weightUpdates(0)[0])
                .isCloseTo(velocity - 0.4 * gradient, org.assertj.core.api.Assertions.within(1e-16));
        assertThat(run.optimizer().learningRate()).isEqualTo(0.4);
    }

    @Test
    void momentumThatWasZeroFindsTheLastUpdateAsItsVelocity() {
        Run run = Specs.xor(2, 3, 1).run();
        advance(run, 5);
        double last = run.weightUpdates(0)[0];
        run.advance();
        run.tweak(optimizer(Hyperparameter.MOMENTUM, 0.5));
        assertThat(run.weightUpdates(0)[0]).isEqualTo(0.5 * last - 0.1 * run.weightGradients(0)[0]);
    }

    @Test
    void aValueStandsInTheNewestStepAtOnce() {
        Run run = Specs.xor(2, 3, 1).run();
        advance(run, 3);
        double cost = run.cost();
        run.tweak(values(List.of(new WeightValue(1, 0, 2, -1.5)), List.of(new BiasValue(0, 1, 0.75))));
        assertThat(run.weights(1)[2]).isEqualTo(-1.5);
        assertThat(run.biases(0)[1]).isEqualTo(0.75);
        assertThat(run.cost()).isNotEqualTo(cost);
        double next = -1.5 + run.weightUpdates(1)[2];
        run.advance();
        assertThat(run.weights(1)[2]).isEqualTo(next);
    }

    @Test
    void frozenListIsReplaced() {
        Specs specs = Specs.xor(2, 3, 1).rule(new Sgd(0.9, false), 0.1);
        specs.frozen = List.of(new Frozen.Biases());
        Run run = specs.run();
        advance(run, 4);
        run.tweak(frozen(new Frozen.Layer(0)));
        assertThat(run.weightUpdates(0)).containsOnly(0.0);
        assertThat(run.biasUpdates(1)[0]).isNotZero();
        double velocity = run.biasUpdates(1)[0];
        assertThat(velocity).isEqualTo(-0.1 * run.biasGradients(1)[0]);
    }

    @Test
    void aFrozenWeightsVelocityStandsStill() {
        Run run = Specs.xor(2, 3, 1).rule(new Sgd(0.5, false), 0.1).run();
        advance(run, 3);
        double velocity = run.weightUpdates(0)[0];
        run.advance();
        run.tweak(frozen(new Frozen.Weight(0, 0, 0)));
        advance(run, 4);
        run.tweak(frozen());
        assertThat(run.weightUpdates(0)[0]).isEqualTo(0.5 * velocity - 0.1 * run.weightGradients(0)[0]);
    }

    @Test
    void aNewBatchSizeBeginsANewEpochAtOnce() {
        Run run = Specs.xor(2, 1).batch(3, false, Reduce.MEAN).run();
        advance(run, 2);
        assertThat(run.epoch()).isEqualTo(1);
        run.tweak(batch(1, false));
        assertThat(run.epoch()).isEqualTo(1);
        assertThat(run.batch()).containsExactly(0);
        advance(run, 5);
        assertThat(run.epoch()).isEqualTo(2);
        assertThat(run.batch()).containsExactly(1);
        run.tweak(batch(2, false));
        assertThat(run.epoch()).isEqualTo(3);
        assertThat(run.batch()).containsExactly(0, 1);
    }

    @Test
    void theSameBatchSizeChangesNothing() {
        Run run = Specs.xor(2, 1).batch(3, true, Reduce.MEAN).run();
        advance(run, 3);
        List<Double> before = HistoryTest.everything(run);
        run.tweak(batch(3, true));
        assertThat(HistoryTest.everything(run)).isEqualTo(before);
    }

    @Test
    void reductionChangesTheCostAndTheGradientOfTheSameBatch() {
        Run run = Specs.xor(2, 1).batch(3, true, Reduce.MEAN).run();
        advance(run, 1);
        int[] examples = run.batch();
        double cost = run.cost();
        run.tweak(new Tweak(
                Map.of(),
                new Tweak.Batch(Optional.empty(), Optional.empty(), Optional.of(Reduce.SUM)),
                Optional.empty(),
                List.of(),
                List.of()));
        assertThat(run.batch()).isEqualTo(examples);
        assertThat(run.cost()).isEqualTo(cost * examples.length);
    }

    private static Tweak penalty(Norm norm, double rate) {
        return new Tweak(
                Map.of(),
                NOTHING.batch(),
                Optional.of(new Regularization(norm, rate)),
                NOTHING.frozen(),
                NOTHING.weights(),
                NOTHING.biases());
    }

    @Test
    void aPenaltyIsPartOfTheGradientFromItsStepOn() {
        for (Norm norm : Norm.values()) {
            Run run = Specs.xor(2, 3, 1).batch(3, true, Reduce.MEAN).run();
            advance(run, 4);
            double cost = run.cost();
            run.tweak(penalty(norm, 0.05));
            assertThat(run.cost()).isEqualTo(cost);
            assertThat(run.penalty()).isPositive();
            GradientTest.check(run);
            advance(run, 3);
            GradientTest.check(run);
            run.tweak(penalty(norm, 0));
            assertThat(run.penalty()).isZero();
            assertThat(run.regularization()).isEmpty();
            GradientTest.check(run);
        }
    }

    @Test
    void aPenaltyThatIsSetAtTheStartIsThatOfTheSpecification() {
        Specs specs = Specs.xor(2, 3, 1).rule(new Adam(0.9, 0.999, 1e-8), 0.01);
        Run tweaked = specs.run();
        tweaked.tweak(penalty(Norm.L2, 0.03));
        specs.regularization = Optional.of(new Regularization(Norm.L2, 0.03));
        Run given = specs.run();
        advance(tweaked, 20);
        advance(given, 20);
        assertThat(HistoryTest.everything(tweaked)).isEqualTo(HistoryTest.everything(given));
    }

    @Test
    void whatTheNetworkDoesNotHaveIsRefused() {
        Specs specs = Specs.xor(2, 2, 1);
        specs.groups = List.of(new Group(0, List.of(new Group.Block(0, 1, 0, 1), new Group.Block(1, 2, 1, 2))));
        Run run = specs.run();
        assertThat(refused(
                        run,
                        values(
                                List.of(
                                        new WeightValue(2, 0, 0, 1),
                                        new WeightValue(0, 2, 0, 1),
                                        new WeightValue(0, 0, 1, 1),
                                        new WeightValue(0, 0, 0, 1)),
                                List.of(new BiasValue(1, 1, 1), new BiasValue(-1, 0, 1)))))
                .extracting(Problem::pointer)
                .containsExactly("/weights/0/at", "/weights/1/at", "/weights/2/at", "/biases/0/at", "/biases/1/at");
        assertThat(refused(run, frozen(new Frozen.Biases(), new Frozen.Layer(2))))
                .extracting(Problem::pointer)
                .containsExactly("/frozen/1");
    }

    @Test
    void aHyperparameterThatTheRuleDoesNotHaveOrOutOfRangeIsRefused() {
        Run run = Specs.xor(2, 1).run();
        assertThat(refused(run, optimizer(Hyperparameter.BETA1, 0.5)))
                .containsExactly(new Problem("/optimizer/beta1", "The optimizer sgd has no beta1."));
        assertThat(refused(run, optimizer(Hyperparameter.MOMENTUM, 1)))
                .containsExactly(new Problem(
                        "/optimizer/momentum", "The momentum must be a number from 0 to below 1, not 1.0."));
        assertThat(refused(run, optimizer(Hyperparameter.LEARNING_RATE, 0))).hasSize(1);
    }

    @Test
    void everyRulesNumbersCanBeChanged() {
        Run run = Specs.xor(2, 1).rule(new Adam(0.9, 0.999, 1e-8), 0.01).run();
        run.tweak(new Tweak(
                Map.of(
                        Hyperparameter.BETA1, 0.8,
                        Hyperparameter.BETA2, 0.99,
                        Hyperparameter.EPSILON, 1e-6,
                        Hyperparameter.WEIGHT_DECAY, 0.1),
                Tweak.Batch.NONE,
                Optional.empty(),
                List.of(),
                List.of()));
        assertThat(run.optimizer().rule()).isEqualTo(new Adam(0.8, 0.99, 1e-6));
        assertThat(run.optimizer().weightDecay()).isEqualTo(0.1);
        Run rms = Specs.xor(2, 1).rule(new RmsProp(0.9, 1e-8), 0.01).run();
        rms.tweak(optimizer(Hyperparameter.DECAY, 0.5));
        assertThat(rms.optimizer().rule()).isEqualTo(new RmsProp(0.5, 1e-8));
        assertThatThrownBy(() -> rms.tweak(optimizer(Hyperparameter.MOMENTUM, 0.5)))
                .isInstanceOf(RefusedException.class);
    }
}
