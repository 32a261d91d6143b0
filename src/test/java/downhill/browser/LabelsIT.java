package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every button that a scene's words name in bold is there in the scene's figure, under that name. */
class LabelsIT extends Site {
    private static final int MOST_TRIES = 100;
    private static final int PAUSE_MS = 50;

    private static final Course COURSE = CourseReader.read(Content.onClassPath(), "");

    /** The bold words of a scene that name no control of its figure. Two controls change their name as they are used. */
    private static final String UNKNOWN = """
            () => {
                const plain = (text) => text.replace(/\\s+/g, " ").trim().toLowerCase();
                const names = new Set();
                const later = { "pause": "play", "next derivative": "next value" };
                for (const control of document.querySelectorAll(
                        ".board button, .board input, .board select, .board textarea, .board summary, .board label, .board [role=button], .board a[download]")) {
                    for (const name of [control.getAttribute("aria-label"), control.textContent, control.firstChild?.textContent,
                        ...[...(control.labels ?? [])].flatMap((label) => [label.textContent, label.firstChild?.textContent])]) {
                        names.add(plain(name ?? ""));
                    }
                }
                return [...document.querySelectorAll("x-scene strong")]
                    .filter((strong) => !strong.closest("x-term") && !strong.querySelector("x-term"))
                    .map((strong) => plain(strong.textContent)).filter((label) => !names.has(label) && !names.has(later[label]));
            }""";

    @TestFactory
    List<DynamicTest> theWordsNameControlsThatTheFigureHas() {
        return COURSE.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(lesson.slug(), () -> visit(lesson)))
                .toList();
    }

    private void visit(Lesson lesson) {
        try (Tab tab = new Tab(Look.WIDE)) {
            for (Scene scene : lesson.scenes()) {
                Tab.visit(tab.page, origin + "/lessons/" + lesson.slug() + "/" + scene.number());
                LessonsIT.arrive(tab.page, scene);
                assertThat(unknown(tab.page))
                        .as("%s, scene %d", lesson.slug(), scene.number())
                        .isEmpty();
            }
        }
    }

    /** The words that name no control, once the figure has had the time to draw all of its controls. */
    private static List<?> unknown(Page page) {
        List<?> unknown = (List<?>) page.evaluate(UNKNOWN);
        for (int tries = 0; tries < MOST_TRIES && !unknown.isEmpty(); tries++) {
            page.waitForTimeout(PAUSE_MS);
            unknown = (List<?>) page.evaluate(UNKNOWN);
        }
        return unknown;
    }
}
