package downhill.train.history;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Kernels;
import downhill.train.Specs;
import downhill.train.history.ParameterPath.Waypoint;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterPathTest {
    private static History history() {
        Specs specs = Specs.xor(2, 3, 1).batch(3, true, BatchSpec.Reduce.MEAN);
        var history = new History(specs.spec(), specs.data(), Kernels.plain(), History.BUDGET);
        for (int step = 0; step < 9000; step++) {
            if (step == 3) {
                history.tweak(Tweak.learningRate(0.7));
            }
            history.advance();
        }
        return history;
    }

    private static void isTheWay(List<Waypoint> way, History history, int end) {
        assertThat(way.getFirst().step()).isZero();
        assertThat(way.getLast().step()).isEqualTo(end);
        assertThat(way).extracting(Waypoint::step).isSorted().doesNotHaveDuplicates();
        for (Waypoint point : way) {
            assertThat(point.parameters())
                    .isEqualTo(history.at(point.step()).network().parameters().values());
        }
    }

    @Test
    void aShortWayHasEveryStep() {
        History history = history();
        ParameterPath path = history.parameterPath(7);
        List<Waypoint> way = path.waypoints(path.destination(() -> {}), 20, () -> {});
        assertThat(way).extracting(Waypoint::step).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        isTheWay(way, history, 7);
    }

    @Test
    void aLongWayHasEvenlySpacedSteps() {
        History history = history();
        ParameterPath path = history.parameterPath(8500);
        List<Waypoint> way = path.waypoints(path.destination(() -> {}), 18, () -> {});
        assertThat(way).hasSize(18);
        assertThat(way.get(9).step()).isEqualTo(4500);
        isTheWay(way, history, 8500);
    }

    @Test
    void aWayThatIsTooFarToWalkHasTheStepsThatAreRemembered() {
        History history = history();
        ParameterPath path = history.parameterPath(8500);
        List<Waypoint> way = path.waypoints(path.destination(() -> {}), 18, 0, () -> {});
        assertThat(way).hasSizeBetween(3, 18);
        isTheWay(way, history, 8500);
    }

    @Test
    void aJourneyIsWhatTheRunHadDoneWhenItWasAskedFor() {
        History history = history();
        ParameterPath path = history.parameterPath(9000);
        double[] there = history.newest().network().parameters().values().clone();
        history.tweak(Tweak.learningRate(3));
        history.advance();
        Run destination = path.destination(() -> {});
        assertThat(destination.step()).isEqualTo(9000);
        assertThat(destination.network().parameters().values()).isEqualTo(there);
    }
}
