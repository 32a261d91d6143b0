package downhill.live.memory;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.memory.MemoryBudget.Answer;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(100, 60);

    private Charge take(String visitor, long bytes) {
        return budget.take(visitor, bytes).orElseThrow();
    }

    @Test
    void oneVisitorDoesNotTakeAll() {
        take("a", 40);
        assertThat(budget.ask("a", 20)).isEqualTo(Answer.GRANTED);
        assertThat(budget.ask("a", 21)).isEqualTo(Answer.VISITOR_FULL);
        assertThat(budget.ask("a", 61)).isEqualTo(Answer.NEVER);
        assertThat(budget.take("a", 21)).isEmpty();
        assertThat(budget.taken("a")).isEqualTo(40);
    }

    @Test
    void allTogetherTakeNoMoreThanThereIs() {
        take("a", 60);
        take("b", 30);
        assertThat(budget.ask("b", 11)).isEqualTo(Answer.ALL_FULL);
        assertThat(budget.take("c", 11)).isEmpty();
        take("c", 10);
        assertThat(budget.taken()).isEqualTo(100);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Charge first = take("a", 60);
        first.close();
        first.close();
        assertThat(budget.taken()).isZero();
        take("a", 60);
        assertThat(budget.taken("a")).isEqualTo(60);
    }

    @Test
    void aChargeGrowsAsFarAsThereIsRoom() {
        Charge charge = take("a", 10);
        assertThat(charge.resize(60)).isTrue();
        assertThat(charge.resize(61)).isFalse();
        assertThat(budget.taken("a")).isEqualTo(60);
        take("b", 40);
        assertThat(charge.resize(20)).isTrue();
        take("b", 15);
        assertThat(charge.resize(60)).isFalse();
        assertThat(budget.taken()).isEqualTo(75);
        charge.close();
        assertThat(budget.taken()).isEqualTo(55);
    }

    @Test
    void aClosedChargeTakesNothingMore() {
        Charge charge = take("a", 10);
        charge.close();
        charge.resize(20);
        charge.close();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void theServersOwnIsChargedEvenWithoutRoom() {
        budget.takeAnyway("", 130);
        assertThat(budget.ask("a", 1)).isEqualTo(Answer.ALL_FULL);
    }
}
