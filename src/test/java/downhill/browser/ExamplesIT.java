package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of the training examples. */
class ExamplesIT extends Site {
    @Test
    void theTableGrowsAndEachRowCanBeShownInTheFigure() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=circle&count=80");
            page.locator("#inside-examples summary").click();
            Locator rows = page.locator("x-examples tr");
            assertThat(page.locator("x-examples")).containsText("The first 12 of");
            page.getByText("Show 24 more").click();
            assertThat(page.locator("x-examples")).containsText(Pattern.compile("The first 36 of \\d+ training"));
            Locator last = rows.nth(36).locator("button");
            last.press("Enter");
            assertThat(last).hasAttribute("aria-pressed", "true");
            until(page, "document.querySelector('#stage').picture.example === 35");
            assertThat(rows.nth(36).locator("td").nth(3)).not().hasText("");
            page.locator("x-examples > button").click();
            assertThat(page.locator("x-examples > button")).isHidden();
        }
    }
}
