package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** The cost curve of a page that is opened again is the one that was there before. */
class CostCurveIT extends Site {
    /** A run of more steps than are shown one by one, some of which nobody saw. */
    private Tab open(String query, int steps) {
        Tab tab = new Tab(Look.WIDE);
        Page page = tab.page;
        Tab.visit(page, origin + "/playground?" + query);
        until(page, "!!document.querySelector('x-stage')?.setup");
        page.locator("#forward").click();
        page.waitForURL("**/playground?**run=**");
        until(page, "document.querySelector('#stage')?.progress.newest === 1");
        until(page, "!document.querySelector('.htmx-request, .htmx-settling')");
        page.evaluate("document.querySelector('#stage').act('steps', { count: " + (steps - 1) + " })");
        until(page, "document.querySelector('#stage').progress.newest === " + steps);
        return tab;
    }

    /** A test that a number of the curve's points have the costs over the whole sets. */
    private static String known(int points) {
        return "(c => c.steps.length >= " + points
                + " && c.trainCosts.every(x => x !== null) && c.testCosts.every(x => x !== null))"
                + "(document.querySelector('#stage').curve)";
    }

    @Test
    void aReloadBringsBackTheCostsOfTrainingAndHeldBackExamplesOverTheWholePast() {
        try (Tab tab = open("data=moons&hidden=4&learningRate=0.3", 301)) {
            Page page = tab.page;
            Tab.reload(page);
            until(page, "document.querySelector('#stage')?.picture?.step === 301");
            until(page, known(302));
            assertThat(page.evaluate(
                            "document.querySelector('#stage').curve.steps.join() === [...Array(302).keys()].join()"))
                    .isEqualTo(true);
            assertThat(
                            page.evaluate(
                                    "(s => Math.abs(s.curve.trainCosts.at(-1) - s.picture.trainCost) < 1e-6 && Math.abs(s.curve.testCosts.at(-1) - s.picture.testCost) < 1e-6)(document.querySelector('#stage'))"))
                    .isEqualTo(true);
            page.locator("x-cost-table summary").click();
            assertThat(page.locator("x-cost-table table")).not().containsText("\u2013");
            tab.shoot("curve-reloaded");
        }
    }

    @Test
    void aYoungRunThatIsOpenedAgainIsAtItsNewestStepAtOnceAndItsWholeCurveIsThere() {
        try (Tab tab = open("data=moons&hidden=4&learningRate=0.3", 41)) {
            Page page = tab.page;
            page.addInitScript("window.seen = []; document.addEventListener('frame', (e) => "
                    + "seen.push(e.detail.frame.step), { capture: true })");
            Tab.reload(page);
            until(page, known(42));
            assertThat(page.evaluate("[...new Set(seen)].join()")).isEqualTo("41");
        }
    }

    @Test
    void aLongPastComesPartByPartAndALiveStepGoesOnAtItsEnd() {
        try (Tab tab = open("data=moons&hidden=4&learningRate=0.1", 6001)) {
            Page page = tab.page;
            Tab.reload(page);
            until(page, "document.querySelector('#stage')?.picture?.step === 6001");
            page.locator("#forward").click();
            until(page, "document.querySelector('#stage').progress.newest === 6002");
            until(page, known(400));
            assertThat(page.evaluate(
                            "(steps => steps[0] === 0 && steps.at(-1) === 6002 && steps.every((s, i) => i === 0 || s > steps[i - 1]))"
                                    + "(document.querySelector('#stage').curve.steps)"))
                    .isEqualTo(true);
        }
    }
}
