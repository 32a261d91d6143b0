package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.live.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    /** Work without an end, which reports when it began and when it gave up. */
    private static final class Endless implements Callable<Boolean> {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch gaveUp = new CountDownLatch(1);

        @Override
        public Boolean call() {
            begun.countDown();
            try {
                while (true) {
                    Workers.checkpoint();
                    Thread.onSpinWait();
                }
            } catch (CancellationException e) {
                gaveUp.countDown();
                throw e;
            }
        }
    }

    @Test
    void aTasksResultAndItsFailureReachTheOneWhoWaits() throws Exception {
        try (Workers workers = new Workers(1)) {
            assertThat(workers.<Integer>call("", () -> 42)).isEqualTo(42);
            assertThatThrownBy(() -> workers.call("", () -> {
                        throw new ConflictException("no");
                    }))
                    .isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingStopsTheWork() throws Exception {
        try (Workers workers = new Workers(1)) {
            var endless = new Endless();
            Thread waiting = Thread.startVirtualThread(() -> {
                try {
                    workers.call("", endless);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            endless.begun.await();
            waiting.interrupt();
            assertThat(endless.gaveUp.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(workers.<Boolean>call("", () -> true)).isTrue();
        }
    }

    @Test
    void closingStopsWhatIsComputedAndWhatWaits() throws Exception {
        var workers = new Workers(1);
        var endless = new Endless();
        Future<Boolean> computed = workers.start("", endless);
        endless.begun.await();
        Future<Boolean> waiting = workers.start("", () -> true);
        workers.close();
        assertThat(endless.gaveUp.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(computed::get).hasRootCauseInstanceOf(CancellationException.class);
        assertThat(waiting.isCancelled()).isTrue();
        assertThatThrownBy(() -> workers.call("", () -> true)).isInstanceOf(BusyException.class);
    }

    @Test
    void tooMuchWaitingWorkIsRefused() throws Exception {
        try (Workers workers = new Workers(1)) {
            var endless = new Endless();
            List<Future<Boolean>> accepted = new ArrayList<>(List.of(workers.start("", endless)));
            endless.begun.await();
            assertThatThrownBy(() -> {
                        while (accepted.size() < 1000) {
                            accepted.add(workers.start("", () -> true));
                        }
                    })
                    .isInstanceOf(BusyException.class);
            assertThat(accepted).hasSizeGreaterThan(10).noneMatch(Future::isDone);
        }
    }
}
