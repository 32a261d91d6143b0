package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TaskProgressTest {
    private final TaskProgress progress = new TaskProgress();

    private void report(double share) {
        progress.during(() -> {
            TaskProgress.watch().done(share);
            return true;
        });
    }

    @Test
    void nothingIsKnownBeforeTheFirstReport() {
        assertThat(progress.share()).isEmpty();
    }

    @Test
    void theShareNeverFallsAndStaysWithinTheWhole() {
        report(0.5);
        report(0.25);
        assertThat(progress.share()).hasValue(0.5);
        report(1.5);
        assertThat(progress.share()).hasValue(1);
    }

    @Test
    void aWorkerReportsToTheRequestThatAskedIt() throws Exception {
        try (Workers workers = new Workers(1)) {
            progress.during(() -> workers.call("", () -> {
                TaskProgress.watch().done(0.4);
                return true;
            }));
        }
        assertThat(progress.share()).hasValue(0.4);
    }

    @Test
    void workThatNobodyFollowsReportsToNobody() throws Exception {
        try (Workers workers = new Workers(1)) {
            progress.during(() -> workers.call("", () -> true));
            workers.call("", () -> {
                TaskProgress.watch().done(0.4);
                return true;
            });
        }
        assertThat(progress.share()).isEmpty();
    }

    @Test
    void anotherThreadMayReportByTheWatchOfTheRequest() throws InterruptedException {
        Watch watch = progress.during(TaskProgress::watch);
        Thread.startVirtualThread(() -> watch.done(0.7)).join();
        assertThat(progress.share()).hasValue(0.7);
    }

    @Test
    void aPartOfTheWorkFillsItsPartOfTheWhole() {
        progress.during(() -> TaskProgress.between(0.5, 0.75, () -> {
            TaskProgress.watch().done(0.5);
            return true;
        }));
        assertThat(progress.share()).hasValue(0.625);
    }

    @Test
    void aRequestThatWaitsForAnotherHasItsProgress() {
        var working = new TaskProgress();
        progress.during(() -> {
            TaskProgress.follow(working);
            return true;
        });
        assertThat(progress.share()).isEmpty();
        working.during(() -> {
            TaskProgress.watch().done(0.3);
            return true;
        });
        assertThat(progress.share()).hasValue(0.3);
    }
}
