package downhill.live.launch;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.archive.LaunchArchive;
import downhill.live.archive.NoArchive;
import downhill.live.archive.SavedLaunch;
import downhill.live.launch.Gradebook.Outcome;
import downhill.live.room.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Scores are sent when they are due, and tried again a limited number of times. */
class ScoreSenderTest {
    private static final Duration KEEP = Duration.ofDays(180);

    private final TestClock clock = new TestClock();
    private final LaunchArchive archive = new NoArchive().launches();
    private final List<Integer> sent = new ArrayList<>();
    private Outcome outcome = Outcome.SENT;
    private final ScoreSender sender = new ScoreSender(archive, this::take, KEEP, clock);

    private synchronized Outcome take(SavedLaunch launch) {
        sent.add(launch.score());
        return outcome;
    }

    private SavedLaunch opened(String id) {
        var launch = SavedLaunch.of(
                id,
                "test",
                "1",
                "learner",
                Optional.of(URI.create("https://platform.example/1")),
                "the-hill",
                TestClock.MONDAY);
        archive.open(launch);
        return launch;
    }

    private SavedLaunch due(SavedLaunch before, int score, Instant when) {
        var parts = new java.util.TreeSet<>(before.done());
        parts.add("scene-" + score);
        SavedLaunch after = before.with(parts, score, 5, clock.instant(), Optional.of(when));
        assertThat(archive.change(before, after)).isTrue();
        return after;
    }

    @Test
    void aScoreIsSentOnceItIsDue() throws InterruptedException {
        due(opened("one"), 1, TestClock.MONDAY.plusSeconds(30));
        sender.sendDue();
        assertThat(sent).isEmpty();
        clock.pass(Duration.ofSeconds(30));
        sender.sendDue();
        sender.sendDue();
        assertThat(sent).containsExactly(1);
        assertThat(archive.find("one").orElseThrow().due()).isEmpty();
    }

    @Test
    void aPlatformThatIsAwayIsTriedAgainLaterEachTimeAndGivenUpInTheEnd() throws InterruptedException {
        outcome = Outcome.LATER;
        due(opened("one"), 1, TestClock.MONDAY);
        List<Long> pauses = new ArrayList<>();
        for (Optional<Instant> next = Optional.of(TestClock.MONDAY);
                next.isPresent();
                next = archive.find("one").orElseThrow().due()) {
            Duration pause = Duration.between(clock.instant(), next.get());
            pauses.add(pause.toSeconds());
            clock.pass(pause);
            sender.sendDue();
        }
        assertThat(sent).hasSize(16);
        assertThat(pauses).startsWith(0L, 30L, 60L, 120L, 240L).isSorted();
        assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(6).toSeconds());
        assertThat(Duration.between(TestClock.MONDAY, clock.instant()))
                .isBetween(Duration.ofDays(1), Duration.ofDays(3));
    }

    @Test
    void aRefusedScoreIsNotSentAgain() throws InterruptedException {
        outcome = Outcome.REFUSED;
        due(opened("one"), 1, TestClock.MONDAY);
        sender.sendDue();
        clock.pass(Duration.ofDays(1));
        sender.sendDue();
        assertThat(sent).containsExactly(1);
    }

    @Test
    void aNewScoreDuringTheSendingIsNotLost() throws InterruptedException {
        SavedLaunch first = due(opened("one"), 1, TestClock.MONDAY);
        var during = new ScoreSender(
                archive,
                launch -> {
                    if (launch.score() == 1) {
                        due(first, 2, TestClock.MONDAY);
                    }
                    return take(launch);
                },
                KEEP,
                clock);
        during.sendDue();
        during.sendDue();
        during.close();
        assertThat(sent).containsExactly(1, 2);
    }

    @Test
    void oneOfSeveralServersSendsAScore() {
        SavedLaunch launch = due(opened("one"), 1, TestClock.MONDAY);
        assertThat(archive.claim(launch, TestClock.MONDAY.plusSeconds(30))).isTrue();
        assertThat(archive.claim(launch, TestClock.MONDAY.plusSeconds(31))).isFalse();
        assertThat(archive.due(TestClock.MONDAY, 10)).isEmpty();
        assertThat(archive.due(TestClock.MONDAY.plusSeconds(30), 10)).hasSize(1);
    }

    @Test
    void manyScoresAreAllSent() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            due(opened("learner " + i), 1, TestClock.MONDAY);
        }
        sender.sendDue();
        assertThat(sent).hasSize(100);
        assertThat(Set.copyOf(sent)).containsExactly(1);
    }
}
