package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** A connection that is lost is said at once, tried again, and found again where it was. */
class ConnectionIT extends Site {
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";

    private static Locator notice(Page page) {
        return page.locator("x-notice");
    }

    private static void is(Page page, String state) {
        until(page, "document.querySelector('#stage')?.progress?.state === '" + state + "'");
    }

    private static int newest(Page page) {
        return ((Number) page.evaluate("document.querySelector('#stage').progress.newest")).intValue();
    }

    private static Tab open(CutLine line) {
        Tab tab = new Tab(Look.WIDE);
        tab.expectFaults();
        Tab.visit(tab.page, line.origin() + XOR);
        until(tab.page, "!!document.querySelector('#stage')?.setup");
        return tab;
    }

    private static void press(Page page, String id) {
        page.locator(id).click();
        page.waitForURL("**run=**");
        until(page, "!document.querySelector('.htmx-request, .htmx-settling')");
    }

    /** Presses a button of the notice, unless the page has found the connection again by itself and taken the notice away. */
    private static void pressIfThere(Page page, String name) {
        page.evaluate(
                "name => [...document.querySelectorAll('x-notice button')]"
                        + ".find(({ textContent }) => textContent.trim() === name)?.click()",
                name);
    }

    /** The step of a run as the server knows it. */
    private int step(Page page, String run) {
        return Integer.parseInt(page.request()
                .get(origin + run)
                .text()
                .replaceFirst("(?s).*\"state\":\"\\w+\",\"step\":(\\d+).*", "$1"));
    }

    @Test
    void aPlayingRunGoesOnAfterTheConnectionWasLost() {
        try (CutLine line = new CutLine(origin);
                Tab tab = open(line)) {
            Page page = tab.page;
            press(page, "#play");
            until(page, "document.querySelector('#stage').progress.newest > 5");
            line.cut();
            assertThat(notice(page)).containsText("The connection to the server is lost.");
            assertThat(notice(page)).hasAttribute("role", "status");
            int reached = newest(page);
            String run =
                    String.valueOf(page.evaluate("document.querySelector('#stage').run.frames.replace('/frames', '')"));
            page.waitForCondition(() -> step(page, run) > reached + 20);
            assertThat(page.locator("#play")).hasAttribute("aria-label", "Play");
            line.mend();
            is(page, "running");
            assertThat(notice(page)).containsText("The connection is back.");
            until(page, "document.querySelector('#stage').progress.newest > " + (reached + 5));
            until(
                    page,
                    "document.querySelector('#stage').curve.steps.every((s, i, all) => i === 0 || s - all[i - 1] < 10)");
        }
    }

    @Test
    void aPressWithoutAConnectionSaysSoAndTheNextOneActs() {
        try (CutLine line = new CutLine(origin);
                Tab tab = open(line)) {
            Page page = tab.page;
            press(page, "#forward");
            until(page, "document.querySelector('#stage').picture?.step === 1");
            line.cut();
            page.keyboard().press(".");
            assertThat(notice(page)).containsText("The connection to the server is lost.");
            tab.isAccessible();
            tab.fits();
            assertThat(page.locator("body")).not().containsText("Failed to fetch");
            line.mend();
            pressIfThere(page, "Try now");
            is(page, "paused");
            page.keyboard().press(".");
            until(page, "document.querySelector('#stage').picture?.step === 2");
        }
    }

    @Test
    void aRunThatTheServerForgotIsMadeAgainWithTheSameNumbers() {
        try (CutLine line = new CutLine(origin);
                Tab tab = open(line)) {
            Page page = tab.page;
            press(page, "#forward");
            until(page, "document.querySelector('#stage').picture?.step === 1");
            page.locator("#learningRate").fill("0.5");
            page.locator("#learningRate").press("Enter");
            until(page, "document.querySelector('#stage').curve.marks.length === 1");
            page.locator("#forward").click();
            until(page, "document.querySelector('#stage').picture?.step === 2");
            String run = String.valueOf(page.evaluate("document.querySelector('#stage').run.frames"));
            String before = page.request().get(origin + run + "/2").text();
            line.cut();
            page.locator("#forward").click();
            is(page, "lost");
            page.request().delete(origin + run.replace("/frames", ""));
            line.mend();
            assertThat(notice(page)).containsText("The server no longer holds this run");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make it again"))
                    .click();
            until(
                    page,
                    "document.querySelector('#stage').run.frames !== '" + run
                            + "' && document.querySelector('#stage').picture?.step === 2");
            String again = String.valueOf(page.evaluate("document.querySelector('#stage').run.frames"));
            assertThat(page.request().get(origin + again + "/2").text()).isEqualTo(before);
            assertThat(notice(page)).isHidden();
        }
    }
}
