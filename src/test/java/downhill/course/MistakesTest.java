package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.course.text.ContentException;
import downhill.course.text.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each mistake of an author is reported with its file, its line and the nearest right name, and all of them at once. */
class MistakesTest {
    private static final String LESSON = """
            ---
            title: A lesson
            question: What?
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
            show: [network]
            ```

            Some words, {{cost}} and $w$.

            ```check
            id: product
            ask: How large?
            with: {d: deltas.1.0}
            answer: 2 * d
            solution: So.
            begin: Double it.
            ```
            """;

    private static List<String> mistakes(String wrong, String inPlaceOf) {
        assertThat(LESSON).contains(inPlaceOf);
        Map<String, String> files = Map.of(
                "course.yaml", "lessons: [{lesson: one}]",
                "glossary.yaml", "delta: {term: delta, text: Something.}",
                "one/lesson.md", LESSON.replace(inPlaceOf, wrong));
        Content content = path -> Optional.ofNullable(files.get(path));
        ContentException e = catchThrowableOfType(ContentException.class, () -> CourseReader.read(content, ""));
        return e == null
                ? List.of()
                : e.mistakes().stream().map(Mistake::toString).toList();
    }

    private static void assertTold(String wrong, String inPlaceOf, String reported) {
        assertThat(mistakes(wrong, inPlaceOf)).containsExactly("content/one/lesson.md:" + reported);
    }

    @Test
    void theLessonItselfHasNone() {
        assertThat(mistakes("tiny", "tiny")).isEmpty();
    }

    @Test
    void aRowAndTheChoicesGoWithTheirWidgets() {
        assertTold(
                "[network]\nrow: {runs: [tiny], steps: 5}",
                "[network]",
                "15: the widget health-row and the key \"row\" need each other");
        assertTold(
                "[health-row]\nrow: {runs: [tyni], steps: 5}",
                "[network]",
                "17: no run \"tyni\"; did you mean \"tiny\"?");
        assertTold("[choices]", "[network]", "15: the widget choices and the key \"choices\" need each other");
        assertTold(
                "[choices]\nchoices: {activation: [relu], initializer: [{name: zeros}]}",
                "[network]",
                "17: the choices leave out the run's own activation and initializer");
    }

    @Test
    void aRunsTweaksComeBeforeTheStepsThatScenesShow() {
        String tweaked = "network: {layers: [2, 2, 1]}\n    tweaks: [{step: 5, optimizer: {learningRate: 0.2}}]";
        assertTold(
                tweaked,
                "network: {layers: [2, 2, 1]}",
                "16: the run \"tiny\" is changed at step 5: show a later step, at least 6");
        assertThat(mistakes(
                        tweaked.replace("0.2}}]", "0.2}}, {step: 5, optimizer: {learningRate: 0.1}}]"),
                        "network: {layers: [2, 2, 1]}"))
                .first()
                .isEqualTo("content/one/lesson.md:10: a whole number from 6 to 1000 is expected here, not 5");
        assertThat(mistakes(tweaked.replace("learningRate", "learnignRate"), "network: {layers: [2, 2, 1]}"))
                .first()
                .asString()
                .contains("learnignRate");
    }

    @Test
    void wordsOfLabelsAreTaughtBeforeTheyAreUsed() {
        assertTold("[network]\nwords: [detla]", "[network]", "17: no word \"detla\"; did you mean \"delta\"?");
        assertTold(
                "[network]\nteaches: [cost]\nwords: [cost, delta]",
                "[network]",
                "18: the word \"delta\" is not taught by this scene; no lesson teaches it");
        assertTold(
                "[network]\nteaches: [cost, cost]",
                "[network]",
                "17: the word \"cost\" is taught already, in the lesson \"one\"");
        assertThat(mistakes("[network]\nteaches: [cost, delta]\nwords: [cost]", "[network]"))
                .isEmpty();
    }

    @Test
    void namesThatThereAreNot() {
        assertTold("[netwrok]", "[network]", "16: no widget \"netwrok\"; did you mean \"network\"?");
        assertTold("run: tinny", "run: tiny", "15: no run \"tinny\"; did you mean \"tiny\"?");
        assertTold("minuts: 5\nminutes: 5", "minutes: 5", "4: no field \"minuts\"; did you mean \"minutes\"?");
        assertTold("```chek", "```check", "21: no block \"chek\"; did you mean \"check\"?");
        assertTold("[d](glossary:detla)", "words", "19: no glossary entry \"detla\"; did you mean \"delta\"?");
        assertTold("[d](lesson:onne)", "words", "19: no lesson \"onne\"; did you mean \"one\"?");
        assertTold(
                "hill: parabole\nshow: [profile]",
                "run: tiny\nshow: [network]",
                "15: no hill \"parabole\"; did you mean \"parabola\"?");
    }

    @Test
    void aSecantWithoutWidthsAndWidthsWithoutASecant() {
        String reported = "15: the widget secant needs its widths, numbers above 0: secant: [1, 0.1, 0.01]";
        for (String wrong :
                List.of("show: [secant]", "show: [profile]\nsecant: [1]", "show: [secant]\nsecant: [1, 0]")) {
            assertThat(mistakes("hill: parabola\n" + wrong, "run: tiny\nshow: [network]"))
                    .contains("content/one/lesson.md:" + reported);
        }
    }

