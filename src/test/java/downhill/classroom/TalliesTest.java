package downhill.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import downhill.classroom.Response.Outcome;
import downhill.classroom.Response.Trial;
import downhill.course.Check;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.grading.Grader;
import downhill.course.grading.MistakeName;
import downhill.course.grading.Picture;
import downhill.course.grading.ScenePictures;
import downhill.course.grading.Verdict;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The answers of a class to questions of the course, counted and named. */
class TalliesTest {
    private static final Course COURSE =
            CourseReader.readable(Content.onClassPath(), WidgetsReader.onClassPath(), "", mistake -> {});

    private static Lesson lesson(String slug) {
        return COURSE.lesson(slug).orElseThrow();
    }

    private static ClassQuestion question(String slug, String id) {
        return ClassQuestion.of(lesson(slug)).stream()
                .filter(asked -> asked.key().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A class in which each learner gave one of these responses, and one has none. */
    private static Classroom room(String id, Response... responses) {
        Classroom room =
                Classroom.of(new Subject.OfLesson("step-size", 9)).with(Learner.joining(1, Optional.empty(), 1));
        for (int i = 0; i < responses.length; i++) {
            room = room.with(Learner.joining(i + 2, Optional.empty(), 1).with(id, responses[i]));
        }
        return room;
    }

    @Test
    void choicesAreCountedAndTheRightOneIsMarked() {
        var asked = question("step-size", "settles");
        var tally = (Tally.OfChoices) Tallies.of(
                asked,
                room("settles", Response.noted("1"), Response.noted("3"), Response.noted("3"), Response.noted("")));
        assertThat(tally.answered()).isEqualTo(4);
        assertThat(tally.unknown()).isEqualTo(1);
        assertThat(tally.bars()).extracting(Tally.Bar::count).containsExactly(1, 0, 2, 0);
        assertThat(tally.bars()).extracting(Tally.Bar::right).containsExactly(false, false, true, false);
    }

    @Test
    void guessesOnASliderStandOnItsAxisWithTheAnswerOfTheEngine() {
        var asked = question("step-size", "where-it-breaks");
        var tally = (Tally.OfNumbers)
                Tallies.of(asked, room(asked.key(), Response.noted("2.5"), Response.noted("0.5"), Response.noted("")));
        assertThat(tally.guesses()).containsExactly(0.5, 2.5);
        assertThat(tally.truth().orElseThrow()).isEqualTo(1);
        assertThat(tally.unknown()).isEqualTo(1);
    }

    @Test
    void sketchesAreLaidOverTheTrueCurve() {
        String flat = String.join(" ", Collections.nCopies(40, "0.75"));
        var onHill = question("step-size", "on-the-plateau");
        var tally = (Tally.OfCurves) Tallies.of(onHill, room(onHill.key(), Response.noted(flat)));
        assertThat(tally.sketches()).hasSize(1);
        assertThat(tally.truth()).hasSize(151);
        assertThat(tally.truth().getFirst()).isCloseTo(0.8, offset(1e-12));
        // The lesson says so: above 0.9 for 85 steps, and almost 0 within 20 more.
        assertThat(tally.truth().get(85)).isGreaterThan(0.9 / 1.25 / 0.9615);
        assertThat(tally.truth().get(105)).isLessThan(0.02);
        var onRun = question("watch-it-fall", "six-hundred");
        assertThat(onRun.curve()).hasSize(601);
        assertThat(onRun.curve().getFirst()).isEqualTo(Predict.Sketch.BEGINS_AT);
        assertThat(onRun.curve().getLast()).isLessThan(0.1);
    }

    @Test
    void everySketchOfTheCourseHasItsTrueCurve() {
        for (Lesson lesson : COURSE.lessons()) {
            boolean sketches = lesson.questions().stream()
                    .anyMatch(question -> question instanceof Predict p && p.form() instanceof Predict.Sketch);
            if (sketches) {
                assertThat(ClassQuestion.of(lesson))
                        .filteredOn(
                                asked -> asked.question() instanceof Predict p && p.form() instanceof Predict.Sketch)
                        .allMatch(asked -> asked.curve().size() > 100);
            }
        }
    }

    @Test
    void aCheckCountsWhoIsRightAndNamesTheMistakes() {
        var asked = question("layer-by-layer", "first-delta");
        Check check = (Check) asked.question();
        var picture = new ScenePictures(lesson("layer-by-layer"))
                .of(lesson("layer-by-layer").sceneOf("first-delta").orElseThrow());
        double truth = Grader.truth((Check.Numeric) check, picture).orElseThrow();
        Response right = response(check, String.valueOf(truth), picture);
        Response wrongSign = response(check, String.valueOf(-truth), picture);
        Response late = wrongSign.then(right);
        Response other = response(check, "42", picture);
        Response gaveUp = Response.judged("", Outcome.GIVEN_UP, Optional.empty());
        var tally = (Tally.OfCheck) Tallies.of(asked, room(asked.key(), right, late, wrongSign, other, gaveUp));
        assertThat(tally.answered()).isEqualTo(5);
        assertThat(tally.right()).isEqualTo(2);
        assertThat(tally.rightAtOnce()).isEqualTo(1);
        assertThat(tally.gaveUp()).isEqualTo(1);
        assertThat(tally.mistakes()).containsExactly(new Tally.Mistake("The sign is wrong.", 2));
        assertThat(tally.others()).isEqualTo(1);
    }

    private static Response response(Check check, String answer, Picture picture) {
        Verdict verdict = Grader.grade(check, answer, picture, 0);
        return Answers.of(check, answer, false, verdict, picture).orElseThrow();
    }

    @Test
    void everyKnownMistakeOfTheCourseHasAShortName() {
        for (Lesson lesson : COURSE.lessons()) {
            for (Question question : lesson.questions()) {
                if (question instanceof Check.Numeric check) {
                    for (int i = 1; i <= check.mistakes().size(); i++) {
                        String name = MistakeName.words(check, "slip-" + i);
                        String plain = name.replaceAll("<annotation.*?</annotation>|<[^>]*>", "");
                        assertThat(plain)
                                .as(lesson.slug() + " " + check.id())
                                .isNotBlank()
                                .hasSizeLessThan(160);
                        assertThat(name).doesNotContain("<p>");
                        assertThat(opened(name)).as(name).isEqualTo(closed(name));
                    }
                }
            }
        }
    }

    private static long opened(String html) {
        return Pattern.compile("<[a-z][^>/]*>").matcher(html).results().count();
    }

    private static long closed(String html) {
        return Pattern.compile("</[a-z]").matcher(html).results().count();
    }

    @Test
    void aMistakesNameIsOneSentenceWithAllNumbersThatLearnersMayBeGiven() {
        Check check =
                (Check) CourseReader.readable(Content.onClassPath(), WidgetsReader.onClassPath(), "", mistake -> {})
                        .lesson("sensitivity")
                        .flatMap(lesson -> lesson.question("small-change"))
                        .orElseThrow();
        assertThat(MistakeName.words(check, "slip-1").replaceAll("<[^>]*>", ""))
                .isEqualTo("That would raise the cost by (0.001, 0.0015 or 0.002).");
    }

    @Test
    void aChallengeShowsWhoMetItAndWithWhat() {
        var asked = question("step-size", "largest-rate");
        var tally = (Tally.OfChallenge) Tallies.of(
                asked,
                room(
                        asked.key(),
                        Response.tried(true, "The limit is 1.", Optional.of(new Trial(0.9, 0.1))),
                        Response.tried(false, "Too small.", Optional.of(new Trial(0.1, 4.0))),
                        Response.tried(true, "The limit is 1.", Optional.empty())));
        assertThat(tally.met()).isEqualTo(2);
        assertThat(tally.trials()).containsExactly(new Tally.Try(0.9, 0.1, true), new Tally.Try(0.1, 4.0, false));
        assertThat(tally.found()).containsExactly(new Tally.Mistake("The limit is 1.", 2));
    }

    @Test
    void onlyAnswersThatTheFormAllowsAreKept() {
        Predict choices = (Predict) question("step-size", "settles").question();
        assertThat(Answers.of(choices, "4")).contains(Response.noted("4"));
        assertThat(Answers.of(choices, " ")).contains(Response.noted(""));
        for (String wrong : List.of("5", "0", "-1", "x", "1".repeat(1000))) {
            assertThat(Answers.of(choices, wrong)).as(wrong).isEmpty();
        }
        Predict slider = (Predict) question("step-size", "where-it-breaks").question();
        assertThat(Answers.of(slider, "2,5")).contains(Response.noted("2.5"));
        for (String wrong : List.of("99", "-1", "NaN", "1e999", "<b>")) {
            assertThat(Answers.of(slider, wrong)).as(wrong).isEmpty();
        }
        Predict sketch = (Predict) question("step-size", "on-the-plateau").question();
        assertThat(Answers.of(sketch, String.join(" ", Collections.nCopies(40, "0.5"))))
                .isPresent();
        for (String wrong : List.of("0.5", String.join(" ", Collections.nCopies(40, "1.5")), "x ".repeat(40))) {
            assertThat(Answers.of(sketch, wrong)).as(wrong).isEmpty();
        }
    }
}
