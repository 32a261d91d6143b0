package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.grading.Referee;
import downhill.course.guide.TeachingGuide;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.course.text.Mistake;
import downhill.train.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authors' guide, content/README.md, is followed word by word: "I want to add a lesson". */
class GuideTest {
    private static final Path CONTENT = Path.of("content");
    private static final String FENCE = "````";

    @TempDir
    Path folder = Path.of("");

    private Lesson added() throws IOException {
        followTheGuide();
        return CourseReader.read(Content.in(folder), "").lesson("by-how-much").orElseThrow();
    }

    private void followTheGuide() throws IOException {
        String guide = Files.readString(CONTENT.resolve("README.md"));
        int start = guide.indexOf(FENCE + "markdown\n") + FENCE.length() + "markdown\n".length();
        Files.createDirectories(folder.resolve("by-how-much"));
        Files.writeString(
                folder.resolve("by-how-much/lesson.md"), guide.substring(start, guide.indexOf(FENCE + "\n", start)));
        Files.copy(CONTENT.resolve("glossary.yaml"), folder.resolve("glossary.yaml"));
        Files.createDirectories(folder.resolve("the-hill"));
        Files.copy(CONTENT.resolve("the-hill/lesson.md"), folder.resolve("the-hill/lesson.md"));
        Files.writeString(
                folder.resolve("course.yaml"),
                "lessons:\n  - {lesson: the-hill}\n  - {lesson: by-how-much, after: [the-hill]}\n");
        assertThat(guide).contains("`- {lesson: by-how-much, after: [the-hill]}`");
    }

    /** The teaching guide that the guide tells to write for it. */
    private Course withTeachingGuide() throws IOException {
        followTheGuide();
        String guide = Files.readString(CONTENT.resolve("README.md"));
        int start = guide.indexOf(FENCE + "yaml\n") + FENCE.length() + "yaml\n".length();
        Files.writeString(
                folder.resolve("by-how-much/teaching.yaml"),
                guide.substring(start, guide.indexOf(FENCE + "\n", start)));
        List<Mistake> warned = new ArrayList<>();
        Course course = CourseReader.read(Content.in(folder), WidgetsReader.onClassPath(), "", warned::add);
        assertThat(warned).noneMatch(mistake -> mistake.place().file().endsWith("teaching.yaml"));
        return course;
    }

    @Test
    void itsTeachingGuideCoversItsScenes() throws IOException {
        Course course = withTeachingGuide();
        TeachingGuide guide =
                course.guide(course.lesson("by-how-much").orElseThrow()).orElseThrow();
        assertThat(guide.plan()).extracting(TeachingGuide.Row::minutes).containsExactly(2, 3);
        assertThat(guide.aims()).hasSize(3);
    }

    private static History start(Lesson added) {
        return Objects.requireNonNull(added.runs().get("small")).start();
    }

    @Test
    void theLessonHasItsScenes() throws IOException {
        Lesson added = added();
        assertThat(added.scenes())
                .extracting(Scene::title)
                .containsExactly("A network before its first step", "One step");
        assertThat(added.scene(1).orElseThrow().parts().getFirst())
                .isInstanceOfSatisfying(
                        ScenePart.Text.class,
                        text -> assertThat(text.html())
                                .contains("<x-value of=\"cost\" digits=\"4\"></x-value>")
                                .contains("<x-term><a href=\"/glossary#weight\"")
                                .contains("<math>"));
    }

    @Test
    void itsCheckIsGradedAgainstItsRun() throws IOException {
        Lesson added = added();
        History history = start(added);
        Check.Numeric check = (Check.Numeric) added.question("first-update").orElseThrow();
        Picture picture = Picture.of(history.newest(), 0);
        double update = history.newest().update().weight(1, 0, 0);
        assertThat(Grader.grade(check, Double.toString(update), picture, 0).right())
                .isTrue();
        assertThat(Grader.grade(check, Double.toString(-update), picture, 0).hint())
                .contains("That climbs");
    }

    @Test
    void itsChallengeIsMetByItsSolution() throws IOException {
        Lesson added = added();
        Challenge challenge = (Challenge) added.question("cheaper").orElseThrow();
        Goal.OnRun goal = (Goal.OnRun) challenge.goal();
        assertThat(Referee.onRun(goal, start(added)).met()).isFalse();
        History solved = ChallengesTest.carriedOut(
                (Challenge.RunSolution) challenge.solutions().getFirst(), start(added));
        assertThat(Referee.onRun(goal, solved))
                .satisfies(
                        attempt -> assertThat(attempt.met()).as(attempt.found()).isTrue());
    }
}
