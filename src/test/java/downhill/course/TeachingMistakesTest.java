package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.guide.TeachingGuide;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.course.text.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mistakes in teaching guides and plans: the message names file, line and cure, and the lesson itself stays. */
class TeachingMistakesTest {
    private static final String LESSON = """
            ---
            title: A lesson
            question: Is it plain?
            minutes: 5
            summary: [One sentence.]
            runs:
              tiny:
                data: {name: xor}
                network: {layers: [2, 2, 1]}
            ---

            # A scene

            ```stage
            run: tiny
            show: [network, timeline]
            ```

            Words.

            # Another scene

            More words.

            # A third scene

            Even more words.
            """;

    private static final String GUIDE = """
            aims:
              - read a [delta](glossary:delta)
            before:
              - Learners have seen [its start](lesson:one/1).
            plan:
              - {scenes: 1, minutes: 2, do: Press **Step forward**.}
              - {scenes: 2-3, minutes: 3, do: Talk., ask: Why?}
            misconceptions:
              - {says: It is so., but: It is not., scene: 2}
            discuss:
              - {ask: Why?, points: Because., beyond: true}
            """;

    private static final String PLANS = """
            plans:
              - title: An hour
                about: Both lessons.
                parts:
                  - {title: First, minutes: 10, lessons: [one]}
                  - {title: Second, minutes: 60, lessons: [two]}
            """;

    private static final Map<String, String> FILES = Map.of(
            "course.yaml", "lessons: [{lesson: one}, {lesson: two, after: [one]}]",
            "glossary.yaml", "delta: {term: delta, text: Something.}",
            "one/lesson.md", LESSON,
            "two/lesson.md", LESSON,
            "one/teaching.yaml", GUIDE,
            "plans.yaml", PLANS);

    private static Content changed(String file, String wrong, String inPlaceOf) {
        Map<String, String> files = new HashMap<>(FILES);
        String text = files.getOrDefault(file, "");
        assertThat(text).contains(inPlaceOf);
        files.put(file, text.replace(inPlaceOf, wrong));
        return path -> Optional.ofNullable(files.get(path));
    }

    private static List<String> mistakes(String file, String wrong, String inPlaceOf) {
        List<Mistake> reported = new ArrayList<>();
        Course course =
                CourseReader.readable(changed(file, wrong, inPlaceOf), WidgetsReader.onClassPath(), "", reported::add);
        assertThat(course.lessons()).extracting(Lesson::slug).containsExactly("one", "two");
        return reported.stream().map(Mistake::toString).toList();
    }

    private static void assertToldOfGuide(String wrong, String inPlaceOf, String... reported) {
        assertThat(mistakes("one/teaching.yaml", wrong, inPlaceOf))
                .containsExactly(List.of(reported).stream()
                        .map(line -> "content/one/teaching.yaml:" + line)
                        .toArray(String[]::new));
    }

    private static void assertToldOfPlans(String wrong, String inPlaceOf, String reported) {
        assertThat(mistakes("plans.yaml", wrong, inPlaceOf)).containsExactly("content/plans.yaml:" + reported);
    }

