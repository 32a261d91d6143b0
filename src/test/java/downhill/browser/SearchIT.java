package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search of every page, with the keyboard and with a finger. */
class SearchIT extends Site {
    private static final String CHOSEN = "#search [aria-selected=true]";

    private static void isReady(Page page) {
        assertThat(page.locator("#search").getByRole(AriaRole.COMBOBOX)).isFocused();
    }

    @Test
    void theKeyboardAloneFindsAPage() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            Tab.visit(page, origin + "/glossary");
            until(page, "!document.querySelector(':not(:defined)')");
            assertThat(asked).noneMatch(url -> url.contains("search.json"));
            page.keyboard().press("Control+k");
            isReady(page);
            page.keyboard().type("confusion");
            assertThat(page.locator(CHOSEN)).containsText("Confusion matrix");
            tab.isAccessible();
            tab.isLegible();
            page.keyboard().press("Enter");
            page.waitForURL("**/widgets/confusion");
        }
    }

    @Test
    void itPressesTheButtonsOfThePage() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets/network");
            until(page, "document.querySelector('#stage')?.progress?.shown === 60");
            page.locator("#search-button").click();
            isReady(page);
            page.keyboard().type("step forw");
            assertThat(page.locator(CHOSEN)).containsText("Step forward");
            page.keyboard().press("Escape");
            assertThat(page.locator("#search")).isHidden();
            assertThat(page.locator("#search-button")).isFocused();
            page.keyboard().press("Control+k");
            isReady(page);
            page.keyboard().type("zzzz");
            assertThat(page.locator("#search [role=status]")).containsText("Nothing has all these words.");
            page.locator("#search input").fill("save fig");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            until(page, "!!document.querySelector('details.save-figure[open]')");
        }
    }

    @Test
    void aFingerFindsALessonOnAPhone() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons");
            page.locator("#search-button").click();
            page.locator("#search input").fill("hill");
            Locator result = page.locator("#search [role=option]")
                    .filter(new Locator.FilterOptions().setHasText("The hill"))
                    .first();
            tab.fits();
            tab.isAccessible();
            result.click();
            page.waitForURL("**/lessons/**");
        }
    }

    @Test
    void aFrameHasNoSearch() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Tab.visit(tab.page, origin + "/widgets/network?embed=1");
            assertThat(tab.page.locator("#search-button")).hasCount(0);
            assertThat(tab.page.locator("#search")).hasCount(0);
        }
    }
}
