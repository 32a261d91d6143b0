package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import downhill.browser.Tab.Look;
import downhill.course.reading.WidgetsReader;
import downhill.web.widget.Recordings;
import downhill.web.widget.WidgetRoutes;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every demo page with recordings of every build (in the long form with every recording), on a narrow phone and with a weight selected, and once on a wide page: nothing wider than
 * the page or its own box, no number that is none, no widget without a mark or a word, no error; and axe finds nothing.
 */
class WidgetLooksIT extends Site {
    private static final Look NARROW = new Look(360, 780, ColorScheme.LIGHT);

    /** The recordings whose pages are built differently; the others differ in their numbers alone. */
    private static final List<String> BUILDS = List.of("tiny", "large");

    private static final List<String> RECORDINGS = Thoroughness.of(Recordings.NAMES, BUILDS);

    /** A page is ready once its elements are known and its stages have a picture, or none to come. */
    private static final String READY = """
            () => [...document.querySelectorAll("main *")].every((e) => !e.localName.includes("-") || customElements.get(e.localName))
                && [...document.querySelectorAll("x-stage")]
                    .every((stage) => stage.setup && (stage.picture || stage.progress.state === "empty"))""";

    private static final String NEXT_FRAMES = """
            () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))""";

    /** Faults that a demanding reader would find without knowing the subject. */
    private static final String FAULTS = """
            () => {
                const faults = [];
                const page = document.documentElement;
                if (page.scrollWidth > page.clientWidth) {
                    faults.push(`${page.scrollWidth - page.clientWidth} pixels wider than the page of ${page.clientWidth}`);
                }
                for (const e of [...document.querySelectorAll("main *")].filter((e) => e.checkVisibility())) {
                    const own = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join("").trim();
                    const said = [own, ...[...e.attributes].map((a) => a.value)].find((s) => /NaN|undefined|Infinity/.test(s));
                    if (said || (/\\d{16}/.test(own) && !e.closest(".program"))) {
                        faults.push(`${e.localName} says ${said ?? own}`);
                    }
                    const { overflowX, display } = getComputedStyle(e);
                    if (own && !e.closest("svg") && overflowX === "visible" && display !== "inline" && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) {
                        faults.push(`${e.localName}.${e.className} in ${e.parentElement.className} is too narrow for ${own}`);
                    }
                    if (e.localName.startsWith("x-") && !e.innerText.trim() && !e.querySelector("svg, canvas, input")) {
                        faults.push(`${e.localName} shows nothing and says nothing`);
                    }
                }
                return faults;
            }""";

    private static final String SELECT = """
            () => document.querySelectorAll("x-stage:has(x-network, x-neuron)").forEach((stage) =>
                stage.select({ kind: "weight", at: [0, 0, 0] }, "hold"))""";

    @ParameterizedTest
    @MethodSource("demos")
    void aDemoIsSoundWithEveryRecording(String name, List<String> recordings) {
        try (Tab tab = new Tab(NARROW)) {
            for (String recording : recordings) {
                open(tab.page, name, recording);
                isSound(tab.page, recording);
                if (BUILDS.contains(recording)) {
                    isAccessible(tab);
                }
            }
            tab.page.setViewportSize(Look.WIDE.width(), Look.WIDE.height());
            open(tab.page, name, "xor");
            isSound(tab.page, "wide");
            isAccessible(tab);
        }
    }

    private static void isSound(Page page, String what) {
        page.evaluate(SELECT);
        page.evaluate(NEXT_FRAMES);
        Assertions.assertThat((List<?>) page.evaluate(FAULTS)).as(what).isEmpty();
    }

    @Test
    void whoUsesTheKeyboardIsNeverLeftNowhere() {
        try (Tab tab = new Tab(NARROW)) {
            open(tab.page, "debugger", "tiny");
            Locator stage = tab.page.locator("x-stage").first();
            stage.locator("[data-part=now]").press("Enter");
            assertThat(stage.locator("[data-part=scrubber]")).isFocused();
            stage.locator("[data-part=scrubber]").press("Home");
            stage.locator("form[data-part=step] button").press("Enter");
            stage.locator("[data-part=back]").press("Enter");
            assertThat(stage.locator("form[data-part=step] button")).isFocused();
            stage.locator("[data-part=after]").press("Enter");
            stage.locator("[data-part=whole]").press("Enter");
            assertThat(stage.locator("[data-part=after]")).isFocused();
        }
    }

    private void open(Page page, String name, String recording) {
        Tab.visit(page, origin + "/widgets/" + name + "?recording=" + recording);
        until(page, "(" + READY + ")()");
        page.evaluate(NEXT_FRAMES);
    }

    /** Asserts accessibility in both themes. */
    private static void isAccessible(Tab tab) {
        tab.isAccessible();
        tab.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        tab.page.evaluate(NEXT_FRAMES);
        tab.isLegible();
        tab.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Stream<Arguments> demos() {
        return WidgetRoutes.demos(WidgetsReader.onClassPath()).stream()
                .map(demo -> Arguments.of(demo.name(), demo.isOfRun() ? RECORDINGS : List.of("tiny")));
    }
}
