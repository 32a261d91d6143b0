package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

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
        Tab.visit(page, origin + "/playground?hidden=100-60");
        until(page, "!!document.querySelector('x-stage')?.setup");
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

    /** The lines' colours. */
    private static final String COLOURS =
            "new Set([...document.querySelectorAll('.network-figure .lines path')].map(line => line.getAttribute('stroke'))).size";

    /** A test that the number on the selected line is that of the step that the figure says it shows. */
    private static final String SAME_STEP = """
            (stage => {
                const { excerpt, step } = stage.picture;
                const said = document.querySelector('.network-figure .number text').textContent.replace('\u2212', '-');
                return stage.dataset.step === String(step) && Math.abs(Number(said) - excerpt.weights[0][0][0]) < 6e-4;
            })(document.querySelector('#stage'))""";

    private static final String MAP_IS_FULL = """
            (map => {
                const copy = new OffscreenCanvas(map.width, map.height).getContext('2d', { willReadFrequently: true });
                copy.drawImage(map, 0, 0);
                return copy.getImageData(0, 0, map.width, map.height).data.every((value, i) => i % 4 < 3 || value === 255);
            })(document.querySelector('x-decision-map canvas'))""";

    @Test
    void theLinesOfALargeNetworkAreAliveWhileItRuns() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look)) {
                Page page = tab.page;
                page.locator(".network-figure").focus();
                page.keyboard().press("ArrowRight");
                page.keyboard().press("ArrowRight");
                page.locator("form[data-part=play] button").click();
                until(
                        page,
                        "(s => s.progress.state === 'running' && s.picture.step > 4)(document.querySelector('#stage'))");
                assertThat(page.locator(".readout")).hasText(NUMBER);
                assertThat(page.evaluate(COLOURS)).asInstanceOf(INTEGER).isGreaterThan(5);
                until(page, SAME_STEP);
                until(page, MAP_IS_FULL);
                tab.shoot("large-running-" + look.width());
                page.locator("form[data-part=play] button").click();
            }
        }
    }

    @Test
    void aNeuronThatIsBroughtInWhileItRunsHasItsNumbersToo() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator("form[data-part=play] button").click();
            page.locator(".network-more button").first().click();
            page.locator(".roster canvas").press("Enter");
            until(page, "document.querySelector('#stage').picture.excerpt?.neurons[1][0] === 0");
            assertThat(page.locator("#stage")).hasAttribute("data-state", "running");
            assertThat(page.locator(".readout")).containsText("delta");
            page.locator("form[data-part=play] button").click();
        }
    }

    @Test
    void theWeightsOfWhatIsDrawnHaveNumbersAndCanBeSet() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".readout")).containsText("Weight from input x₁ to neuron 6 of hidden layer 1");
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
