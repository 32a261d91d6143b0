package downhill.train.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StopConditionsTest {
    private static final OptionalDouble NOTHING = OptionalDouble.empty();
    private static final StopConditions ALL =
            new StopConditions(OptionalDouble.of(0.1), OptionalDouble.of(0.9), OptionalInt.of(50), false);

    @Test
    void eachConditionStopsAtItsOwnLimit() {
        assertThat(ALL.at(7, OptionalDouble.of(0.1), OptionalDouble.of(0.9))).isEmpty();
        assertThat(ALL.at(7, OptionalDouble.of(0.0999), OptionalDouble.of(0.5))).contains(new Stop.CostBelow(7, 0.1));
        assertThat(ALL.at(7, OptionalDouble.of(1), OptionalDouble.of(0.95))).contains(new Stop.AccuracyAbove(7, 0.9));
        assertThat(ALL.at(50, NOTHING, NOTHING)).contains(new Stop.AtStep(50));
        assertThat(ALL.at(51, NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void aConditionThatHoldsAlreadyDoesNotStopTheRunAgain() {
        StopConditions open = ALL.open(OptionalDouble.of(0.05), OptionalDouble.of(0.5));
        assertThat(open.costBelow()).isEmpty();
        assertThat(open.accuracyAbove()).hasValue(0.9);
        assertThat(open.step()).hasValue(50);
        assertThat(StopConditions.NONE.needScores()).isFalse();
    }
}
