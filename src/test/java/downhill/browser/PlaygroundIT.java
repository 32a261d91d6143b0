package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaygroundIT extends Site {
    /** A network that learns xor within a few dozen steps. */
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";

    private Tab open(String path, Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + path);
        until(tab.page, "!!document.querySelector('x-stage')?.setup");
        return tab;
    }

    /** Waits for a step, and until all of the stage is there and hears keys. */
    private static void reach(Page page, int step) {
        until(
                page,
                "(s => s?.dataset.step !== undefined && s.progress.newest >= " + step
                        + ")(document.querySelector('#stage'))");
    }

    /** The cost at each step that the page has seen. */
    private static Map<Integer, Double> curve(Page page) {
        @SuppressWarnings("unchecked")
        List<List<Number>> points = (List<List<Number>>)
                page.evaluate(
                        "(() => { const c = document.querySelector('#stage').curve; return c.steps.map((s, i) => [s, c.costs[i]]); })()");
        Map<Integer, Double> curve = new HashMap<>();
        points.forEach(p -> curve.put(p.get(0).intValue(), p.get(1).doubleValue()));
        return curve;
    }

    private static int newest(Page page) {
        return ((Number) page.evaluate("document.querySelector('#stage').progress.newest")).intValue();
    }

    @Test
    void presenterModeShowsTheFigureAloneAndIsLeftByKeyOrButton() {
        try (Tab tab = open(XOR, Look.WIDE)) {
            Page page = tab.page;
            page.keyboard().press("f");
            assertThat(page.locator(".masthead")).isHidden();
            tab.isAccessible();
            page.getByText("Leave (F)").click();
            assertThat(page.locator(".masthead")).isVisible();
            page.locator("#present-button").click();
            page.keyboard().press("f");
            assertThat(page.locator("#present-button")).hasAttribute("aria-pressed", "false");
        }
    }

    @Test
    void whatTheFigureShowsIsDescribedOnDemandAndFollowsTheShownStep() {
        try (Tab tab = open(XOR, Look.PHONE)) {
            Page page = tab.page;
            page.locator("details.describe > summary").click();
            assertThat(page.locator("x-describe")).containsText("At step 0 the cost of the batch is");
            page.locator("#forward").click();
            assertThat(page.locator("x-describe")).containsText("At step 1 the cost of the batch is");
            assertThat(page.locator("x-describe table").first()).containsText("the output");
            tab.fits();
            tab.isAccessible();
        }
    }

    @Test
    void aProofThatWasAskedForWhileTheRunGoesOnIsAnsweredAndStays() {
        try (Tab tab = open(XOR, Look.WIDE)) {
            Page page = tab.page;
            page.locator("#inside-step > summary").click();
            page.locator("x-prove-it button").waitFor();
            page.locator("#play").click();
            reach(page, 5);
            page.locator("x-prove-it button").click();
            assertThat(page.locator("x-prove-it dd")).hasCount(6);
            reach(page, newest(page) + 5);
            assertThat(page.locator("x-prove-it dd")).hasCount(6);
            assertThat(page.locator("x-prove-it .note")).containsText("at step");
        }
    }

    @Test
    void aLearnerPlaysChangesTheRateResetsAndSeesTheSameCurveAgain() {
        try (Tab tab = open(XOR, Look.WIDE)) {
            Page page = tab.page;
            page.locator("#play").click();
            page.waitForURL("**/playground?**run=**");
            page.evaluate(
                    "window.seen = 0; document.querySelector('#stage').addEventListener('frame', () => window.seen++)");
            reach(page, 25);
            until(page, "window.seen >= 20");
            Map<Integer, Double> first = curve(page);
            assertThat(first.get(20)).isLessThan(first.get(0));

            page.locator("#learningRate").fill("0.7");
            page.locator("#learningRate").press("Enter");
            until(page, "document.querySelector('#stage').curve.marks.length === 1");
            int tweakedAt = newest(page);
            reach(page, tweakedAt + 10);
            assertThat(curve(page)).as("the curve goes on").containsKey(0).hasSizeGreaterThan(first.size());

            page.locator("#reset").click();
            until(page, "document.querySelector('#stage')?.progress?.state === 'first'");
            page.locator("#learningRate").fill("3");
            page.locator("#learningRate").press("Tab");
            page.locator("#play").click();
            page.waitForURL("**/playground?**run=**");
            reach(page, 20);
            Map<Integer, Double> again = curve(page);
            for (int step = 0; step <= 20; step++) {
                if (first.containsKey(step) && again.containsKey(step)) {
                    assertThat(again.get(step)).as("cost at step " + step).isCloseTo(first.get(step), within(1e-6));
                }
            }
        }
    }

    @Test
    void stepsGoForwardAndBackByKeyAndAReloadKeepsTheRun() {
        try (Tab tab = open(XOR, Look.WIDE)) {
            Page page = tab.page;
            page.locator("#forward").click();
            page.waitForURL("**/playground?**run=**");
            reach(page, 1);
            page.keyboard().press(".");
            reach(page, 2);
            page.keyboard().press(".");
            reach(page, 3);
            page.keyboard().press(",");
            assertThat(page.locator("[data-part=shown]")).hasText("2");
            Tab.reload(page);
            until(page, "document.querySelector('#stage')?.progress?.newest === 3");
            assertThat(page.locator("[data-part=shown]")).hasText("3");
        }
    }

    @Test
    void aRunThatLeavesTheFiniteNumbersStopsAndSaysSoKindly() {
        try (Tab tab = open("/playground?data=plane&activation=identity&learningRate=10", Look.WIDE)) {
            Page page = tab.page;
            page.locator("#play").click();
            page.waitForURL("**/playground?**run=**");
            until(page, "document.querySelector('#stage').progress.state === 'diverged'");
            assertThat(page.locator("#stage")).not().containsText("NaN");
            Locator notice = page.locator("x-notice");
            assertThat(notice).containsText("The steps were too large. Go back to an earlier step");
            notice.locator("button").press("Enter");
            assertThat(notice).containsText("Set a smaller learning rate here: a new branch starts from this step.");
            assertThat(notice).isFocused();
        }
    }

    @Test
    void aDigitTypedOnALineSetsItsWeight() {
        try (Tab tab = open(XOR, Look.WIDE)) {
            Page page = tab.page;
            page.locator("#forward").click();
            page.waitForURL("**/playground?**run=**");
            reach(page, 1);
            until(page, "!document.querySelector('.htmx-request, .htmx-settling')");
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".readout input")).isVisible();
            page.keyboard().press("1");
            assertThat(page.locator(".readout input")).isFocused();
            page.keyboard().type(".25");
            page.keyboard().press("Enter");
            until(page, "document.querySelector('#stage').picture.weights[0][0][0] === 1.25");
            assertThat(page.evaluate("document.querySelector('#stage').curve.marks[0].label"))
                    .isEqualTo("weight 1.250");
        }
    }

    @Test
    void whatAFieldGotWrongStandsBesideIt() {
        try (Tab tab = open(XOR, Look.WIDE)) {
            tab.expectFaults();
            Page page = tab.page;
            page.locator("#learningRate").fill("-1");
            page.locator("#learningRate").press("Tab");
            page.locator("#play").click();
            assertThat(page.locator("#error-learningRate")).containsText("above 0");
        }
    }

    @Test
    void bothPagesAreAccessibleFitAndAreKeptAsPictures() {
        for (String path : List.of("/", "/playground")) {
            for (Look look : Look.all()) {
                try (Tab tab = open(path, look)) {
                    tab.fits();
                    tab.isAccessible();
                    String name = path.equals("/") ? "home" : "playground";
                    tab.shoot(name + "-" + look.width() + "-"
                            + look.scheme().name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
    }

    @Test
    void theHomePageMovesByItself() {
        try (Tab tab = Tab.moving(Look.PHONE)) {
            Tab.visit(tab.page, origin + "/");
            reach(tab.page, 10);
            until(tab.page, "document.querySelector('#stage').curve.steps.length >= 10");
        }
    }

    @Test
    void aPhoneOf360PixelsNeedsNoSidewaysScroll() {
        try (Tab tab = open(
                "/playground?hidden=8-8-8", new Look(360, 740, com.microsoft.playwright.options.ColorScheme.LIGHT))) {
            tab.fits();
        }
    }

    @Test
    void aStepIsTakenApartOnDemandAndTheFirstLookMakesTheRun() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(XOR, look)) {
                Page page = tab.page;
                page.locator("#inside-step summary").click();
                page.waitForURL("**/playground?**run=**");
                assertThat(page.locator("x-debugger button").first()).isVisible();
                page.locator("#inside-examples summary").click();
                assertThat(page.locator("x-examples tr")).hasCount(5);
                page.locator("#inside-weights summary").click();
                assertThat(page.locator("x-sensitivity .bars button")).hasCount(17);
                tab.isAccessible();
                page.locator("#inside-step summary").click();
                assertThat(page.locator("x-debugger")).hasCount(0);
            }
        }
    }

    /** An impossible number is refused as it is typed, and every action that it blocks leads to it. */
    @Test
    void aRateThatCannotBeIsSaidSoAtOnceAndWhatItBlocksLeadsToIt() {
        try (Tab tab = open("/playground?data=circle", Look.WIDE)) {
            tab.expectFaults();
            Page page = tab.page;
            Locator rate = page.locator("#learningRate");
            rate.fill("0");
            rate.press("Tab");
            assertThat(page.locator("#error-learningRate")).not().hasText("");
            rate.fill("abc");
            rate.press("Tab");
            assertThat(page.locator("#error-learningRate"))
                    .hasText("The learning rate must be a number above 0, for example 0.5. You typed “abc”.");
            page.locator("label:has(#data-spiral)").click();
            assertThat(rate).isFocused();
            assertThat(page.locator("#data-circle")).isChecked();
            assertThat(page.locator("#error-learningRate")).not().hasText("");
            rate.fill("1 × 10⁻²");
            rate.press("Tab");
            assertThat(rate).hasValue("0.01");
            assertThat(page.locator("#error-learningRate")).hasText("");
            page.locator("label:has(#data-spiral)").click();
            page.waitForURL("**data=spiral**");
        }
    }
}
