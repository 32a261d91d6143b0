package downhill.live.launch;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.archive.NoArchive;
import downhill.live.archive.Outbox;
import downhill.live.launch.Happening.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Statements wait for their store, in order and in a limited number, and nobody waits for them. */
class StatementQueueTest {
    private static final int LIMIT_SECONDS = 60;

    private final Outbox outbox = new NoArchive().launches().outbox();

    private static Happening happening(int number) {
        return new Happening(
                new UUID(0, number),
                Verb.STARTED,
                "https://platform.example",
                "learner",
                "the-hill",
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH.plusMillis(number));
    }

    private static Statements to(Outbox outbox, StatementStore store) {
        return Statements.to(store, outbox, Clock.systemUTC());
    }

    private static List<Long> numbers(List<Happening> some) {
        return some.stream().map(each -> each.id().getLeastSignificantBits()).toList();
    }

    @Test
    void aBatchThatFailsIsSentAgainBeforeTheNext() throws InterruptedException {
        var tries = new AtomicInteger();
        BlockingQueue<List<Long>> sent = new LinkedBlockingQueue<>();
        try (var statements = to(outbox, some -> tries.incrementAndGet() > 1 && sent.add(numbers(some)))) {
            statements.add(happening(1));
            statements.add(happening(2));
            var all = new ArrayList<Long>();
            while (all.size() < 2) {
                all.addAll(Optional.ofNullable(sent.poll(LIMIT_SECONDS, TimeUnit.SECONDS))
                        .orElseThrow());
            }
            assertThat(all).containsExactly(1L, 2L);
        }
    }

    @Test
    void newOnesAreDroppedWhereThereIsNoRoomAndAddingNeverWaits() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        BlockingQueue<List<Long>> sent = new LinkedBlockingQueue<>();
        try (var statements = to(outbox, some -> {
            begun.countDown();
            open.await();
            return sent.add(numbers(some));
        })) {
            statements.add(happening(0));
            assertThat(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i <= Statements.ROOM + 500; i++) {
                statements.add(happening(i));
            }
            open.countDown();
            var all = new ArrayList<Long>();
            while (all.size() < Statements.ROOM) {
                List<Long> batch = Optional.ofNullable(sent.poll(LIMIT_SECONDS, TimeUnit.SECONDS))
                        .orElseThrow();
                assertThat(batch).hasSizeLessThanOrEqualTo(Statements.MOST_AT_ONCE);
                all.addAll(batch);
            }
            assertThat(all).hasSize(Statements.ROOM).isSorted().endsWith((long) Statements.ROOM - 1);
        }
    }

    @Test
    void nothingIsKeptWithoutAStore() {
        try (var statements = Statements.none(outbox)) {
            statements.add(happening(1));
            assertThat(statements.isOn()).isFalse();
        }
    }
}
