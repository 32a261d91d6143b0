package downhill.course.grading;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.ScenePart;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.insight.Scores;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartTextsTest {
    private static final Course COURSE =
            CourseReader.read(Content.onClassPath(), WidgetsReader.onClassPath(), "", warning -> {});

    private final StartTexts texts = new StartTexts();

    private static Scene scene(Lesson lesson, int number) {
        return lesson.scene(number).orElseThrow();
    }

    @Test
    void aNumberOfTheStartIsTheRunsOwnAndTheOthersAreLeftToThePage() {
        Lesson lesson = COURSE.lesson("trouble").orElseThrow();
        double cost = Scores.of(lesson.start("equal", OptionalInt.of(20)).newest())
                .trainCost()
                .orElseThrow();
        String html = "<x-value of=\"start.cost\" digits=\"4\"></x-value>, <x-value of=\"cost\"></x-value>";
        assertThat(texts.of(lesson, scene(lesson, 1), html))
                .isEqualTo("%.4f, <x-value of=\"cost\"></x-value>".formatted(cost));
    }

    static Stream<Lesson> lessons() {
        return COURSE.lessons().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyNumberOfAStartIsFound(Lesson lesson) {
        for (Scene scene : lesson.scenes()) {
            for (ScenePart part : scene.parts()) {
                if (part instanceof ScenePart.Text(String html)) {
                    assertThat(texts.of(lesson, scene, html))
                            .as("%s/%s", lesson.slug(), scene.number())
                            .doesNotContain("of=\"start.")
                            .matches(
                                    text -> text.chars().filter(c -> c == '…').count()
                                            == html.chars()
                                                    .filter(c -> c == '…')
                                                    .count(),
                                    "leaves no number open");
                }
            }
        }
    }
}
