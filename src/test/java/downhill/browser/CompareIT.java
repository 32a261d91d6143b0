package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs and branches beside each other, with what differs between them. */
class CompareIT extends Site {
    private static final String TABLE = "x-compare .sweep-table";

    private static void is(Page page, String progress, int value) {
        until(page, "document.querySelector('#stage')?.progress?." + progress + " === " + value);
    }

    private static void compare(Page page) {
        page.locator("x-compare button:text-is('Compare')").click();
    }

    private static List<String> heads(Page page) {
        return page.locator(TABLE + " thead th").allTextContents();
    }

    @Test
    void branchesAndAddedRunsAreComparedWithTheSettingsInWhichTheyDiffer() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = new Tab(look)) {
                Page page = tab.page;
                Tab.visit(page, origin + "/playground?data=circle&hidden=3&learningRate=0.5&testShare=0.5");
                page.locator("#forward").click();
                page.waitForURL("**run=**");
                page.locator("#stage[data-step='1']").waitFor();
                page.evaluate("document.querySelector('#stage').act('steps', { count: 19 })");
                is(page, "newest", 20);
                page.locator("#compare > summary").click();
                compare(page);
                assertThat(page.locator("x-compare .note").last()).containsText("There is only one run.");
                page.locator("x-compare button:text-is('Add this run')").click();
                assertThat(page.locator(".compare-added li")).hasCount(1);

                page.evaluate("document.querySelector('#stage').seek(10)");
                is(page, "shown", 10);
                page.locator("#learningRate").fill("0.1");
                page.locator("#learningRate").press("Enter");
                is(page, "newest", 10);
                compare(page);
                assertThat(page.locator(TABLE + " tbody tr")).hasCount(2);
                assertThat(heads(page))
                        .containsSubsequence("run", "step", "cost", "test cost", "learning rate", "changes");
                String branch = page.locator(TABLE + " tbody tr").last().textContent();
                assertThat(branch).startsWith("B").contains("rate 0.1 at step 10");
                assertThat(page.locator("x-compare .curve")).hasCount(2);
                assertThat(page.evaluate("new Set([...document.querySelectorAll('x-compare .curve')]"
                                + ".map((curve) => getComputedStyle(curve).stroke)).size"))
                        .isEqualTo(2);
                tab.fits();
                tab.isAccessible();
                tab.shoot("compare-" + look.width());

                // Another network: the run that was added is still there.
                Tab.visit(page, origin + "/playground?data=circle&hidden=8&learningRate=0.5&testShare=0.5");
                page.locator("#forward").click();
                page.waitForURL("**run=**");
                is(page, "newest", 1);
                page.locator("#compare > summary").click();
                compare(page);
                assertThat(page.locator(TABLE + " tbody tr")).hasCount(2);
                assertThat(heads(page)).contains("layers").doesNotContain("learning rate");
                assertThat(page.locator(TABLE + " tbody")).containsText("2-8-1");
            }
        }
    }
}
