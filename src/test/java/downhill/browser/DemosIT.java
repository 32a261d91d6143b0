package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The widgets on their demo pages: what each does there, for everyone. */
class DemosIT extends DemoSite {
    @Test
    void aSketchIsChosenByKeyAndStandsOnTheChart() {
        try (Tab tab = open("sketch")) {
            Page page = tab.page;
            page.locator("#stage x-sketch svg").focus();
            page.keyboard().press("ArrowRight");
            until(page, "document.querySelector('#stage').curve.sketch.length > 1");
            assertThat(page.locator("#stage x-sketch svg").getAttribute("aria-label"))
                    .contains("falls fast");
        }
    }

    @Test
    void theServerProvesAGradient() {
        try (Tab tab = open("prove-it")) {
            Page page = tab.page;
            page.locator("#stage x-prove-it button").click();
            until(page, "document.querySelectorAll('#stage .proof mark').length === 2");
            String agreeing = page.locator("#stage .proof mark").last().textContent();
            assertThat(agreeing.replace(".", "").length()).isGreaterThanOrEqualTo(7);
            assertThat(agreeing).startsWith("8.216704");
        }
    }
}
