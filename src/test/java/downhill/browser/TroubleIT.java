package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** The figures of the lesson about failures: layers with their factors, networks side by side, a run begun again. */
class TroubleIT extends Site {
    private static final String LESSON = "/lessons/trouble/";

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void eachLayerShowsItsLengthAsAMultipleOfTheNext() {
        try (Tab tab = new Tab(Look.PHONE_DARK)) {
            Tab.visit(tab.page, origin + LESSON + 5);
            assertThat(tab.page.locator("x-layer-health .norm small")).containsText(new String[] {
                "0.416 × the next", "0.337 × the next", "0.352 × the next", "0.129 × the next", "0.352 × the next", ""
            });
            tab.isAccessible();
            tab.fits();
        }
    }

    @Test
    void sixNetworksAreTrainedWhenTheLearnerAsksAndToldInWords() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + 9);
            assertThat(page.locator(".health-row li")).hasCount(0);
            button(page, "Train all networks").click();
            assertThat(page.locator(".health-row li")).hasCount(6);
            assertThat(page.locator(".tile-head b")).containsText(new String[] {"A", "B", "C", "D", "E", "F"});
            assertThat(page.locator(".health-row canvas")).hasCount(36);
            page.locator("details.describe > summary").click();
            assertThat(page.locator(".described")).containsText("The layers of network E");
            assertThat(page.locator(".described")).containsText("1 of 8");
            tab.isAccessible();
            tab.fits();
        }
    }

    @Test
    void anotherActivationBeginsTheRunAgainAndItCanBeBroughtBack() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + 10);
            until(page, "!!document.querySelector('#stage')?.picture");
            Locator tanh = page.locator("x-choices input[value=tanh]");
            tanh.press("Space");
            until(page, "document.querySelector('#stage').setup.spec.network.activations[0] === 'tanh'");
            page.locator("[data-part=step] button").press("Enter");
            until(page, "document.querySelector('#stage').progress.newest === 1");
            page.reload();
            assertThat(tanh).not().isChecked();
            button(page, "Bring back my run").click();
            until(page, "document.querySelector('#stage').progress.newest === 1");
            assertThat(tanh).isChecked();
            button(page, "Have I done it?").click();
            assertThat(page.locator("[data-verdict]")).containsText("The cost after 1 step is");
            tab.isAccessible();
        }
    }

    @Test
    void theTableOfARunThatDivergedEndsWithItsLastStep() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + 7);
            until(page, "!!document.querySelector('#stage')?.picture");
            page.evaluate("() => { document.querySelector('#stage').act('steps', {count: 20}); }");
            until(page, "document.querySelector('#stage').progress.state === 'diverged'");
            page.locator("x-cost-table summary").click();
            assertThat(page.locator("x-cost-table tr").last()).containsText("1.01 × 10²⁵⁰");
            assertThat(page.locator(".notice")).containsText("The run stopped at step 6");
            double table = page.locator("x-cost-table").boundingBox().y
                    + page.locator("x-cost-table").boundingBox().height;
            assertThat(page.locator("x-readout").boundingBox().y).isGreaterThanOrEqualTo(table);
        }
    }
}
