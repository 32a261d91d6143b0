package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import downhill.browser.Tab.Look;
import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scene's figure and the controls of it fit the window, and what is drawn stays in its frame. */
class FitIT extends Site {
    /** The figures and controls of a stage that lie in part beyond the window, each with its place. */
    private static final String BEYOND = """
            (() => [...document.querySelectorAll(`.panels :is(x-network, x-profile svg, x-contour-map svg, x-heights svg, x-surface canvas,
                    .graph-figure, .graph-buttons button, .value-row input, .neuron-figure, .neuron-sliders input, .wiggle-figure,
                    x-wiggle input, x-cost-chart .chart, .bars, x-timeline.timeline button, .walk input, .walk button,
                    x-tuning input, x-prove-it button)`)]
                .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.getBoundingClientRect().width > 0)
                .map((part) => [part, part.getBoundingClientRect()])
                .filter(([, box]) => box.top < 0 || box.left < 0 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1)
                .map(([part, box]) => `${part.localName}.${part.getAttribute("class") ?? ""} in ${part.closest(".part, .hill-tools")?.className}`
                    + ` ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`).join("; "))()""";

    private static final List<Look> WINDOWS = List.of(Look.WIDE, new Look(1366, 768, Look.WIDE.scheme()));

    static Stream<String> lessons() {
        return LessonsIT.COURSE.lessons().stream().map(Lesson::slug);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void eachStageFitsTheWindowAndNothingIsWiderThanAPhone(String slug) {
        Lesson lesson = LessonsIT.COURSE.lesson(slug).orElseThrow();
        List<String> faults = new ArrayList<>();
        try (Tab tab = new Tab(Look.WIDE)) {
            for (Scene scene : lesson.scenes()) {
                Tab.visit(tab.page, origin + "/lessons/" + slug + "/" + scene.number());
                until(tab.page, "!!document.querySelector('#stage')?.picture");
                for (Look window : WINDOWS) {
                    tab.page.setViewportSize(window.width(), window.height());
                    String beyond = settled(tab.page, BEYOND);
                    if (!beyond.isEmpty()) {
                        faults.add(scene.number() + " at " + window.width() + ": " + beyond);
                    }
                }
                tab.page.setViewportSize(Look.PHONE.width(), Look.PHONE.height());
                String wide = settled(
                        tab.page,
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth ? 'too wide' : ''");
                if (!wide.isEmpty()) {
                    faults.add(scene.number() + " on a phone: " + wide);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aSurfaceFillsItsPlaceOnceItIsDrawn() {
        try (Tab tab = new Tab(WINDOWS.getLast())) {
            Tab.visit(tab.page, origin + "/lessons/the-hill/7");
            until(tab.page, """
                    (surface => {
                        const [box, canvas] = [surface?.querySelector(".hill-box"), surface?.querySelector("canvas")];
                        return !!canvas && (canvas.hidden || (canvas.hasAttribute("width")
                            && canvas.clientHeight >= 0.9 * Math.min(box.clientHeight, box.clientWidth)));
                    })(document.querySelector("x-surface"))""");
        }
    }

    /** The final value of an expression: nothing, as soon as that is so, or else the mistake. */
    private static String settled(Page page, String expression) {
        try {
            until(page, "(" + expression + ") === ''");
            return "";
        } catch (TimeoutError stillWrong) {
            return String.valueOf(page.evaluate(expression));
        }
    }

    @Test
    void whatDivergesStaysInItsFrame() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/step-size/5");
            until(page, "!!document.querySelector('#stage')?.picture?.walkers");
            page.locator("input[data-tune=learningRate][type=text]").first().fill("1.1");
            until(page, "document.querySelector('#stage').picture.walkers[0].rate === 1.1");
            Locator forward = page.locator("x-timeline [data-part=step] button");
            for (int step = 1; step <= 8; step++) {
                forward.click();
                until(page, "document.querySelector('#stage').picture.step === " + step);
            }
            until(page, "document.querySelector('.away text')?.textContent.includes('left the map')");
            assertThat(page.evaluate("""
                    [...document.querySelectorAll('.height-line')].every((line) => line.getBoundingClientRect().height === 0
                        || line.closest('[clip-path]') !== null)
                    && [...document.querySelectorAll('.hill-figure')].every((figure) => getComputedStyle(figure).overflow === 'hidden')""")).isEqualTo(true);
        }
    }

    @Test
    void aMeaningLiesOverTheFigureAndInTheWindow() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/the-hill/2");
            page.locator("x-term a").first().focus();
            until(page, "document.querySelector('x-term .meaning').matches(':popover-open')");
            assertThat(page.evaluate("""
                    (() => {
                        const meaning = document.querySelector('x-term .meaning');
                        const { left, right, top, bottom } = meaning.getBoundingClientRect();
                        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
                            && meaning.contains(document.elementFromPoint(right - 4, (top + bottom) / 2));
                    })()""")).isEqualTo(true);
        }
    }
}
