package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FairQueueTest {
    private final FairQueue<Integer> queue = new FairQueue<>(2);

    private List<Integer> taken(int count) throws InterruptedException {
        List<Integer> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FairQueue.Entry<Integer> next = queue.take();
            tasks.add(next.task());
            queue.done(next.share());
        }
        return tasks;
    }

    @Test
    void everybodysNextTaskHasItsTurnInRotation() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            queue.add("ann", i);
        }
        queue.add("bob", 100);
        queue.add("eve", 200);
        queue.add("bob", 101);
        assertThat(taken(8)).containsExactly(0, 100, 200, 1, 101, 2, 3, 4);
    }

    @Test
    void nobodyHasMoreThreadsThanAllowed() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            queue.add("ann", i);
        }
        queue.add("bob", 100);
        assertThat(queue.take().task()).isEqualTo(0);
        assertThat(queue.take().task()).isEqualTo(100);
        assertThat(queue.take().task()).isEqualTo(1);
        queue.add("bob", 101);
        assertThat(queue.take().task()).isEqualTo(101);
        assertThat(queue.running()).isEqualTo(4);
        queue.done("ann");
        assertThat(queue.take().task()).isEqualTo(2);
    }

    @Test
    void whoHasTooMuchWaitingIsRefusedAndNobodyElseIs() {
        for (int i = 0; i < FairQueue.MOST_EACH; i++) {
            assertThat(queue.add("ann", i)).isTrue();
        }
        assertThat(queue.add("ann", 99)).isFalse();
        assertThat(queue.add("bob", 0)).isTrue();
        assertThat(queue.drain()).hasSize(FairQueue.MOST_EACH + 1);
    }

    @Test
    void allTogetherHaveABound() {
        for (int i = 0; i < FairQueue.MOST; i++) {
            assertThat(queue.add("visitor " + i % 100, i)).isTrue();
        }
        assertThat(queue.add("another", 0)).isFalse();
    }
}
