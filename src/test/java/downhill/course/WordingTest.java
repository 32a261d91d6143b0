package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.course.text.Mistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Warns an author of wording that learners would have to read twice. */
class WordingTest {
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

            SENTENCE

            ```check
            id: sum
            ask: What is 1 + 1?
            answer: "2"
            solution: ANSWER
            begin: Begin with 1.
            ```
            """;

    private static List<String> warnings(String lesson) {
        Map<String, String> files = Map.of(
                "course.yaml", "lessons: [{lesson: one}]",
                "glossary.yaml", "delta: {term: delta, text: Something.}",
                "one/lesson.md", lesson);
        List<Mistake> warned = new ArrayList<>();
        CourseReader.read(path -> Optional.ofNullable(files.get(path)), WidgetsReader.onClassPath(), "", warned::add);
        return warned.stream().map(Mistake::toString).toList();
    }

    private static List<String> ofSentence(String sentence) {
        return warnings(LESSON.replace("SENTENCE", sentence));
    }

    @Test
    void plainSentencesGetNoWarning() {
        assertThat(ofSentence(
                        "What is a slope? Where paths meet, add. Whether it rises or falls, the step goes down. $w$ is 3. "
                                + "Whatever the sign, go on. How a neuron computes. \"Who is lowest?\" he asks."))
                .isEmpty();
        assertThat(ofSentence("Word" + " word".repeat(29) + ". Word" + " word".repeat(29) + "."))
                .isEmpty();
    }

    @Test
    void longSentencesAreCounted() {
        assertThat(ofSentence("Short one.\nWord" + " word".repeat(29) + " $w$."))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:20: this sentence has 31 words; 30 are the most");
        assertThat(warnings(LESSON.replace("ANSWER", "Word" + " word".repeat(30) + ".")))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:25: this sentence has 31 words");
    }

    @Test
    void headlessOpeningsAreToldInTextsAndTitles() {
        for (String opening : List.of(
                "What is typed stays.",
                "Who walks sees nothing.",
                "Whether it falls depends on the rate.",
                "So many it takes forward.",
                "Which valley, the start decides.",
                "Such as this one.",
                "Where it ends is unknown.")) {
            assertThat(ofSentence("A first sentence. " + opening))
                    .as(opening)
                    .singleElement()
                    .asString()
                    .contains("lesson.md:19: \"" + opening.substring(0, opening.indexOf(' ')), "opens like a question");
        }
        assertThat(warnings(LESSON.replace("# A scene", "# What one step does")))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:12: ");
    }

    @Test
    void boldWordsAreLabelsOrGlossaryLinks() {
        assertThat(ofSentence(
                        "Press **Step forward**. A **[delta](glossary:delta)**, and a [**delta**](glossary:delta)."))
                .isEmpty();
        assertThat(ofSentence("Press **Prove it**, *now*."))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:19: the bold words \"Prove it\"");
        assertThat(warnings(LESSON.replace("ANSWER", "Press **Feel the slope**.")))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:25: the bold words \"Feel the slope\"");
    }

    @TestFactory
    List<DynamicTest> theCourseIsPlainlyWorded() {
        List<Mistake> warned = new ArrayList<>();
        Course course = CourseReader.read(Content.in(Path.of("content")), WidgetsReader.onClassPath(), "", warned::add);
        List<String> files = new ArrayList<>(course.lessons().stream()
                .map(lesson -> lesson.slug() + "/lesson.md")
                .toList());
        course.guides().keySet().forEach(slug -> files.add(slug + "/teaching.yaml"));
        files.add("plans.yaml");
        files.add("glossary.yaml");
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file,
                        () -> assertThat(warned)
                                .filteredOn(mistake -> mistake.place().file().equals("content/" + file))
                                .isEmpty()))
                .toList();
    }

    @Test
    void thousandsNeedTheirCommas() {
        assertThat(ofSentence("The network has 50890 weights."))
                .singleElement()
                .asString()
                .contains("write 50890 with a comma");
        assertThat(ofSentence("The network has 50,890 weights, 1850 steps and the cost 0.291027924."))
                .isEmpty();
    }
}