    @Test
    void aGuideIsReadWithAllItsParts() {
        List<Mistake> warned = new ArrayList<>();
        Course course = CourseReader.read(
                changed("one/lesson.md", LESSON, LESSON), WidgetsReader.onClassPath(), "/base", warned::add);
        assertThat(warned).isEmpty();
        TeachingGuide guide = course.guide(course.lessons().getFirst()).orElseThrow();
        assertThat(guide.aims()).singleElement().asString().contains("href=\"/base/glossary#delta\"");
        assertThat(guide.before()).singleElement().asString().contains("href=\"/base/lessons/one/1\"");
        assertThat(guide.plan())
                .extracting(TeachingGuide.Row::first, TeachingGuide.Row::last, TeachingGuide.Row::minutes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 1, 2), org.assertj.core.groups.Tuple.tuple(2, 3, 3));
        assertThat(guide.misconceptions())
                .containsExactly(new TeachingGuide.Misconception("It is so.", "It is not.", 2));
        assertThat(guide.discuss()).containsExactly(new TeachingGuide.Discussion("Why?", "Because.", true));
        assertThat(course.guide(course.lessons().getLast())).isEmpty();
        assertThat(course.minutes(course.plans().getFirst().parts().getFirst())).isEqualTo(5);
    }

    @Test
    void rowsCoverEverySceneInOrder() {
        assertToldOfGuide(
                "scenes: 3",
                "scenes: 2-3",
                "7: this row begins with scene 3, and scene 2 is next; rows" + " cover every scene once, in order");
        assertToldOfGuide("scenes: 2", "scenes: 2-3", "6: the plan ends before scene 3; add a row for it");
        assertToldOfGuide("scenes: 2-4", "scenes: 2-3", "7: scenes go from 2 to 3 at most here");
        assertToldOfGuide(
                "scenes: two",
                "scenes: 2-3",
                "6: the plan ends before scene 3; add a row for it",
                "7: the scenes of a row are \"3\" or \"3-5\", not \"two\"");
    }

    @Test
    void itsMinutesAreTheLessons() {
        assertToldOfGuide(
                "minutes: 4",
                "minutes: 3",
                "6: the minutes of this plan add up to 6, and the lesson's own \"minutes\" are 5");
    }

    @Test
    void everyPartIsThere() {
        assertToldOfGuide("", "aims:\n  - read a [delta](glossary:delta)\n", "1: \"aims\" is missing");
        assertToldOfGuide(
                "discuss: []",
                "discuss:\n  - {ask: Why?, points: Because., beyond: true}",
                "10: \"discuss\"" + " has nothing in it");
        assertToldOfGuide("say:", "says:", "9: \"says\" is missing", "9: no field \"say\"; did you mean \"says\"?");
        assertToldOfGuide(
                "but: It is not., scene: 4",
                "but: It is not., scene: 2",
                "9: a whole number from 1 to 3 is" + " expected here, not 4");
    }

    @Test
    void linksLeadSomewhere() {
        assertToldOfGuide(
                "glossary:dleta", "glossary:delta", "2: no glossary entry \"dleta\"; did you mean \"delta\"?");
        assertToldOfGuide("lesson:one/9", "lesson:one/1", "4: the lesson \"one\" has no scene 9; its last is 3");
    }

    @Test
    void aGuideHasNoNumbersOfAStage() {
        assertToldOfGuide(
                "\"The cost is {{cost}}.\"",
                "Because.",
                "11: a guide has no stage, so \"{{cost}}\" has no number here; name the scene that shows it");
    }

    @Test
    void aGuideWithAMistakeIsLeftOut() {
        Course course = CourseReader.readable(
                changed("one/teaching.yaml", "minutes: 4", "minutes: 3"),
                WidgetsReader.onClassPath(),
                "",
                reported -> {});
        assertThat(course.guides()).isEmpty();
    }

    @Test
    void aPlanHasLessonsThatFitAndWhatTheyBuildOn() {
        assertToldOfPlans("[three]", "[one]", "5: no lesson \"three\"; there are one, two");
        assertToldOfPlans("minutes: 4", "minutes: 10", "5: these lessons take 5 minutes, and this part has 4");
        assertToldOfPlans(
                "[two, one]",
                "[one]",
                "5: the lesson \"two\" builds on \"one\", which this plan does not have before it");
    }

    @Test
    void itsWordingIsChecked() {
        List<Mistake> warned = new ArrayList<>();
        CourseReader.read(
                changed("one/teaching.yaml", "Press **Prove it**.", "Press **Step forward**."),
                WidgetsReader.onClassPath(),
                "",
                warned::add);
        assertThat(warned)
                .singleElement()
                .asString()
                .startsWith("content/one/teaching.yaml:6: the bold words \"Prove it\"");
    }
}
