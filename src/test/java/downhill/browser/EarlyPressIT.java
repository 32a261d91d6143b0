package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pressed before a page's scripts are there is done once they are. */
class EarlyPressIT extends Site {
    /** Opens a page, acts while one of its scripts is still on its way, and lets the script arrive. */
    private void whileWaiting(Page page, String address, String script, Runnable act) {
        List<Route> held = new ArrayList<>();
        page.route("**/js/" + script, held::add);
        page.navigate(origin + address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !held.isEmpty());
        act.run();
        held.forEach(Route::resume);
    }

    @Test
    void aKeyIsKept() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            whileWaiting(
                    page,
                    "/lessons/one-neuron/2",
                    "lesson/board-tools.js",
                    () -> page.keyboard().press("f"));
            assertThat(page.locator(".masthead")).isHidden();
            page.keyboard().press("f");
            assertThat(page.locator(".masthead")).isVisible();
        }
    }

    @Test
    void aPressOnAButtonIsKept() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            whileWaiting(
                    page,
                    "/playground?data=xor",
                    "stage.js",
                    () -> page.locator("[aria-label='One step forward']").click());
            assertThat(page.locator("[data-part=shown]").first()).hasText("1");
        }
    }

    @Test
    void aChoiceIsKept() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            whileWaiting(
                    page,
                    "/playground?data=xor",
                    "stage.js",
                    () -> page.locator("label:has(#data-spiral)").click());
            page.waitForURL("**data=spiral**");
        }
    }
}
