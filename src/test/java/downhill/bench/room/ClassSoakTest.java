package downhill.bench.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The short form of {@code ./run soak class}: it waits for learners who join within a minute, so it belongs to {@code ./test long}. */
@EnabledIfSystemProperty(named = "downhill.long", matches = "true")
class ClassSoakTest {
    @Test
    void noAnswerIsLostWhenTheServerIsKilledInTheMiddle() throws Exception {
        ClassSoak.Outcome outcome = ClassSoak.onOne(20, true);
        assertThat(outcome.lost()).isZero();
        assertThat(outcome.learners()).isEqualTo(20);
    }
}
