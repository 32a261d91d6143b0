package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
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

    /** The middle of the map, in the canvas's own pixels, moved by shares of its side. */
    private static void press(Page page, double across, double down) {
        Locator map = page.locator("x-decision-map canvas").first();
        BoundingBox box = map.boundingBox();
        map.click(new Locator.ClickOptions().setPosition(box.width * across, box.height * down));
    }

    @Test
    void aPressOnTheMapPinsItsNumbersAndAPressOnAnExampleShowsIt() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=xor");
            page.locator("[aria-label='Step forward']").click();
            until(page, "document.querySelector('#stage').picture?.step === 1");
            Locator said = page.locator(".map-at");
            press(page, 0.5, 0.5);
            page.mouse().move(5, 5);
            assertThat(said).hasText(Pattern.compile("x₁ 0\\.(49|50?)\\d*, x₂ 0\\.(49|50?)\\d*: .+"));
            press(page, 0.5, 0.5);
            page.mouse().move(5, 5);
            assertThat(said).hasText("");
            page.locator("x-decision-map canvas").first().focus();
            page.keyboard().press("ArrowRight");
            assertThat(said).hasText(Pattern.compile("x₁ 0\\.50*, x₂ 0\\.50*: .+"));
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift+ArrowRight");
                page.keyboard().press("Shift+ArrowUp");
            }
            page.keyboard().press("Enter");
            assertThat(said).hasText(Pattern.compile("example 4, x₁ 1[.0]*, x₂ 1[.0]*: .+"));
            until(page, "document.querySelector('#stage').picture.example === 3");
            page.keyboard().press("Escape");
            assertThat(said).hasText("");
            tab.isAccessible();
        }
    }

    @Test
    void aFingerOnTheCurvePinsThePlaceAndTheNumberThere() {
        try (Tab tab = Tab.touched(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=sine");
            Locator map = page.locator("x-decision-map canvas").first();
            map.scrollIntoViewIfNeeded();
            BoundingBox box = map.boundingBox();
            map.tap(new Locator.TapOptions().setPosition(box.width * 0.503, box.height * 0.5));
            assertThat(page.locator(".map-at")).hasText(Pattern.compile("(example \\d+, )?x −?\\d\\S*: .+"));
        }
    }
}
