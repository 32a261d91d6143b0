package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A network too large to be drawn is folded, and opened where one wants to look. */
class LargeNetworkIT extends Site {
    private static final Pattern NUMBER = Pattern.compile("gradient.*\\d.*next change.*\\d", Pattern.DOTALL);

    private Tab open(Look look) {
        Tab tab = new Tab(look);
        Page page = tab.page;
        page.navigate(origin + "/playground?hidden=100-60");
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!document.querySelector('x-stage')?.setup")));
        page.locator("#forward").click();
        page.waitForURL("**/playground?**run=**");
        assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
        return tab;
    }

    @Test
    void aFoldedLayerIsOpenedAndAnyOfItsNeuronsDrawnWithItsNumbers() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look)) {
                Page page = tab.page;
                assertThat(page.locator(".network-more button")).hasText(new String[] {"… 90 more", "… 50 more"});
                page.locator(".network-more button").first().click();
                assertThat(page.locator(".roster h3")).hasText("Hidden layer 1: 100 neurons");
                assertThat(page.locator(".roster canvas")).isFocused();
                page.keyboard().press("ArrowRight");
                page.keyboard().press("ArrowRight");
                page.keyboard().press("Enter");
                assertThat(page.locator(".which").first()).hasText("3");
                assertThat(page.locator(".readout")).containsText("Neuron 3 of hidden layer 1");
                assertThat(page.locator(".readout")).containsText("delta");
                tab.fits();
                tab.isAccessible();
                tab.shoot("large-" + look.width());
                page.locator(".roster button").click();
                assertThat(page.locator(".network-figure")).isFocused();
            }
        }
    }

    @Test
    void theWeightsOfWhatIsDrawnHaveNumbersAndCanBeSet() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".readout")).containsText("Weight from input x to neuron 6 of hidden layer 1");
            assertThat(page.locator(".readout")).hasText(NUMBER);
            assertThat(page.locator(".readout input")).isVisible();
            page.keyboard().press("1");
            assertThat(page.locator(".readout input")).isFocused();
            page.keyboard().type(".5");
            page.keyboard().press("Enter");
            assertThat(page.locator(".network-figure .number text")).hasText("1.500");
            assertThat(page.evaluate("document.querySelector('#stage').picture.weights === undefined"))
                    .isEqualTo(true);
        }
    }
}
