package downhill.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.rule.Sgd;
import downhill.net.ExamplePass;
import downhill.net.activation.Softmax;
import downhill.train.GradientTest;
import downhill.train.Specs;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTest {
    private static void advance(Run run, int count) {
        for (int i = 0; i < count; i++) {
            run.advance();
        }
    }

    @Test
    void theNextWeightsAreTheseAndTheirUpdates() {
        Run run = Specs.xor(2, 3, 1)
                .rule(new Sgd(0.9, true), 0.3)
                .weightDecay(0.01)
                .run();
        for (int step = 0; step < 20; step++) {
            double[] weights = run.weights(0);
            double[] updates = run.weightUpdates(0);
            double[] biases = run.biases(1);
            double[] biasUpdates = run.biasUpdates(1);
            run.advance();
            for (int i = 0; i < weights.length; i++) {
                assertThat(run.weights(0)[i]).isEqualTo(weights[i] + updates[i]);
            }
            assertThat(run.biases(1)[0]).isEqualTo(biases[0] + biasUpdates[0]);
        }
    }

    @Test
    void biasMovesByLearningRateTimesGradient() {
        Run run = Specs.xor(2, 3, 1).run();
        assertThat(run.biasUpdates(0)[1]).isEqualTo(-0.1 * run.biasGradients(0)[1]);
    }

    @Test
    void weightsDecayAndBiasesDoNot() {
        Run run = Specs.xor(2, 1).weightDecay(0.25).run();
        double moved = run.weights(0)[0] - 0.1 * run.weightGradients(0)[0];
        assertThat(run.weights(0)[0] + run.weightUpdates(0)[0]).isCloseTo(0.75 * moved, within(1e-15));
        assertThat(run.biasUpdates(0)[0]).isEqualTo(-0.1 * run.biasGradients(0)[0]);
    }

    @Test
    void theMeanIsTheSumOverTheBatchSize() {
        Run mean = Specs.xor(2, 3, 1).run();
        Run sum = Specs.xor(2, 3, 1).batch(0, false, Reduce.SUM).run();
        assertThat(sum.cost()).isCloseTo(4 * mean.cost(), within(1e-15));
        for (int i = 0; i < 6; i++) {
            assertThat(sum.weightGradients(0)[i]).isEqualTo(4 * mean.weightGradients(0)[i]);
        }
    }

    @Test
    void theBatchGradientIsWhatItsExamplesOwnGradientsMake() {
        Run run = Specs.xor(2, 3, 1).batch(3, true, Reduce.MEAN).run();
        double sum = 0;
        double cost = 0;
        for (int example : run.batch()) {
            ExamplePass pass = run.pass(example);
            sum += pass.weightGradient(0, 2, 1);
            cost += pass.cost();
        }
        assertThat(run.weightGradients(0)[2 * 2 + 1]).isCloseTo(sum / 3, within(1e-16));
        assertThat(run.cost()).isCloseTo(cost / 3, within(1e-16));
    }

    @Test
    void slicesCutAnEpochAndTheLastOneIsShort() {
        Run run = Specs.xor(2, 1).batch(3, false, Reduce.MEAN).run();
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> epochs = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            batches.add(Arrays.stream(run.batch()).boxed().toList());
            epochs.add(run.epoch());
            run.advance();
        }
        assertThat(batches).containsExactly(List.of(0, 1, 2), List.of(3), List.of(0, 1, 2), List.of(3));
        assertThat(epochs).containsExactly(0, 0, 1, 1);
    }

    @Test
    void aShuffledEpochShowsEveryExampleOnce() {
        Run run = Specs.xor(2, 1).batch(3, true, Reduce.MEAN).run();
        List<List<Integer>> orders = new ArrayList<>();
        for (int epoch = 0; epoch < 20; epoch++) {
            List<Integer> seen = new ArrayList<>();
            for (int slice = 0; slice < 2; slice++) {
                assertThat(run.epoch()).isEqualTo(epoch);
                Arrays.stream(run.batch()).forEach(seen::add);
                run.advance();
            }
            assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3);
            orders.add(seen);
        }
        assertThat(orders.stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void aBatchLargerThanTheDataIsTheWholeSet() {
        Run run = Specs.xor(2, 1).batch(100, false, Reduce.MEAN).run();
        advance(run, 3);
        assertThat(run.batch()).containsExactly(0, 1, 2, 3);
        assertThat(run.epoch()).isEqualTo(3);
    }

    @Test
    void manyChunksMakeTheSameGradientAsOneExampleAfterTheOther() {
        int count = 2 * Slope.CHUNK + 7;
        double[][] inputs = new double[count][1];
        double[][] targets = new double[count][1];
        for (int e = 0; e < count; e++) {
            inputs[e][0] = e % 17 - 8;
            targets[e][0] = e % 2;
        }
        Run run = Specs.of(inputs, targets, 1, 1).run();
        double sum = 0;
        double cost = 0;
        for (int e = 0; e < count; e++) {
            sum += run.pass(e).weightGradient(0, 0, 0);
            cost += run.pass(e).cost();
        }
        assertThat(run.weightGradients(0)[0]).isCloseTo(sum / count, within(1e-15));
        assertThat(run.cost()).isCloseTo(cost / count, within(1e-14));
        assertThat(run.evaluateTraining().cost())
                .isEqualTo(run.batchCost(run.network().parameters()) * count);
    }

    @Test
    void frozenParametersStandStillAndTheirGradientsStayTrue() {
        Specs specs = Specs.xor(2, 3, 1).rule(new Sgd(0.9, false), 0.5).weightDecay(0.1);
        double[] gradients = specs.run().weightGradients(0);
        specs.frozen = List.of(new Frozen.Weight(0, 1, 0), new Frozen.Layer(1), new Frozen.Biases());
        Run run = specs.run();
        assertThat(run.weightGradients(0)).isEqualTo(gradients);
        double still = run.weights(0)[2];
        double[] layer = run.weights(1);
        advance(run, 10);
        assertThat(run.weights(0)[2]).isEqualTo(still);
        assertThat(run.weightUpdates(0)[2]).isEqualTo(0.0);
        assertThat(run.weights(0)[3]).isNotEqualTo(specs.run().weights(0)[3]);
        assertThat(run.weights(1)).isEqualTo(layer);
        assertThat(run.biases(0)).containsOnly(0.0);
        assertThat(run.weightGradients(1)[0]).isNotZero();
    }

    @Test
    void thePenaltyIsReportedBesideTheCostAndPullsTheWeights() {
        Specs specs = Specs.xor(2, 1);
        Run plain = specs.run();
        double[] w = plain.weights(0);
        specs.regularization = Optional.of(new Regularization(Norm.L2, 0.5));
        Run l2 = specs.run();
        specs.regularization = Optional.of(new Regularization(Norm.L1, 0.5));
        Run l1 = specs.run();
        assertThat(l2.cost()).isEqualTo(plain.cost());
        assertThat(l2.penalty()).isCloseTo(0.25 * (w[0] * w[0] + w[1] * w[1]), within(1e-16));
        assertThat(l1.penalty()).isCloseTo(0.5 * (Math.abs(w[0]) + Math.abs(w[1])), within(1e-16));
        assertThat(l2.weightGradients(0)[0]).isEqualTo(plain.weightGradients(0)[0] + 0.5 * w[0]);
        assertThat(l1.weightGradients(0)[1]).isEqualTo(plain.weightGradients(0)[1] + 0.5 * Math.signum(w[1]));
        assertThat(l2.biasGradients(0)).isEqualTo(plain.biasGradients(0));
    }

    @Test
    void theMarginMakesAnOutputWithinItRight() {
        Specs specs = Specs.of(new double[][] {{0}, {0}}, new double[][] {{1}, {0}}, 1, 1);
        specs.cost = new downhill.net.Cost.HalfSquaredError(0.2);
        specs.given =
                Optional.of(new downhill.net.NetworkSpec.Given(List.of(List.of(List.of(1.0))), List.of(List.of(1.5))));
        Run run = specs.run();
        assertThat(run.pass(0).activations()[1][0]).isBetween(0.8, 0.9);
        assertThat(run.pass(0).cost()).isZero();
        assertThat(run.pass(0).deltas()[0][0]).isZero();
        double y = run.pass(1).activations()[1][0];
        assertThat(run.pass(1).cost()).isEqualTo(y * y / 2);
    }

    @Test
    void crossEntropyStaysExactWhereOutputsRoundToZeroAndOne() {
        Specs specs = Specs.of(new double[][] {{1}}, new double[][] {{0}}, 1, 1);
        specs.cost = new downhill.net.Cost.CrossEntropy();
        specs.given = Optional.of(
                new downhill.net.NetworkSpec.Given(List.of(List.of(List.of(800.0))), List.of(List.of(0.0))));
        Run run = specs.run();
        assertThat(run.cost()).isEqualTo(800);
        assertThat(run.pass(0).deltas()[0][0]).isEqualTo(1);
        specs.targets = List.of(List.of(1.0));
        assertThat(specs.run().cost()).isZero();
    }

    @Test
    void categoricalCrossEntropyStaysExactToo() {
        Specs specs =
                Specs.of(new double[][] {{1}}, new double[][] {{0, 1}}, 1, 2).activations(new Softmax());
        specs.cost = new downhill.net.Cost.CrossEntropy();
        specs.given = Optional.of(new downhill.net.NetworkSpec.Given(
                List.of(List.of(List.of(2000.0), List.of(-2000.0))), List.of(List.of(0.0, 0.0))));
        Run run = specs.run();
        assertThat(run.cost()).isEqualTo(4000);
        assertThat(run.pass(0).deltas()[0]).containsExactly(1, -1);
        assertThat(run.pass(0).activations()[1]).containsExactly(1, 0);
    }

    @Test
    void dropoutDropsAndScalesInTrainingOnly() {
        Specs specs = Specs.xor(2, 40, 1);
        specs.dropout = List.of(0.25);
        Run run = specs.run();
        Run plain = Specs.xor(2, 40, 1).run();
        int dropped = 0;
        for (int e = 1; e < 4; e++) {
            double[] thinned = run.pass(e).activations()[1];
            double[] all = plain.pass(e).activations()[1];
            for (int j = 0; j < 40; j++) {
                dropped += thinned[j] == 0 ? 1 : 0;
                assertThat(thinned[j]).isIn(0.0, -0.0, all[j] / 0.75, all[j] * (1 / 0.75));
            }
        }
        assertThat(dropped).isBetween(12, 48);
        assertThat(run.evaluateTraining().cost())
                .isEqualTo(plain.evaluateTraining().cost());
        assertThat(run.cost()).isNotEqualTo(plain.cost());
        GradientTest.check(run);
    }

    @Test
    void eachStepDropsAnew() {
        Specs specs = Specs.xor(2, 40, 1);
        specs.dropout = List.of(0.5);
        Run run = specs.run();
        double[] first = run.pass(1).activations()[1];
        run.advance();
        double[] second = run.pass(1).activations()[1];
        long changed = java.util.stream.IntStream.range(0, 40)
                .filter(j -> (first[j] == 0) != (second[j] == 0))
                .count();
        assertThat(changed).isBetween(8L, 32L);
    }

    @Test
    void accuracyCountsByTheTask() {
        Specs specs = Specs.xor(2, 1);
        specs.given = Optional.of(
                new downhill.net.NetworkSpec.Given(List.of(List.of(List.of(4.0, 4.0))), List.of(List.of(-2.0))));
        assertThat(specs.run().evaluateTraining().accuracy()).hasValue(0.75);
        specs.task = new downhill.data.Dataset.Task.Regression();
        assertThat(specs.run().evaluateTraining().accuracy()).isEmpty();
    }

    @Test
    void whatTheStepsOwnPassTellsIsWhatAnotherPassFinds() {
        Run run = Specs.xor(2, 5, 1).run();
        run.advance();
        var fromTheStep = run.evaluateTraining();
        double[][] deltas = run.pass(2).deltas();
        run.batchCost(run.network().parameters());
        assertThat(run.evaluateTraining()).isEqualTo(fromTheStep);
        assertThat(run.pass(2).deltas()).isEqualTo(deltas);
    }
}
