package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import downhill.browser.Tab.Look;
import downhill.course.Challenge;
import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole lesson played by a teacher, a projector and five learners with phones. */
class ClassLessonIT extends Site {
    private static final Look TEACHER = new Look(1920, 1080, ColorScheme.LIGHT);
    private static final Look PROJECTOR = new Look(1920, 1080, ColorScheme.DARK);
    private static final List<String> NAMES = List.of("Ann", "Bo", "Chidi", "Dee", "");
    private static final String SLUG = "sensitivity";
    private static final Lesson LESSON = CourseReader.readable(
                    Content.onClassPath(), WidgetsReader.onClassPath(), "", mistake -> {})
            .lesson(SLUG)
            .orElseThrow();

    private static final String GRADIENTS = "document.querySelector('#stage').picture.weightGradients";

    private final List<Tab> learners = new ArrayList<>();
    private Tab teacher;
    private Tab board;

    @BeforeAll
    void open() {
        teacher = new Tab(TEACHER);
        board = new Tab(PROJECTOR);
        Page desk = teacher.page;
        Tab.visit(desk, origin + "/teachers");
        desk.locator("#class-lesson").selectOption(SLUG);
        desk.locator(".start-class button").click();
        assertThat(desk).hasURL(Pattern.compile("/classes/[\\w-]{20,}$"));
        until(desk, "document.documentElement.dataset.begun !== undefined");
        Tab.visit(board.page, origin + desk.locator(".class-side a.act").getAttribute("href"));
        String code = desk.locator(".class-side .class-code").textContent();
        for (int i = 0; i < NAMES.size(); i++) {
            Tab tab = Tab.touched(i % 2 == 0 ? Look.PHONE : Look.PHONE_DARK);
            learners.add(tab);
            Tab.visit(tab.page, origin + "/join?code=" + code.replace(" ", ""));
            tab.page.locator("#nickname").fill(NAMES.get(i));
            tab.page.locator(".join button").tap();
        }
    }

    @AfterAll
    void close() {
        learners.forEach(Tab::close);
        board.close();
        teacher.close();
    }

    private Page desk() {
        return teacher.page;
    }

    private Page phone(int number) {
        return learners.get(number).page;
    }

    /** Brings everybody to a scene and waits until all are there. */
    private void hold(int scene) {
        desk().locator("#at-" + scene).click();
        for (Tab learner : learners) {
            assertThat(learner.page).hasURL(Pattern.compile("/" + SLUG + "/" + scene + "$"));
            until(learner.page, "document.documentElement.dataset.begun !== undefined");
            until(learner.page, "!!document.querySelector('#stage')?.picture");
            learner.fits();
        }
        assertThat(desk().locator("#scene-" + scene + " .class-there b")).hasText("5");
    }

    private static Locator question(Page page, String id) {
        return page.locator("x-question[data-id=" + id + "]");
    }

    /** Chooses an answer by its number, from 1, or does not know. */
    private void choose(int learner, String id, int choice) {
        Locator question = question(phone(learner), id);
        if (choice == 0) {
            question.locator("button[name=unknown]").tap();
        } else {
            question.locator("label").nth(choice - 1).tap();
            question.locator("button.act").first().tap();
        }
        assertThat(question.locator("[data-verdict]")).isVisible();
    }

    private void type(int learner, String id, double number, String verdict) {
        Locator question = question(phone(learner), id);
        question.locator("input[name=answer]").fill(String.valueOf(number));
        question.locator(".number-answer button").tap();
        assertThat(question.locator("[data-verdict=" + verdict + "]")).isVisible();
    }

    private double number(int learner, String expression) {
        return ((Number) phone(learner).evaluate(expression)).doubleValue();
    }

    /** Shows the answers on the projector, which had nothing of them before. */
    private void reveal(String id, int scene) {
        assertThat(board.page.locator(
                        ".board-shown .question-kind", new Page.LocatorOptions().setHasText("scene " + scene)))
                .hasCount(0);
        desk().locator("#reveal-" + id).click();
        assertThat(board.page.locator(".board-shown .question-kind")).containsText("scene " + scene);
        board.fits();
    }

    private void answered(String id, int count) {
        assertThat(desk().locator(".class-question:has(#reveal-" + id + ") .class-answered"))
                .containsText(count + " of 5 learners");
    }

    @Test
    void aTeacherAndFiveLearnersPlayAWholeLesson() {
        guess();
        check();
        pause();
        go();
        last();
        summary();
    }

    /** Scene 1: everybody guesses, then all see the guesses. */
    private void guess() {
        hold(1);
        int[] choices = {1, 2, 2, 3, 0};
        for (int i = 0; i < choices.length; i++) {
            choose(i, "which-way", choices[i]);
        }
        answered("which-way", 5);
        reveal("which-way", 1);
        assertThat(board.page.locator(".tally-bars > li > b")).hasText(new String[] {"1", "2", "1"});
        assertThat(board.page.locator(".tally")).containsText("1 said “I don’t know”.");
        board.isAccessible();
    }

