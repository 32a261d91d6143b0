package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Presses before a page's scripts have loaded take effect once they have. */
class EarlyPressIT extends Site {
    /** Opens a page, acts while one of its scripts is still loading, lets the script arrive, and checks the outcome. */
    private void early(String address, String script, Consumer<Page> act, Consumer<Page> outcome) {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            List<Route> held = new ArrayList<>();
            page.route("**/js/" + script, held::add);
            page.navigate(origin + address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForCondition(() -> !held.isEmpty());
            act.accept(page);
            held.forEach(Route::resume);
            outcome.accept(page);
        }
    }

    @Test
    void aKeyIsKept() {
        early(
                "/lessons/one-neuron/2",
                "parts/lesson-*.js",
                page -> page.keyboard().press("f"),
                page -> {
                    assertThat(page.locator(".masthead")).isHidden();
                    page.keyboard().press("f");
                    assertThat(page.locator(".masthead")).isVisible();
                });
    }

    @Test
    void aPressOnAButtonIsKept() {
        early(
                "/playground?data=xor",
                "app.js",
                page -> page.locator("[aria-label='Step forward']").click(),
                page -> assertThat(page.locator("[data-part=shown]").first()).hasText("1"));
    }

    @Test
    void aPressIsKeptWhileThePageAsksForTheRunThatItHasJustMade() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=circle");
            List<Route> held = new ArrayList<>();
            page.route("**/data?numbers=*", held::add);
            page.locator("[aria-label='Step forward']").click();
            page.waitForCondition(() -> !held.isEmpty());
            page.locator("[aria-label='Step forward']").click();
            page.waitForTimeout(300);
            page.unroute("**/data?numbers=*");
            held.forEach(Route::resume);
            assertThat(page.locator("[data-part=shown]").first()).hasText("2");
        }
    }

    @Test
    void aChoiceIsKept() {
        early(
                "/playground?data=xor",
                "app.js",
                page -> page.locator("label:has(#data-spiral)").click(),
                page -> page.waitForURL("**data=spiral**"));
    }
}
