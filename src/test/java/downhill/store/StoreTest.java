package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Table;
import downhill.json.SavedJson;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Claim;
import downhill.live.archive.Lease;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.archive.SavedRun;
import downhill.train.history.StopConditions;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store on each database that it knows; the subclasses say which. */
abstract class StoreTest {
    static final RunSpec XOR = SavedJson.readSpec("""
            {"seed": 3, "data": {"name": "xor"}, "network": {"layers": [2, 3, 1]}, "optimizer": {"name": "adam"}}""");

    private static final Lease ONE = new Lease("one", 1);
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final LoggedTweak RATE = new LoggedTweak(5, Tweak.learningRate(0.1 + 0.2));
    private static final LoggedTweak LATER = new LoggedTweak(9, Tweak.learningRate(1e-300));

    private Store store;

    abstract StoreSettings settings();

    private Store open() {
        return Store.open(settings());
    }

    @BeforeEach
    void begin() {
        store = open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    static SavedRun run(String id, String visitor, LoggedTweak... tweaks) {
        return new SavedRun(id, "view of " + id, visitor, Optional.of("parent"), XOR, List.of(tweaks), paused(0));
    }

    private static Progress paused(int step) {
        return new Progress(step, false, OptionalDouble.empty());
    }

    @Test
    void aRunIsFoundAgainAsItWasKept() {
        store.add(run("one", "v", RATE), MONDAY);
        assertThat(store.find("one")).contains(run("one", "v", RATE));
        assertThat(store.find("other")).isEmpty();
        assertThat(store.findView("view of one")).contains(run("one", "v", RATE));
        assertThat(store.findView("one")).isEmpty();

        store.addTweak(ONE, 1, LATER);
        Progress playing = new Progress(70, false, OptionalDouble.of(0.1));
        store.reach(Map.of(ONE, playing), MONDAY);
        assertThat(store.find("one"))
                .contains(new SavedRun(
                        "one", "view of one", "v", Optional.of("parent"), XOR, List.of(RATE, LATER), playing));
        Progress toStop = new Progress(
                75,
                false,
                OptionalDouble.of(0),
                new StopConditions(OptionalDouble.of(0.05), OptionalDouble.of(0.9), OptionalInt.of(500), true));
        store.reach(Map.of(ONE, toStop), MONDAY);
        assertThat(store.find("one").orElseThrow().progress()).isEqualTo(toStop);
        Progress over = new Progress(80, true, OptionalDouble.empty());
        store.reach(Map.of(ONE, over), MONDAY);
        assertThat(store.find("one").orElseThrow().progress()).isEqualTo(over);
    }

    @Test
    void aTweakThatDoesNotFollowTheOnesKeptIsRefusedAndChangesNothing() {
        store.add(run("one", "v", RATE), MONDAY);
        for (int number : List.of(0, 2)) {
            assertThatThrownBy(() -> store.addTweak(ONE, number, LATER)).isInstanceOf(ArchiveException.class);
        }
        assertThatThrownBy(() -> store.addTweak(new Lease("gone", 1), 0, LATER)).isInstanceOf(ArchiveException.class);
        assertThat(store.find("one")).contains(run("one", "v", RATE));
    }

    @Test
    void nothingIsWrittenWithALeaseThatIsLost() {
        Lease old = store.add(run("one", "v"), MONDAY);
        store.addTweak(old, 0, RATE);
        Lease own = ((Claim.Granted) store.claim("one")).lease();
        assertThat(own.token()).isGreaterThan(old.token());

        assertThatThrownBy(() -> store.addTweak(old, 1, LATER)).isInstanceOf(ArchiveException.class);
        assertThat(store.reach(Map.of(old, paused(70)), MONDAY)).containsExactly(old);
        store.addCheckpoint(old, new SavedCheckpoint(0, new byte[] {1}));
        assertThatThrownBy(() -> store.delete(old)).isInstanceOf(ArchiveException.class);
        store.release(List.of(old));
        assertThat(store.find("one")).contains(run("one", "v", RATE));
        assertThat(store.checkpoint("one")).isEmpty();

        store.addTweak(own, 1, LATER);
        assertThat(store.reach(Map.of(own, paused(70)), MONDAY)).isEmpty();
        store.delete(own);
        assertThat(store.claim("one")).isEqualTo(new Claim.Gone());
    }

    @Test
    void aRunForEverybodyIsKeptOnce() {
        store.addShared(run("one", "", RATE), MONDAY);
        store.addShared(run("one", "", RATE), TUESDAY);
        assertThat(store.find("one")).contains(run("one", "", RATE));
        store.forget(TUESDAY);
        assertThat(store.find("one")).isPresent();
    }

    @Test
    void theNewestCheckpointIsKeptAndGoesWithItsRun() {
        store.add(run("one", "v"), MONDAY);
        assertThat(store.checkpoint("one")).isEmpty();
        store.addCheckpoint(new Lease("one", 1), new SavedCheckpoint(0, new byte[] {1, 2}));
        store.addCheckpoint(new Lease("one", 1), new SavedCheckpoint(3, new byte[] {4, 5, 6}));
        SavedCheckpoint kept = store.checkpoint("one").orElseThrow();
        assertThat(kept.tweaks()).isEqualTo(3);
        assertThat(kept.state()).containsExactly(4, 5, 6);

        store.delete(ONE);
        assertThat(store.find("one")).isEmpty();
        assertThat(store.checkpoint("one")).isEmpty();
        store.addCheckpoint(new Lease("one", 1), new SavedCheckpoint(3, new byte[] {4}));
        assertThat(store.checkpoint("one")).isEmpty();
        assertThat(store.bytes()).isZero();
    }

    @Test
    void aVisitorsOldestGoWhenTheirPartIsFullAndNobodyElses() {
        for (String id : List.of("first", "second", "third")) {
            store.add(run(id, "v"), MONDAY);
        }
        store.add(run("another's", "w"), MONDAY);
        store.addCheckpoint(new Lease("first", 1), new SavedCheckpoint(0, new byte[100_000]));
        store.addCheckpoint(new Lease("second", 1), new SavedCheckpoint(0, new byte[100_000]));
        store.reach(Map.of(new Lease("first", 1), paused(1)), TUESDAY);
        assertThat(store.bytes("v")).isBetween(200_000L, 203_000L);
        assertThat(store.bytes()).isGreaterThan(store.bytes("v"));

        store.shrink("v", 150_000);
        assertThat(store.find("second")).isEmpty();
        assertThat(store.find("first")).isPresent();
        assertThat(store.find("another's")).isPresent();
        assertThat(store.bytes("v")).isLessThan(150_000);
    }

    @Test
    void whatNobodyAskedForIsForgotten() {
        store.add(run("old", "v"), MONDAY);
        store.add(run("young", "v"), TUESDAY);
        store.addUpload("file", "v", numbers(), MONDAY);
        store.addUpload("asked", "v", numbers(), MONDAY);
        assertThat(store.upload("asked", TUESDAY)).isPresent();
        store.forget(TUESDAY);
        assertThat(store.find("old")).isEmpty();
        assertThat(store.find("young")).isPresent();
        assertThat(store.upload("file", TUESDAY)).isEmpty();
        assertThat(store.upload("asked", TUESDAY)).isPresent();
    }

    private static Table numbers() {
        return new Table(
                2,
                new Table.Cells.Numbers(new double[] {0.1, -1e300, Double.MIN_VALUE, 4}),
                new Table.Goal.Numbers(new double[] {1.5, 2.5}),
                List.of("größe", "y"),
                List.of("z"));
    }

    @Test
    void filesOfEveryKindAreFoundAgainAsTheyWere() {
        var shades = new Table(
                1,
                new Table.Cells.Shades(new byte[] {0, -1, 127}),
                new Table.Goal.Classes(new int[] {2, 0, 1}),
                List.of("x"),
                List.of("a", "b", "c"));
        store.addUpload("numbers", "v", numbers(), MONDAY);
        store.addUpload("shades", "v", shades, MONDAY);
        assertThat(store.upload("numbers", MONDAY).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(numbers());
        assertThat(store.upload("shades", MONDAY).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(shades);
        assertThat(store.upload("none", MONDAY)).isEmpty();
    }

    @Test
    void theSecretStaysTheSame() {
        byte[] secret = store.secret();
        assertThat(secret).hasSize(32).isEqualTo(store.secret());
        try (Store again = open()) {
            assertThat(again.secret()).isEqualTo(secret);
        }
    }

    @Test
    void anotherProcessFindsWhatWasKept() {
        store.add(run("one", "v", RATE), MONDAY);
        try (Store again = open()) {
            assertThat(again.find("one")).contains(run("one", "v", RATE));
        }
    }

    @Test
    void manyWriteAtOnceAndOneFailureTakesNothingElseWithIt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String id = "run " + i;
                boolean fails = i % 10 == 0;
                tasks.add(() -> {
                    store.add(run(id, "v"), MONDAY);
                    store.addTweak(new Lease(id, 1), fails ? 7 : 0, RATE);
                    return true;
                });
            }
            int failed = 0;
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                failed += result.state() == Future.State.FAILED ? 1 : 0;
            }
            assertThat(failed).isEqualTo(20);
        }
        assertThat(IntStream.range(0, 200)
                        .filter(i ->
                                store.find("run " + i).orElseThrow().tweaks().equals(List.of(RATE))))
                .hasSize(180);
    }

    @Test
    void aVisitorsTextIsNeverPartOfACommand() {
        String text = "'; DROP TABLE runs; --";
        store.add(run("one", text), MONDAY);
        store.shrink(text, 0);
        store.delete(new Lease(text, 1));
        assertThat(store.find(text)).isEmpty();
        assertThat(store.find("one")).isEmpty();
        store.add(run("one", "v"), MONDAY);
    }
}
