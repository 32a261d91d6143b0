package downhill.live.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.classroom.ClassCode;
import downhill.classroom.Pace;
import downhill.classroom.Response;
import downhill.classroom.Subject;
import downhill.live.ServerLimits;
import downhill.live.Visitor;
import downhill.live.archive.Archive;
import downhill.live.archive.NoArchive;
import downhill.live.room.Classes.Joined;
import downhill.live.room.Classes.Opened;
import downhill.live.work.BusyException;
import downhill.live.work.FullException;
import downhill.store.Store;
import downhill.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes with a clock of the test's own, in memory and in a store. */
class ClassesTest {
    private static final Visitor TEACHER = Visitor.of("teacher");
    private static final String HERE = "192.0.2.1";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();

    private Classes start(Archive archive, String... limits) {
        var overrides = new Properties();
        for (int i = 0; i < limits.length; i += 2) {
            overrides.setProperty(limits[i], limits[i + 1]);
        }
        return new Classes(ServerLimits.from(overrides), archive.classes(), clock);
    }

    private static Opened open(Classes classes) {
        return classes.open(new Subject.OfLesson("the-hill", 6), TEACHER);
    }

    @Test
    void everyNameLeadsToTheClassAndNothingElseDoes() {
        try (Classes classes = start(new NoArchive())) {
            Opened opened = open(classes);
            open(classes);
            LiveClass room = opened.room();
            assertThat(classes.ofTeacher(opened.key())).contains(room);
            assertThat(classes.ofBoard(room.board())).contains(room);
            assertThat(classes.ofCode(room.code(), HERE)).contains(room);
            Joined ann = classes.join(room, Optional.of("Ann"));
            assertThat(classes.seat(ann.key())).contains(ann.seat());
            for (String other :
                    List.of(room.code(), room.board(), ann.key(), ann.seat().key(), "")) {
                assertThat(classes.ofTeacher(other)).isEmpty();
            }
            assertThat(classes.seat(opened.key())).isEmpty();
            assertThat(classes.ofBoard(opened.key())).isEmpty();
        }
    }

