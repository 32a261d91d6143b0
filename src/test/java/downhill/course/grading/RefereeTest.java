package downhill.course.grading;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Goal;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.json.RunSpecReader;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RefereeTest {
    private static final Goal.OnRun UPHILL = new Goal.OnRun(
            Optional.empty(),
            OptionalInt.empty(),
            false,
            List.of(),
            List.of(),
            OptionalInt.empty(),
            true,
            List.of(),
            Optional.empty());

    private static History run(int batch) {
        RunSpec spec = RunSpecReader.read("""
                {"seed": 3, "data": {"name": "circle", "count": 100, "testShare": 0}, "network": {"layers": [2, 4, 1]},
                 "batch": {"size": %d, "shuffle": true}, "optimizer": {"learningRate": 0.5}}""".formatted(batch).getBytes(StandardCharsets.UTF_8));
        return new History(spec, DataSets.build((DataSpec.BuiltIn) spec.data(), 1));
    }

    /** Checked against the costs of the run's own next step. */
    @Test
    void aStepIsUphillWhereTheNextCostOfAllExamplesIsHigher() {
        History history = run(1);
        int uphill = 0;
        for (int step = 0; step < 60; step++) {
            boolean met = Referee.onRun(UPHILL, history).met();
            double before = history.newest().evaluateTraining().cost();
            history.advance();
            double after = history.newest().evaluateTraining().cost();
            assertThat(met).as("step " + step).isEqualTo(after > before);
            uphill += met ? 1 : 0;
        }
        assertThat(uphill).isBetween(10, 50);
    }

    @Test
    void noStepOfTheWholeSetIsUphillAtASmallRate() {
        History history = run(0);
        for (int step = 0; step < 60; step++) {
            assertThat(Referee.onRun(UPHILL, history).met()).isFalse();
            history.advance();
        }
    }

    @Test
    void aShareOfUnseenExamplesIsThatOfTheShownStep() {
        RunSpec spec = RunSpecReader.read("""
                {"seed": 3, "data": {"name": "circle", "count": 100, "testShare": 0.5}, "network": {"layers": [2, 4, 1]}}""".getBytes(StandardCharsets.UTF_8));
        History history = new History(spec, DataSets.build((DataSpec.BuiltIn) spec.data(), 1));
        double share = history.newest().evaluateTest().accuracy().orElseThrow();
        assertThat(Referee.onRun(unseenAbove(share - 0.01), history).met()).isTrue();
        Attempt missed = Referee.onRun(unseenAbove(share + 0.01), history);
        assertThat(missed.met()).isFalse();
        assertThat(missed.found()).startsWith("At step 0 the network gets ").contains(" of 50 unseen examples right");
    }

    @Test
    void aCostWithoutAnyStepIsThatBeforeTheFirst() {
        History history = run(0);
        double cost = history.newest().cost();
        assertThat(Referee.onRun(costBelow(cost + 0.01), history).found())
                .startsWith("The cost was ")
                .endsWith(" before the first step.");
        assertThat(Referee.onRun(costBelow(cost / 2), history).found())
                .startsWith("The cost before the first step is ");
        history.advance();
        assertThat(Referee.onRun(costBelow(cost / 100), history).found()).startsWith("The cost after 1 step is ");
    }

    private static Goal.OnRun costBelow(double bound) {
        return new Goal.OnRun(
                Optional.of(new Goal.Bound(OptionalDouble.empty(), OptionalDouble.of(bound))),
                OptionalInt.empty(),
                false,
                List.of(),
                List.of(),
                OptionalInt.empty(),
                false,
                List.of(),
                Optional.empty());
    }

    private static Goal.OnRun unseenAbove(double share) {
        return new Goal.OnRun(
                Optional.empty(),
                OptionalInt.empty(),
                false,
                List.of(),
                List.of(),
                OptionalInt.empty(),
                false,
                List.of(),
                Optional.of(new Goal.Bound(OptionalDouble.of(share), OptionalDouble.empty())));
    }
}
