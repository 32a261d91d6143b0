package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.archive.LaunchArchive;
import downhill.live.archive.Outbox;
import downhill.live.archive.Outbox.Waiting;
import downhill.live.archive.SavedLaunch;
import downhill.live.launch.Gradebook.Outcome;
import downhill.live.launch.Happening;
import downhill.live.launch.Happening.Verb;
import downhill.live.launch.LaunchKeys;
import downhill.live.launch.Launches;
import downhill.live.launch.ScoreSender;
import downhill.live.launch.Statements;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Launches in the store on each database that it knows; the subclasses say which. */
abstract class LaunchStoreTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final Optional<URI> COLUMN = Optional.of(URI.create("https://platform.example/1/lineitem?type=1"));
    private static final String NAME = "'; DROP TABLE launches; --";

    private Store store;
    private LaunchArchive launches;

    abstract StoreSettings settings();

    @BeforeEach
    void begin() {
        store = Store.open(settings());
        launches = store.launches();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SavedLaunch launch(String id, Optional<URI> column, Instant now) {
        return SavedLaunch.of(id, "moodle", "1", NAME, column, "the-hill", now);
    }

    @Test
    void aLaunchComesBackAsItWasKept() {
        SavedLaunch one = launch("one", COLUMN, MONDAY);
        launches.open(one);
        launches.open(launch("two", Optional.empty(), MONDAY));
        assertThat(launches.find("one")).contains(one);
        assertThat(launches.find("two").orElseThrow().lineitem()).isEmpty();
        assertThat(launches.find("three")).isEmpty();
        SavedLaunch done = one.with(Set.of("scene-1", "question-x"), 2, 9, TUESDAY, Optional.of(TUESDAY));
        assertThat(launches.change(one, done)).isTrue();
        assertThat(launches.find("one")).contains(done);
        assertThat(launches.change(one, done)).isFalse();
        launches.open(launch("one", Optional.empty(), TUESDAY));
        SavedLaunch again = launches.find("one").orElseThrow();
        assertThat(again.done()).containsExactly("question-x", "scene-1");
        assertThat(again.lineitem()).isEmpty();
        assertThat(again.due()).contains(TUESDAY);
    }

    @Test
    void aScoreIsClaimedOnceAndSettledUnlessANewerOneIsDue() {
        SavedLaunch one = launch("one", COLUMN, MONDAY);
        launches.open(one);
        SavedLaunch due = one.with(Set.of("scene-1"), 1, 9, MONDAY, Optional.of(MONDAY));
        launches.change(one, due);
        assertThat(launches.due(MONDAY.minusMillis(1), 10)).isEmpty();
        assertThat(launches.due(MONDAY, 10)).containsExactly(due);
        assertThat(launches.claim(due, TUESDAY)).isTrue();
        assertThat(launches.claim(due, TUESDAY)).isFalse();
        assertThat(launches.find("one").orElseThrow().tries()).isEqualTo(1);
        SavedLaunch newer = due.with(Set.of("scene-1", "scene-2"), 2, 9, MONDAY, Optional.of(MONDAY));
        assertThat(launches.change(due, newer)).isTrue();
        launches.settle(due, TUESDAY);
        assertThat(launches.due(MONDAY, 10)).containsExactly(newer);
        launches.claim(newer, TUESDAY);
        launches.settle(newer, TUESDAY);
        assertThat(launches.due(TUESDAY, 10)).isEmpty();
    }

    @Test
    void aLoginIsUsedOnceAndForgottenWithTheOldLaunches() {
        assertThat(launches.use("nonce", MONDAY)).isTrue();
        assertThat(launches.use("nonce", TUESDAY)).isFalse();
        assertThat(launches.use("another", TUESDAY)).isTrue();
        launches.open(launch("old", COLUMN, MONDAY));
        launches.open(launch("new", COLUMN, TUESDAY));
        launches.forget(TUESDAY, TUESDAY);
        assertThat(launches.find("old")).isEmpty();
        assertThat(launches.find("new")).isPresent();
        assertThat(launches.use("nonce", TUESDAY)).isTrue();
        assertThat(launches.use("another", TUESDAY)).isFalse();
    }

    @Test
    void theKeyPairIsMadeOnce() {
        byte[] key = launches.key(() -> new byte[] {1, 2, 3});
        assertThat(launches.key(() -> new byte[] {4})).isEqualTo(key);
        assertThat(store.secret()).isNotEqualTo(key).isEqualTo(store.secret());
    }

    @Test
    void aScoreThatWaitsIsSentAfterARestart() throws InterruptedException {
        SavedLaunch one = launch("one", COLUMN, MONDAY);
        launches.open(one);
        launches.change(one, one.with(Set.of("scene-1"), 1, 9, MONDAY, Optional.of(MONDAY)));
        store.close();
        store = Store.open(settings());
        launches = store.launches();
        BlockingQueue<SavedLaunch> sent = new LinkedBlockingQueue<>();
        Clock clock = Clock.fixed(TUESDAY, java.time.ZoneOffset.UTC);
        var sender = new ScoreSender(
                launches,
                launch -> {
                    sent.add(launch);
                    return Outcome.SENT;
                },
                Duration.ofDays(180),
                clock);
        try (var all = new Launches(
                launches,
                new LaunchKeys(new byte[32], clock),
                Map.of(),
                sender,
                Statements.none(launches.outbox()),
                clock)) {
            assertThat(List.of(sent.poll(60, TimeUnit.SECONDS)))
                    .extracting(SavedLaunch::learner, SavedLaunch::score)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(NAME, 1));
            assertThat(all).isNotNull();
        }
    }

    private static Happening happening(int number) {
        return new Happening(
                new UUID(0, number),
                Verb.ANSWERED,
                "https://platform.example",
                NAME,
                "the-hill",
                Optional.of("which-way"),
                number % 2 == 0 ? Optional.of(true) : Optional.empty(),
                MONDAY.plusMillis(number));
    }

    @Test
    void statementsWaitInOrderInALimitedNumberAndOneServerSendsThem() {
        Outbox outbox = launches.outbox();
        assertThat(outbox.add(new Waiting("b", 2, NAME), 2)).isTrue();
        assertThat(outbox.add(new Waiting("a", 1, ""), 2)).isTrue();
        assertThat(outbox.add(new Waiting("c", 3, ""), 2)).isFalse();
        assertThat(outbox.oldest(9)).containsExactly(new Waiting("a", 1, ""), new Waiting("b", 2, NAME));
        assertThat(outbox.lead("one", MONDAY, MONDAY.plusSeconds(30))).isTrue();
        assertThat(outbox.lead("two", MONDAY.plusSeconds(30), TUESDAY)).isFalse();
        assertThat(outbox.lead("one", MONDAY.plusSeconds(30), MONDAY.plusSeconds(60)))
                .isTrue();
        assertThat(outbox.lead("two", MONDAY.plusSeconds(61), TUESDAY)).isTrue();
        outbox.release("one");
        assertThat(outbox.lead("one", MONDAY.plusSeconds(62), TUESDAY)).isFalse();
        outbox.release("two");
        assertThat(outbox.lead("one", MONDAY.plusSeconds(62), TUESDAY)).isTrue();
        outbox.remove(outbox.oldest(1));
        outbox.forget(Instant.ofEpochMilli(2));
        assertThat(outbox.oldest(9)).containsExactly(new Waiting("b", 2, NAME));
        outbox.forget(Instant.ofEpochMilli(3));
        assertThat(outbox.oldest(9)).isEmpty();
        outbox.release("one");
    }

    @Test
    void statementsOfAServerThatDiedAreSentInTheirOrder() throws InterruptedException {
        var asked = new CountDownLatch(1);
        Statements dead = Statements.to(
                some -> {
                    asked.countDown();
                    return false;
                },
                launches.outbox(),
                Clock.fixed(MONDAY, ZoneOffset.UTC));
        List<Happening> all =
                IntStream.range(0, 120).mapToObj(LaunchStoreTest::happening).toList();
        all.forEach(dead::add);
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        // The dead server gives nothing back: its lease must run out.
        store.close();
        store = Store.open(settings());
        launches = store.launches();
        BlockingQueue<Happening> sent = new LinkedBlockingQueue<>();
        try (var next = Statements.to(sent::addAll, launches.outbox(), Clock.fixed(TUESDAY, ZoneOffset.UTC))) {
            for (Happening expected : all) {
                assertThat(Optional.ofNullable(sent.poll(60, TimeUnit.SECONDS))).contains(expected);
            }
            assertThat(next).isNotNull();
        } finally {
            dead.close();
        }
    }
}