    @Test
    void scenesAndPathsThatThereAreNot() {
        assertTold("[d](lesson:one/7)", "words", "19: the lesson \"one\" has no scene 7; its last is 1");
        assertTold("{{csot}}", "{{cost}}", "19: no quantity on this stage \"csot\"; did you mean \"cost\"?");
        assertTold(
                "deltas.2.0",
                "deltas.1.0",
                "24: there is no \"deltas.2.0\" on this stage; deltas.l.j is of neuron j of layer l+1");
    }

    @Test
    void specificationsThatCannotBeCarriedOut() {
        assertThat(mistakes("{layers: [2, 2, 1], activation: [tanh]}", "{layers: [2, 2, 1]}"))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:9: this run cannot be made: /network/activation:")
                .contains("no field");
        assertThat(mistakes("{layers: [3, 2, 1]}", "{layers: [2, 2, 1]}"))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:9:")
                .contains("2 inputs");
    }

    @Test
    void expressionsAndFormulasThatCannotBeRead() {
        assertThat(mistakes("answer: 2 *", "answer: 2 * d"))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:25: \"2 *\" is no expression:");
        assertTold("answer: 2 * q", "answer: 2 * d", "25: no name in with: \"q\"; there are d");
        assertTold("$\\sigmaa$", "$w$", "19: no command \"\\sigmaa\" in formulas; did you mean \"\\sigma\"?");
    }

    @Test
    void whatALessonMustNotHave() {
        assertThat(mistakes("Some <b>", "Some").getFirst())
                .startsWith("content/one/lesson.md:19: a lesson has no HTML");
        assertThat(mistakes("Some" + " word".repeat(140), "Some"))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:12: this scene has 14")
                .contains("about 120");
        assertTold(
                "begin: Double it.\n---\nid: product\nask: Again?\nanswer: 1\nbegin: Count.\nsolution: So.",
                "begin: Double it.",
                "29: the id \"product\" is taken in this lesson");
    }

    @Test
    void yamlThatIsNone() {
        assertThat(mistakes("ask: How: large?", "ask: How large?"))
                .singleElement()
                .asString()
                .startsWith("content/one/lesson.md:23: this is not YAML")
                .contains("needs quotes");
    }

    @Test
    void givenNumbersThatNobodyCanUse() {
        String ask = "ask: Times {{given.k}}?\ngiven: ";
        String rest = "\nwith: {d: deltas.1.0}\nanswer: k * d";
        String was = "ask: How large?\nwith: {d: deltas.1.0}\nanswer: 2 * d";
        assertThat(mistakes(ask + "{k: [3, 4]}" + rest, was)).isEmpty();
        assertTold(ask + "{k: [3]}" + rest, was, "24: a list of two or more different numbers is expected here");
        assertTold(
                ask + "{k: [3, 4], m: [1, 2]}" + rest,
                was,
                "24: the question does not say {{given.m}}, so nobody can answer it");
        assertThat(mistakes(ask + "{d: [3, 4]}" + rest, was))
                .anyMatch(reported -> reported.endsWith("\"d\" is in with: already; take another name"));
        assertThat(mistakes("ask: How {{given.k}}?", "ask: How large?"))
                .singleElement()
                .asString()
                .contains("no quantity on this stage \"given\"");
    }

    @Test
    void aSceneThatCannotContinueTheOneBefore() {
        assertTold(
                "show: [network]\ncontinues: true", "show: [network]", "12: the first scene has nothing to continue");
        String hill = "begin: Double it.\n```\n\n# Next\n\n```stage\nhill: parabola\ncontinues: true\nshow: [profile]";
        assertTold(
                hill,
                "begin: Double it.",
                "30: this scene shows the hill parabola and the scene before shows the run tiny, so it cannot continue it");
        String run =
                "begin: Double it.\n```\n\n# Next\n\n```stage\nrun: tiny\ncontinues: true\noptional: true\nshow: [network]";
        assertThat(mistakes(run, "begin: Double it.")).isEmpty();
    }

    @Test
    void allAtOnce() {
        assertThat(mistakes("[netwrok]\nmoment: detla 1", "[network]")).hasSize(2);
    }

    @Test
    void aNameThatExpressionsReadAsAConstantIsRefused() {
        assertThat(mistakes("with: {e: deltas.1.0}\nanswer: 2 * e", "with: {d: deltas.1.0}\nanswer: 2 * d"))
                .singleElement()
                .asString()
                .endsWith("\"e\" is a constant of expressions; take another name");
    }

    @Test
    void aLessonWithAMistakeIsLeftOutWhereTheSiteMustOpen() {
        Map<String, String> files = Map.of(
                "course.yaml",
                "lessons: [{lesson: one}, {lesson: two}]",
                "glossary.yaml",
                "delta: {term: delta, text: Something.}",
                "one/lesson.md",
                LESSON.replace("show: [network]", "show: [netwrok]"),
                "two/lesson.md",
                LESSON);
        List<Mistake> reported = new ArrayList<>();
        Course course = CourseReader.readable(
                path -> Optional.ofNullable(files.get(path)), WidgetsReader.onClassPath(), "", reported::add);
        assertThat(course.lessons()).extracting(Lesson::slug).containsExactly("two");
        assertThat(course.lessons()).extracting(Lesson::number).containsExactly(1);
        assertThat(reported).singleElement().asString().startsWith("content/one/lesson.md:");
    }
}
