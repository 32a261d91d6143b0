package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DigitLabIT extends Site {
    private Tab open(Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + "/labs/digits");
        assertThat(tab.page.locator(".film canvas").first()).isVisible();
        return tab;
    }

    /** A one, drawn from the top to the foot. */
    private static void drawOne(Page page) {
        Locator pad = page.locator(".pad");
        pad.scrollIntoViewIfNeeded();
        BoundingBox box = pad.boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.15);
        page.mouse().down();
        for (int i = 0; i <= 10; i++) {
            page.mouse().move(box.x + box.width * 0.5, box.y + box.height * (0.15 + 0.07 * i));
        }
        page.mouse().up();
    }

    @Test
    void aDrawnOneIsReadAndItsUnitsCanBeOpened() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            drawOne(page);
            assertThat(page.locator(".verdict-line")).hasText("It says 1.");
            page.locator("x-weight-picture .units button").nth(5).click();
            assertThat(page.locator(".unit-name")).containsText("Unit 6 of 24, to your drawing");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Clear").setExact(true))
                    .click();
            assertThat(page.locator(".verdict-line")).hasText("Draw a digit.");
            assertThat(page.locator(".unit-name")).containsText("to the shown example");
        }
    }

    @Test
    void onAPhoneTheDrawingAndTheAnswerToItAreInViewTogether() {
        try (Tab tab = open(Look.PHONE)) {
            Page page = tab.page;
            drawOne(page);
            assertThat(page.locator(".verdict-line")).hasText("It says 1.");
            BoundingBox last = page.locator(".pad-right .output").last().boundingBox();
            assertThat(page.locator(".pad").boundingBox().y).isPositive();
            assertThat(last.y + last.height)
                    .isLessThan(page.locator("x-timeline").first().boundingBox().y);
            tab.fits();
        }
    }

    @Test
    void aDigitIsDrawnWithKeysAlone() {
        try (Tab tab = open(Look.PHONE)) {
            Page page = tab.page;
            page.locator(".pad").focus();
            for (int i = 0; i < 10; i++) {
                page.keyboard().press("ArrowUp");
            }
            page.keyboard().press("Enter");
            for (int i = 0; i < 20; i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.locator(".verdict-line")).hasText(Pattern.compile("It says \\d\\."));
        }
    }

    @Test
    void thePageIsAccessibleFitsAndIsKeptAsAPicture() {
        for (Look look : Look.all()) {
            try (Tab tab = open(look)) {
                drawOne(tab.page);
                assertThat(tab.page.locator(".verdict-line")).hasText("It says 1.");
                tab.fits();
                tab.isAccessible();
                tab.shoot("digits-" + look.width() + "-" + look.scheme().name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
