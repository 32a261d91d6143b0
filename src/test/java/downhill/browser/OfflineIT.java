package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** Reading without a connection. */
class OfflineIT extends Site {
    private static final String KEPT = "async (path) => !!(await caches.match(location.origin + path))";

    private static void waitFor(Page page, String path) {
        page.waitForCondition(() -> (Boolean) page.evaluate(KEPT, path));
    }

    @Test
    void whatWasOpenedCanBeReadAndTheRestIsExplained() {
        try (Tab tab = Tab.keeping(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/the-hill/1");
            waitFor(page, "/lessons/the-hill/1");
            // The page may have come before its worker: only what is asked for from here on passes through it.
            page.waitForFunction("navigator.serviceWorker.controller");
            Locator next = page.locator(".travel a[rel=next]");
            next.click();
            // an open question insists once
            next.click();
            page.waitForURL("**/the-hill/2");
            waitFor(page, "/lessons/the-hill/2");
            page.navigate(origin + "/glossary");
            waitFor(page, "/glossary");

            tab.expectFaults();
            tab.cut(true);
            page.navigate(origin + "/lessons/the-hill/1");
            assertThat(page.locator("#scene-title")).isVisible();
            page.navigate(origin + "/lessons/the-hill/2");
            assertThat(page.locator("#scene-title")).isVisible();
            page.navigate(origin + "/playground");
            assertThat(page.locator("h1")).hasText("No connection");
            assertThat(page.locator("body")).hasCSS("margin-top", "0px");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("glossary").setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("h1")).hasText("Glossary");

            tab.cut(false);
            page.navigate(origin + "/playground");
            assertThat(page.locator("x-network")).isVisible();
        }
    }

    @Test
    void forgettingEverythingDeletesTheCopies() {
        try (Tab tab = Tab.keeping(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons");
            waitFor(page, "/lessons");
            page.getByText("Forget everything").click();
            page.waitForCondition(() -> !(Boolean) page.evaluate(KEPT, "/lessons"));
            assertThat((Boolean) page.evaluate(KEPT, "/offline")).isTrue();
        }
    }
}
