package downhill.course;

import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DynamicTest;

/** The course in content/, and a test for each of its questions. */
final class CourseQuestions {
    static final Course COURSE = CourseReader.read(Content.in(Path.of("content")), "");

    private CourseQuestions() {}

    /** A question with the stage that its scene shows. */
    record Asked<Q extends Question>(Lesson lesson, Stage stage, Q question) {}

    /** One test for each question of a type in the whole course. */
    static <Q extends Question> List<DynamicTest> each(Class<Q> type, BiConsumer<Lesson, Asked<Q>> test) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            for (Scene scene : lesson.scenes()) {
                Lesson.only(scene.questions().stream(), type)
                        .forEach(question -> tests.add(DynamicTest.dynamicTest(
                                lesson.slug() + "/" + scene.number() + " " + question.id(),
                                () -> test.accept(lesson, new Asked<>(lesson, scene.stage(), question)))));
            }
        }
        return tests;
    }
}
