package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.work.Turns.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order of turns, on a clock that the test moves. */
@Timeout(20)
class TurnsTest {
    private static final long SLICE = 3_000_000;
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Turns turns = new Turns(now::get);

    private record Run(String share) implements Trainable {
        @Override
        public void turn(long slice) {
            throw new AssertionError("nobody trains here");
        }

        @Override
        public boolean isHeavy() {
            return false;
        }

        @Override
        public void end() {
            throw new AssertionError("nobody fails here");
        }
    }

    private void add(Trainable run, long due) {
        turns.add(new Turn(run, run.share(), due));
    }

    @Test
    void turnsOfOneShareComeInTheOrderInWhichTheyAreDue() throws InterruptedException {
        List<Long> dues = List.of(5L, 1L, 4L, 2L);
        dues.forEach(due -> add(new Run("ann"), due));
        now.set(10);
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            taken.add(turns.take().due());
        }
        assertThat(taken).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void aVisitorWithAHundredRunsGetsNoMoreTimeThanOneWithASingleRun() throws InterruptedException {
        Collections.nCopies(100, new Run("many")).forEach(run -> add(run, 0));
        add(new Run("one"), 0);
        Map<String, Long> used = new HashMap<>();
        while (now.get() < SECOND) {
            Turn turn = turns.take();
            now.addAndGet(SLICE);
            used.merge(turn.share(), SLICE, Long::sum);
            add(turn.run(), now.get());
            turns.used(turn, SLICE);
        }
        assertThat(used.get("one")).isBetween(SECOND / 2 - 2 * SLICE, SECOND / 2 + 2 * SLICE);
    }

    @Test
    void thePacedStepsOfOneComeInTimeBesideAHundredRunsAtFullSpeed() throws InterruptedException {
        Collections.nCopies(100, new Run("many")).forEach(run -> add(run, 0));
        Run paced = new Run("paced");
        add(paced, 0);
        long latest = 0;
        int steps = 0;
        while (now.get() < SECOND) {
            Turn turn = turns.take();
            if (turn.run().equals(paced)) {
                latest = Math.max(latest, now.get() - turn.due());
                now.addAndGet(50_000);
                add(paced, turn.due() + SECOND / 20);
                turns.used(turn, 50_000);
                steps++;
            } else {
                now.addAndGet(SLICE);
                add(turn.run(), now.get());
                turns.used(turn, SLICE);
            }
        }
        assertThat(steps).isEqualTo(20);
        assertThat(latest).as("the longest delay").isLessThanOrEqualTo(SLICE);
    }

    @Test
    void whoComesBackAfterAPauseHasSavedNothingUp() throws InterruptedException {
        add(new Run("ann"), 0);
        for (int i = 0; i < 100; i++) {
            Turn turn = turns.take();
            now.addAndGet(SLICE);
            add(turn.run(), now.get());
            turns.used(turn, SLICE);
        }
        add(new Run("bob"), now.get());
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            Turn turn = turns.take();
            now.addAndGet(SLICE);
            counts.merge(turn.share(), 1, Integer::sum);
            add(turn.run(), now.get());
            turns.used(turn, SLICE);
        }
        assertThat(counts.get("bob")).isBetween(9, 11);
    }

    @Test
    void aTurnThatIsTakenBackDoesNotCome() throws InterruptedException {
        var first = new Turn(new Run("ann"), "ann", 0);
        var second = new Turn(new Run("ann"), "ann", 1);
        var later = new Turn(new Run("bob"), "bob", 100);
        List.of(first, second, later).forEach(turns::add);
        now.set(2);
        assertThat(turns.take()).isSameAs(first);
        assertThat(turns.remove(second)).isTrue();
        assertThat(turns.remove(second)).isFalse();
        assertThat(turns.remove(later)).isTrue();
        assertThat(turns.size()).isZero();
    }
}