    @Test
    void aRestartedServerHasTheClassAsItWas() {
        Opened opened;
        Joined ann;
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            opened = open(classes);
            ann = classes.join(opened.room(), Optional.of("Ann"));
            classes.join(opened.room(), Optional.empty());
            ann.seat().open(3);
            ann.seat().answer("guess", Response.noted("2"));
            opened.room().rename(2, Optional.of("Bo"));
            opened.room().control(room -> room.with(new Pace.At(3)).reveal("guess"));
        }
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            LiveClass room = classes.ofTeacher(opened.key()).orElseThrow();
            assertThat(room.state()).isEqualTo(opened.room().state());
            assertThat(room.code()).isEqualTo(opened.room().code());
            assertThat(classes.seat(ann.key()).orElseThrow().learner().name()).isEqualTo("Ann");
            assertThat(classes.join(room, Optional.empty()).seat().number()).isEqualTo(3);
        }
    }

    @Test
    void theStoreKnowsNoKeyByWhichSomebodyCouldAct() throws Exception {
        String teacher;
        String learner;
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            Opened opened = open(classes);
            teacher = opened.key();
            learner = classes.join(opened.room(), Optional.empty()).key();
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(teacher).doesNotContain(learner);
            }
        }
    }

    @Test
    void aClassIsDeletedAfterThirtyDays() {
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            Opened opened = open(classes);
            String code = opened.room().code();
            Joined ann = classes.join(opened.room(), Optional.of("Ann"));
            clock.pass(Duration.ofDays(30));
            classes.tidy();
            assertThat(classes.ofTeacher(opened.key())).isPresent();
            clock.pass(Duration.ofSeconds(1));
            assertThat(classes.ofTeacher(opened.key())).isEmpty();
            assertThat(classes.seat(ann.key())).isEmpty();
            assertThat(store.classes().count()).isEqualTo(1);
            classes.tidy();
            assertThat(store.classes().count()).isZero();
            assertThat(classes.ofCode(code, HERE)).isEmpty();
        }
    }

    @Test
    void aDeletedClassIsGoneAtOnceAndItsPagesHearOfIt() throws InterruptedException {
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            Opened opened = open(classes);
            try (var stream = opened.room().follow()) {
                classes.delete(opened.room());
                assertThat(stream.awaitAny(0, Duration.ofMinutes(1)).over()).isTrue();
            }
            assertThat(classes.ofTeacher(opened.key())).isEmpty();
            assertThat(store.classes().count()).isZero();
        }
    }

    @Test
    void tenThousandGuessesFindNothingAndAreSlowed() {
        try (Classes classes = start(new NoArchive())) {
            Opened opened = open(classes);
            var random = new Random(7);
            int tried = 0;
            for (int i = 0; i < 10_000; i++) {
                String code = ClassCode.random(random::nextInt);
                try {
                    assertThat(classes.ofCode(code, HERE)).isEmpty();
                    tried++;
                } catch (BusyException e) {
                    assertThat(e).hasMessageContaining("Wait ten minutes");
                }
            }
            assertThat(tried).isEqualTo(CodeGuesses.PER_ADDRESS);
            assertThatThrownBy(() -> classes.ofCode(opened.room().code(), HERE)).isInstanceOf(BusyException.class);
            assertThat(classes.ofCode(opened.room().code(), "192.0.2.2")).isPresent();
            clock.pass(CodeGuesses.WINDOW.plusMillis(1));
            assertThat(classes.ofCode(opened.room().code(), HERE)).isPresent();
        }
    }

    @Test
    void manyAddressesGuessNoFasterAndAClassElsewhereStillJoins() {
        try (Classes classes = start(new NoArchive())) {
            Opened opened = open(classes);
            var random = new Random(8);
            int tried = 0;
            for (int i = 0; i < 10_000; i++) {
                try {
                    assertThat(classes.ofCode(ClassCode.random(random::nextInt), "192.0.2." + i % 100))
                            .isEmpty();
                    tried++;
                } catch (BusyException e) {
                    assertThat(tried).isGreaterThanOrEqualTo(CodeGuesses.IN_ALL);
                }
            }
            assertThat(tried).isEqualTo(CodeGuesses.IN_ALL);
            assertThat(classes.ofCode(opened.room().code(), "198.51.100.1")).isPresent();
        }
    }

    @Test
    void threeHundredLearnersWhoActAtOnceLoseNothing() throws InterruptedException {
        Opened opened;
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            opened = open(classes);
            List<Callable<Void>> learners = IntStream.range(0, 300)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        Joined joined = classes.join(opened.room(), Optional.of("n" + i));
                        joined.seat().open(2);
                        joined.seat().answer("guess", Response.noted(String.valueOf(i)));
                        return null;
                    })
                    .toList();
            threads.invokeAll(learners)
                    .forEach(future -> assertThat(future.state()).isEqualTo(Future.State.SUCCESS));
        }
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            var learners = classes.ofTeacher(opened.key()).orElseThrow().state().learners();
            assertThat(learners).hasSize(300).allMatch(learner -> learner.scene() == 2);
            assertThat(learners.stream()
                            .map(learner -> "n"
                                    + learner.responses()
                                            .values()
                                            .iterator()
                                            .next()
                                            .answer()))
                    .containsExactlyElementsOf(
                            learners.stream().map(learner -> learner.name()).toList());
        }
    }

    @Test
    void aFullClassAndAFullServerRefuseMore() {
        try (Classes classes =
                start(new NoArchive(), "learnersPerClass", "2", "classes", "3", "classesPerVisitor", "2")) {
            Opened opened = open(classes);
            classes.join(opened.room(), Optional.empty());
            classes.join(opened.room(), Optional.empty());
            assertThatThrownBy(() -> classes.join(opened.room(), Optional.empty()))
                    .isInstanceOf(BusyException.class)
                    .hasMessageContaining("full");
            open(classes);
            assertThatThrownBy(() -> open(classes))
                    .isInstanceOf(BusyException.class)
                    .hasMessageContaining("2 classes");
            classes.open(new Subject.OfLesson("the-hill", 6), Visitor.of("other"));
            assertThatThrownBy(() -> classes.open(new Subject.OfLesson("the-hill", 6), Visitor.of("third")))
                    .isInstanceOf(FullException.class);
            clock.pass(Duration.ofHours(3));
            classes.open(new Subject.OfLesson("the-hill", 6), Visitor.of("third"));
            assertThat(classes.ofTeacher(opened.key())).as("it has learners").isPresent();
        }
    }

    @Test
    void anUnusedClassLeavesTheMemoryAndComesBack() {
        try (Store store = Store.open(StoreSettings.sqlite(folder));
                Classes classes = start(store)) {
            Opened opened = open(classes);
            classes.join(opened.room(), Optional.of("Ann"));
            clock.pass(Duration.ofMinutes(11));
            classes.tidy();
            LiveClass again = classes.ofTeacher(opened.key()).orElseThrow();
            assertThat(again).isNotSameAs(opened.room());
            assertThat(again.state().learner(1).name()).isEqualTo("Ann");
        }
    }

    @Test
    void learnersHearOfThePaceButNotOfEachOthersAnswers() throws InterruptedException {
        try (Classes classes = start(new NoArchive())) {
            LiveClass room = open(classes).room();
            Seat ann = classes.join(room, Optional.empty()).seat();
            ClassNews before = room.news();
            try (var stream = room.follow()) {
                ann.answer("guess", Response.noted("2"));
                assertThat(stream.awaitControls(before.controls(), Duration.ofMillis(1))
                                .controls())
                        .isEqualTo(before.controls());
                assertThat(stream.awaitAny(before.version(), Duration.ofMinutes(1))
                                .version())
                        .isGreaterThan(before.version());
                room.control(state -> state.paused(Optional.of("Look up")));
                assertThat(stream.awaitControls(before.controls(), Duration.ofMinutes(1))
                                .state()
                                .pause())
                        .contains("Look up");
            }
        }
    }
}
