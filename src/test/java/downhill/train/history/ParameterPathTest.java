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

    private static void isThePath(List<Waypoint> points, History history, int end) {
        assertThat(points.getFirst().step()).isZero();
        assertThat(points.getLast().step()).isEqualTo(end);
        assertThat(points).extracting(Waypoint::step).isSorted().doesNotHaveDuplicates();
        for (Waypoint point : points) {
            assertThat(point.parameters())
                    .isEqualTo(history.at(point.step()).network().parameters().values());
        }
    }

    @Test
    void aShortWayHasEveryStep() {
        History history = history();
        ParameterPath path = history.parameterPath(7);
        List<Waypoint> points = path.waypoints(path.destination(() -> {}), 20, () -> {});
        assertThat(points).extracting(Waypoint::step).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        isThePath(points, history, 7);
    }

    @Test
    void aLongWayHasEvenlySpacedSteps() {
        History history = history();
        ParameterPath path = history.parameterPath(8500);
        List<Waypoint> points = path.waypoints(path.destination(() -> {}), 18, () -> {});
        assertThat(points).hasSize(18);
        assertThat(points.get(9).step()).isEqualTo(4500);
        isThePath(points, history, 8500);
    }

    @Test
    void aWayThatIsTooFarToWalkHasTheStepsThatAreRemembered() {
        History history = history();
        ParameterPath path = history.parameterPath(8500);
        List<Waypoint> points = path.waypoints(path.destination(() -> {}), 18, 0, () -> {});
        assertThat(points).hasSizeBetween(3, 18);
        isThePath(points, history, 8500);
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
