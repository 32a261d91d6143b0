package downhill.train.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.Sgd;
import downhill.math.Kernels;
import downhill.net.PerParameter;
import downhill.train.Specs;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.spec.Tweak;
import downhill.train.spec.Tweak.WeightValue;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public class HistoryTest {
    private static final Tweak RATE = Tweak.learningRate(0.5);
    private static final Tweak MOMENTUM =
            new Tweak(Map.of(Hyperparameter.MOMENTUM, 0.5), Tweak.Batch.NONE, Optional.empty(), List.of(), List.of());
    private static final Tweak BATCH = new Tweak(
            Map.of(),
            new Tweak.Batch(Optional.of(2), Optional.of(true), Optional.of(Reduce.SUM)),
            Optional.of(new Regularization(Norm.L1, 0.02)),
            Optional.of(List.of(new Frozen.Weight(0, 1, 0))),
            List.of(new WeightValue(1, 0, 1, 0.25)),
            List.of());

    private static Specs momentum() {
        return Specs.xor(2, 4, 1).rule(new Sgd(0.9, false), 0.2).batch(3, true, Reduce.MEAN);
    }

    @Test
    void advancingWithTweaksIsTheRunThatWasTweakedByHand() {
        List<List<Double>> steps = new ArrayList<>();
        History byHand = eventful(steps, 100);
        History history = momentum().history();
        history.advance(100, byHand.tweaks(), reached -> {});
        assertThat(everything(history.newest())).isEqualTo(steps.getLast());
        assertThat(history.tweaks()).isEqualTo(byHand.tweaks());
        assertThat(everything(history.at(60))).isEqualTo(steps.get(60));
    }

    /** A run with tweaks on its path, and every step of it as it was when it was the newest. */
    private static History eventful(List<List<Double>> steps, int count) {
        return eventful(momentum(), steps, count);
    }

    private static History eventful(Specs specs, List<List<Double>> steps, int count) {
        History history = specs.history();
        for (int step = 0; step <= count; step++) {
            if (step == 40) {
                history.tweak(RATE);
            }
            if (step == 77) {
                history.tweak(BATCH);
                history.tweak(MOMENTUM);
            }
            steps.add(everything(history.newest()));
            if (step < count) {
                history.advance();
            }
        }
        return history;
    }

    /** All numbers of a step. */
    public static List<Double> everything(Run run) {
        List<Double> all =
                new ArrayList<>(List.of((double) run.step(), (double) run.epoch(), run.cost(), run.penalty()));
        for (int example : run.batch()) {
            all.add((double) example);
        }
        for (PerParameter numbers : List.of(run.network().parameters(), run.gradient(), run.update())) {
            for (int l = 0; l < run.network().depth(); l++) {
                Arrays.stream(numbers.copyOfWeights(l)).forEach(all::add);
            }
            for (int l = 0; l < run.network().depth(); l++) {
                Arrays.stream(numbers.copyOfBiases(l)).forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void anyStepIsRebuiltBitForBit() {
        List<List<Double>> steps = new ArrayList<>();
        History history = eventful(steps, 200);
        for (int step = 0; step <= 200; step++) {
            assertThat(everything(history.at(step))).isEqualTo(steps.get(step));
        }
    }

    @Test
    void aRunInThePastWalksOnWithEachTweakAtItsStep() {
        List<List<Double>> steps = new ArrayList<>();
        History history = eventful(steps, 200);
        Run cursor = history.at(13);
        for (int step = 13; step < 200; step++) {
            assertThat(everything(cursor)).isEqualTo(steps.get(step));
            cursor.advance();
        }
        assertThat(everything(history.newest())).isEqualTo(steps.get(200));
    }

    /** Steps of plain descent move in place until the momentum is set; the velocity is worked out when it is needed. */
    @Test
    void soIsAnyStepOfPlainDescent() {
        List<List<Double>> steps = new ArrayList<>();
        Specs plain = Specs.xor(2, 4, 1).batch(3, true, Reduce.MEAN);
        History history = eventful(plain, steps, 120);
        for (int step = 0; step <= 120; step++) {
            assertThat(everything(history.at(step))).isEqualTo(steps.get(step));
        }
        Run cursor = history.at(13);
        for (int step = 13; step < 120; step++) {
            assertThat(everything(cursor)).isEqualTo(steps.get(step));
            cursor.advance();
        }
    }

    @Test
    void everyStepsCostIsKept() {
        List<List<Double>> steps = new ArrayList<>();
        History history = eventful(steps, 200);
        for (int step = 0; step <= 200; step++) {
            assertThat(history.cost(step)).isEqualTo(steps.get(step).get(2));
        }
    }

    @Test
    void aBranchSharesThePastKeepsTheVelocityAndDropsLaterTweaks() {
        History parent = eventful(new ArrayList<>(), 200);
        History branch = parent.branch(60, Optional.of(MOMENTUM));
        History uncut = momentum().history();
        for (int step = 0; step < 60; step++) {
            if (step == 40) {
                uncut.tweak(RATE);
            }
            uncut.advance();
        }
        uncut.tweak(MOMENTUM);
        for (int step = 60; step < 150; step++) {
            assertThat(everything(branch.newest())).isEqualTo(everything(uncut.newest()));
            branch.advance();
            uncut.advance();
        }
        assertThat(branch.tweaks()).isEqualTo(uncut.tweaks());
        for (int step = 0; step <= 150; step++) {
            assertThat(branch.cost(step)).isEqualTo(uncut.cost(step));
            assertThat(everything(branch.at(step))).isEqualTo(everything(uncut.at(step)));
        }
    }

    @Test
    void aBranchAtTheNewestStepTakesItsTweaksBack() {
        History parent = momentum().history();
        parent.advance();
        List<Double> before = everything(parent.newest());
        parent.tweak(RATE);
        assertThat(everything(parent.newest())).isNotEqualTo(before);
        assertThat(everything(parent.branch(1, Optional.empty()).newest())).isEqualTo(before);
    }

    @Test
    void neitherParentNorBranchMovesTheOther() {
        List<List<Double>> steps = new ArrayList<>();
        History parent = eventful(steps, 100);
        History branch = parent.branch(50, Optional.empty());
        for (int i = 0; i < 30; i++) {
            branch.advance();
        }
        double costOfBranch = branch.cost(70);
        for (int i = 0; i < 30; i++) {
            parent.advance();
        }
        assertThat(branch.cost(70)).isEqualTo(costOfBranch);
        for (int step = 0; step <= 100; step++) {
            assertThat(parent.cost(step)).isEqualTo(steps.get(step).get(2));
        }
    }

    @Test
    void aRunIsRebuiltFromItsSpecificationAndTweaks() {
        List<List<Double>> steps = new ArrayList<>();
        History history = eventful(steps, 120);
        List<Integer> reached = new ArrayList<>();
        History rebuilt = History.rebuild(
                momentum().spec(),
                momentum().data(),
                Kernels.best(),
                History.BUDGET,
                history.tweaks(),
                120,
                reached::add);
        assertThat(everything(rebuilt.newest())).isEqualTo(steps.get(120));
        assertThat(everything(rebuilt.at(50))).isEqualTo(steps.get(50));
        assertThat(rebuilt.tweaks()).isEqualTo(history.tweaks());
        assertThat(reached).hasSize(120).endsWith(120);
    }

    @Test
    void aStepThatIsNotThereIsRefused() {
        History history = momentum().history();
        assertThatThrownBy(() -> history.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> history.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aRestedRunGoesOnAsIfItHadNot() {
        List<List<Double>> steps = new ArrayList<>();
        History history = eventful(steps, 77);
        long awake = history.bytes();
        history.rest();
        assertThat(history.bytes()).isLessThan(awake);
        assertThat(history.step()).isEqualTo(77);
        assertThat(everything(history.at(77))).isEqualTo(steps.get(77));
        assertThat(everything(history.newest())).isEqualTo(steps.get(77));
        assertThat(history.bytes()).isEqualTo(awake);
        List<List<Double>> uncut = new ArrayList<>();
        eventful(uncut, 90);
        for (int step = 78; step <= 90; step++) {
            history.rest();
            history.advance();
            assertThat(everything(history.newest())).isEqualTo(uncut.get(step));
        }
    }

    @Test
    void aTrimmedHistoryStillKnowsEveryStep() {
        List<List<Double>> steps = new ArrayList<>();
        History history = eventful(steps, 200);
        history.trim(0);
        for (int step = 0; step <= 200; step += 7) {
            assertThat(everything(history.at(step))).isEqualTo(steps.get(step));
        }
    }
}
