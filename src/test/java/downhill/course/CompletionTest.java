package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The parts of a lesson that count. */
class CompletionTest {
    private static final Course COURSE = CourseReader.read(Content.onClassPath(), "");

    @Test
    void everySceneAndQuestionCountsUnlessItsSceneIsOptional() {
        for (Lesson lesson : COURSE.lessons()) {
            Completion completion = Completion.of(lesson);
            long scenes =
                    lesson.scenes().stream().filter(scene -> !scene.optional()).count();
            long questions = lesson.scenes().stream()
                    .filter(scene -> !scene.optional())
                    .mapToLong(scene -> scene.questions().size())
                    .sum();
            assertThat(completion.maximum()).as(lesson.slug()).isEqualTo((int) (scenes + questions));
        }
        assertThat(COURSE.lessons().stream().flatMap(lesson -> lesson.scenes().stream()))
                .anyMatch(Scene::optional);
    }

    @Test
    void onlyPartsOfTheLessonScore() {
        Lesson lesson = COURSE.lessons().getFirst();
        Completion completion = Completion.of(lesson);
        assertThat(completion.score(Set.of())).isZero();
        assertThat(completion.score(Set.of(Completion.scene(1), Completion.scene(999), "question-none")))
                .isEqualTo(1);
        var all = new TreeSet<>(completion.parts());
        all.add("scene-999");
        assertThat(completion.score(all)).isEqualTo(completion.maximum());
    }
}
