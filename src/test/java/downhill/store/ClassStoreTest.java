package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Pace;
import downhill.classroom.PreparedList;
import downhill.classroom.Response;
import downhill.classroom.Response.Outcome;
import downhill.classroom.Response.Trial;
import downhill.classroom.Subject;
import downhill.classroom.Trace;
import downhill.live.archive.ClassArchive;
import downhill.live.archive.ClassArchive.Name;
import downhill.live.archive.ClassChanges;
import downhill.live.archive.SavedClass;
import downhill.live.archive.WrongCodes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes in the store on each database that it knows; the subclasses say which. */
abstract class ClassStoreTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final String NAME = "'; DROP TABLE learners; --";

    private Store store;
    private ClassArchive classes;

    abstract StoreSettings settings();

    @BeforeEach
    void begin() {
        store = Store.open(settings());
        classes = store.classes();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SavedClass saved(String id, String code, Instant opened) {
        return new SavedClass(
                id,
                code,
                "board of " + id,
                "visitor",
                opened,
                0,
                Classroom.of(new Subject.OfLesson("the-hill", 6)),
                List.of());
    }

    private static Learner learner(int number, Optional<String> nickname) {
        return Learner.joining(number, nickname, 1);
    }

    @Test
    void aClassIsFoundByEachOfItsNames() {
        SavedClass one = saved("one", "KTN4MQ", MONDAY);
        classes.open(one);
        classes.open(saved("two", "KTN4MR", MONDAY));
        assertThat(classes.find(Name.ID, "one")).contains(one);
        assertThat(classes.find(Name.CODE, "KTN4MQ")).contains(one);
        assertThat(classes.find(Name.BOARD, "board of one")).contains(one);
        assertThat(classes.find(Name.LEARNER, "ann")).isEmpty();
        assertThat(classes.join("one", "ann", learner(1, Optional.empty()))).isEqualTo(1);
        assertThat(classes.find(Name.LEARNER, "ann").orElseThrow().id()).isEqualTo("one");
        assertThat(classes.find(Name.CODE, "KTN4MX")).isEmpty();
        assertThat(classes.count()).isEqualTo(2);
        assertThat(classes.count("visitor")).isEqualTo(2);
        assertThat(classes.count("other")).isZero();
    }

    @Test
    void aListComesBackAsItWasKept() {
        var list = new PreparedList(
                NAME,
                List.of(
                        new PreparedList.Item(new PreparedList.OfScene("the-hill", 1), NAME),
                        new PreparedList.Item(new PreparedList.OfPlayground("data=xor"), "")));
        SavedClass one = saved("one", "KTN4MQ", MONDAY);
        SavedClass opened = new SavedClass(
                one.id(),
                one.code(),
                one.board(),
                one.visitor(),
                MONDAY,
                0,
                Classroom.of(new Subject.OfList(list)).with(new Pace.At(2)),
                List.of());
        classes.open(opened);
        assertThat(classes.find(Name.ID, "one")).contains(opened);
    }

    @Test
    void theStateComesBackAsItWasKept() {
        classes.open(saved("one", "KTN4MQ", MONDAY));
        Classroom state = Classroom.of(new Subject.OfLesson("the-hill", 6))
                .with(new Pace.UpTo(4))
                .paused(Optional.of("Look up"))
                .reveal("first")
                .reveal("second");
        classes.control("one", state);
        Learner ann = learner(1, Optional.of(NAME));
        Learner bo = learner(2, Optional.empty());
        classes.join("one", "ann", ann);
        classes.join("one", "bo", bo);
        Response wrong = Response.judged("3", Outcome.WRONG, Optional.of("slip-1"));
        Response tried = Response.tried(true, "The cost is 0.01.", Optional.of(new Trial(0.1 + 0.2, 1e-300)));
        classes.response("one", "ann", "check", wrong);
        classes.response("one", "ann", "challenge", tried);
        classes.response("one", "bo", "guess", Response.noted("2"));
        Trace walk = new Trace.OfRule(List.of(0.1 + 0.2, -2.0), 1e-300, 0.9, 12);
        classes.trace("one", "ann", 3, new Trace.ByHand(List.of(List.of(1.0))));
        classes.trace("one", "ann", 3, walk);
        ann = ann.at(3).with("check", wrong).with("challenge", tried).with(3, walk);
        classes.learner("one", "ann", ann);
        bo = bo.with("guess", Response.noted("2"));

        SavedClass found = classes.find(Name.CODE, "KTN4MQ").orElseThrow();
        assertThat(found.version()).isPositive();
        assertThat(found.state()).isEqualTo(state.with(ann).with(bo));
        assertThat(found.learners()).containsExactly("ann", "bo");

        Response right = wrong.then(Response.judged("4", Outcome.RIGHT, Optional.empty()));
        classes.response("one", "ann", "check", right);
        classes.learner("one", "ann", ann.named(Optional.empty()));
        SavedClass later = classes.find(Name.ID, "one").orElseThrow();
        assertThat(later.state().learner(1))
                .isEqualTo(ann.named(Optional.empty()).with("check", right));
    }

    @Test
    void anotherServerGetsWhatChangedSinceItsVersionAndNothingElse() {
        classes.open(saved("one", "KTN4MQ", MONDAY));
        classes.open(saved("two", "KTN4MR", MONDAY));
        classes.join("one", "ann", learner(1, Optional.empty()));
        assertThat(classes.join("one", "bo", learner(1, Optional.of("Bo"))))
                .as("a number that somebody got meanwhile")
                .isEqualTo(2);
        classes.response("one", "ann", "guess", Response.noted("2"));
        long seen = classes.changes("one", 0).orElseThrow().version();
        assertThat(classes.versions(List.of("one", "two", "gone")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("one", seen, "two", 0L));
        ClassChanges none = classes.changes("one", seen).orElseThrow();
        assertThat(none.version()).isEqualTo(seen);
        assertThat(none.learners()).isEmpty();
        assertThat(none.responses()).isEmpty();

        Trace walk = new Trace.ByHand(List.of(List.of(1.0)));
        classes.response("one", "bo", "guess", Response.noted("3"));
        classes.trace("one", "bo", 2, walk);
        classes.learner("one", "bo", learner(2, Optional.of("Bob")).at(2));
        classes.control("one", Classroom.of(new Subject.OfLesson("the-hill", 6)).with(new Pace.At(2)));
        ClassChanges changes = classes.changes("one", seen).orElseThrow();
        assertThat(changes.version()).isGreaterThan(seen);
        assertThat(changes.control().pace()).isEqualTo(new Pace.At(2));
        assertThat(changes.learners())
                .containsExactly(new ClassChanges.Joined(
                        "bo", learner(2, Optional.of("Bob")).at(2)));
        assertThat(changes.responses()).containsExactly(new ClassChanges.Answered("bo", "guess", Response.noted("3")));
        assertThat(changes.traces()).containsExactly(new ClassChanges.Moved("bo", 2, walk));
        classes.delete("one");
        assertThat(classes.changes("one", seen)).isEmpty();
    }

    @Test
    void nothingIsLeftOfADeletedClass() {
        for (String id : List.of("one", "two")) {
            classes.open(saved(id, "KTN" + id, MONDAY));
            classes.join(id, "ann of " + id, learner(1, Optional.empty()));
            classes.response(id, "ann of " + id, "guess", Response.noted("2"));
            classes.trace(id, "ann of " + id, 1, new Trace.ByHand(List.of(List.of(1.0))));
        }
        classes.delete("one");
        assertThat(classes.find(Name.ID, "one")).isEmpty();
        assertThat(classes.find(Name.LEARNER, "ann of one")).isEmpty();
        assertThat(rows("learners")).isEqualTo(1);
        assertThat(rows("responses")).isEqualTo(1);
        assertThat(rows("traces")).isEqualTo(1);
        assertThat(classes.find(Name.ID, "two")).isPresent();
    }

    private int rows(String table) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void oldClassesGoAndEmptyOnesSooner() {
        classes.open(saved("empty", "AAAAAA", MONDAY));
        classes.open(saved("full", "BBBBBB", MONDAY));
        classes.join("full", "ann", learner(1, Optional.empty()));
        classes.open(saved("new", "CCCCCC", TUESDAY));
        classes.forgetEmpty(TUESDAY);
        assertThat(classes.find(Name.ID, "empty")).isEmpty();
        assertThat(classes.find(Name.ID, "full")).isPresent();
        classes.forget(TUESDAY);
        assertThat(classes.find(Name.ID, "full")).isEmpty();
        assertThat(classes.find(Name.ID, "new")).isPresent();
        assertThat(rows("responses")).isZero();
    }

    @Test
    void wrongCodesAreCountedForEachPeriodAndOldOnesGo() {
        classes.addWrongCode(7, 1);
        classes.addWrongCode(7, 1);
        classes.addWrongCode(8, 1);
        assertThat(classes.wrongCodes(7, 1)).isEqualTo(new WrongCodes(2, 3));
        assertThat(classes.wrongCodes(9, 1)).isEqualTo(new WrongCodes(0, 3));
        assertThat(classes.wrongCodes(7, 2)).isEqualTo(WrongCodes.NONE);
        classes.addWrongCode(9, 2);
        assertThat(rows("wrong_codes")).isEqualTo(2);
    }
}