    /** Scene 2: numbers of each learner's own; a mistake is known by its name. */
    private void check() {
        hold(2);
        for (int i = 0; i < 4; i++) {
            double wanted = number(i, "Number(document.querySelector('x-question .ask [data-given]').textContent)");
            double right = -wanted / number(i, GRADIENTS + "[0][0][0]");
            if (i > 1) {
                type(i, "small-change", -right, "wrong");
                assertThat(question(phone(i), "small-change")).containsText("That would raise the cost");
            }
            if (i < 3) {
                type(i, "small-change", right, "right");
            }
        }
        question(phone(4), "small-change").locator("button[name=unknown]").tap();
        answered("small-change", 5);
        reveal("small-change", 2);
        assertThat(board.page.locator(".tally-share"))
                .hasText("60% have the right answer, 2 of 5 at the first try. 1 asked for the solution.");
        assertThat(board.page.locator(".tally-mistakes li")).hasCount(1);
        assertThat(board.page.locator(".tally-mistakes li b").first()).hasText("2");
        assertThat(board.page.locator(".tally-note")).hasText("Each learner has one of the numbers in brackets.");
        assertThat(board.page.locator(".tally-mistakes li > span"))
                .hasText("That would raise the cost by (0.001, 0.0015 or 0.002).");
    }

    private void pause() {
        desk().locator("#word").fill("Eyes to the front");
        desk().locator("#pause").click();
        for (Tab learner : learners) {
            assertThat(learner.page.locator(".class-bar dialog")).isVisible();
        }
        assertThat(board.page.locator(".board-word")).hasText("Eyes to the front");
        desk().locator("#resume").click();
        assertThat(phone(4).locator(".class-bar dialog")).isHidden();
    }

    /** Scenes 3 and 4: choices, then everybody trains a network, and all see all of them go down. */
    private void go() {
        hold(3);
        for (int i = 0; i < 5; i++) {
            choose(i, "two-bars", i < 4 ? 3 : 1);
            choose(i, "same-step", 2);
        }
        answered("two-bars", 5);
        answered("same-step", 5);
        hold(4);
        for (int i = 0; i < 5; i++) {
            type(
                    i,
                    "adjustment",
                    number(i, "Math.abs(" + GRADIENTS + "[0][0][0] / " + GRADIENTS + "[1][0][0])"),
                    "right");
            for (int step = 1; step <= i + 1; step++) {
                phone(i).locator("[data-part=step] button").tap();
                until(phone(i), "document.querySelector('#stage').progress.newest === " + step);
            }
        }
        answered("descents-4", 5);
        reveal("descents-4", 4);
        assertThat(board.page.locator(".descent .walker")).hasCount(5);
        assertThat(board.page.locator(".descent .curve")).hasCount(5);
        assertThat(board.page.locator(".descent-curves figcaption")).containsText("after 3 steps");
        assertThat(board.page.locator("body")).not().containsText("Chidi");
        board.isAccessible();
    }

    /** Scenes 5 to 7, at each learner's own pace; two of three meet the challenge. */
    private void last() {
        hold(5);
        for (int i = 0; i < 5; i++) {
            choose(i, "passes", i + 1 > 4 ? 0 : i + 1);
        }
        answered("passes", 5);
        desk().locator("#free").click();
        assertThat(phone(0).locator(".travel [rel=next][data-closed]")).hasCount(0);
        for (int i = 0; i < 5; i++) {
            go(i, 6);
            choose(i, "what-is-it", 2);
            go(i, 7);
        }
        Challenge challenge = (Challenge) LESSON.question("one-weight").orElseThrow();
        for (int i = 0; i < 3; i++) {
            if (i < 2) {
                Solver.solve(phone(i), challenge.solutions().getFirst());
            }
            question(phone(i), "one-weight").locator("form button").tap();
            assertThat(question(phone(i), "one-weight").locator("[data-verdict=" + (i < 2 ? "right" : "wrong") + "]"))
                    .isVisible();
        }
        answered("one-weight", 3);
        reveal("one-weight", 7);
        assertThat(board.page.locator(".tally-share")).hasText("2 of 3 who tried have met it.");
        teacher.fits();
        teacher.isAccessible();
    }

    private void go(int learner, int scene) {
        Page page = phone(learner);
        page.locator(".travel [rel=next]").tap();
        assertThat(page).hasURL(Pattern.compile("/" + SLUG + "/" + scene + "$"));
        until(page, "!!document.querySelector('#stage')?.picture");
    }

    private void summary() {
        Tab.visit(desk(), desk().url() + "/summary");
        teacher.isAccessible();
        teacher.fits();
        assertThat(desk().locator("body")).containsText("5 learners.");
        assertThat(desk().locator("#answers-small-change .tally-share")).containsText("60% have the right answer");
        assertThat(desk().locator("#answers-one-weight .tally-share")).hasText("2 of 3 who tried have met it.");
        assertThat(desk().content()).doesNotContain("Chidi");
    }
}
