package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** Figures in lessons name only what was taught by then, and a value that is tried is not kept. */
class TaughtWordsIT extends Site {
    private Page open(Tab tab, String address) {
        Tab.visit(tab.page, origin + "/lessons/" + address);
        until(tab.page, "!!document.querySelector('#stage')?.picture");
        return tab.page;
    }

    private static void select(Page page, String item) {
        page.evaluate("item => document.querySelector('#stage').select(JSON.parse(item), 'hold')", item);
    }

    @Test
    void aNeuronTellsItsOutputFirstAndItsWeightedSumLater() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "cost-is-height/1");
            select(page, "{\"kind\": \"neuron\", \"at\": [1, 0]}");
            assertThat(page.locator("x-readout .part")).hasText(new String[] {"on example 1 −0.964"});
            page = open(tab, "cost-is-height/3");
            select(page, "{\"kind\": \"neuron\", \"at\": [1, 0]}");
            assertThat(page.locator("x-readout .part"))
                    .hasText(new String[] {"on example 1 tanh(−2.000) = −0.964", "bias −2.000"});
        }
    }

    @Test
    void aRingShowsTheExampleThatIsChosenInTheTable() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "cost-is-height/1");
            Locator ring = page.locator("x-network .example .ring").first();
            String before = ring.getAttribute("cx");
            page.locator("x-examples button").nth(3).press("Enter");
            assertThat(ring).not().hasAttribute("cx", before);
        }
    }

    @Test
    void barsShowNoNextChangeBeforeTheRuleIsTaught() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "sensitivity/3");
            assertThat(page.locator("x-sensitivity .bars-key.update")).hasCount(0);
            page = open(tab, "sensitivity/4");
            assertThat(page.locator("x-sensitivity .bars-key.update")).hasCount(1);
        }
    }

    @Test
    void aTriedWeightIsDrawnAndNotKept() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "sensitivity/1");
            Locator slider = page.locator("x-wiggle input");
            assertThat(page.locator("x-wiggle .measured-dot")).hasCount(1);
            Object kept = page.evaluate("document.querySelector('#stage').picture.weights[0][0][0]");
            slider.press("ArrowRight");
            assertThat(page.locator(".network-trial")).containsText("Trial, not kept");
            assertThat(page.locator("x-network .number text")).not().hasText("0.129");
            slider.press("ArrowLeft");
            assertThat(page.locator(".network-trial")).isHidden();
            assertThat(page.locator("x-network .number text")).hasText("0.129");
            assertThat(page.evaluate("document.querySelector('#stage').picture.weights[0][0][0]"))
                    .isEqualTo(kept);
        }
    }

    @Test
    void aStepHasFivePartsUntilDeltasAreTaught() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "sensitivity/6");
            assertThat(page.locator("x-debugger .moments button"))
                    .hasText(new String[] {"Forward pass", "Cost", "Backward pass", "Update", "New cost"});
            page.locator("x-debugger .moments .mean").press("Enter");
            assertThat(page.locator("x-debugger .finding")).containsText("No weight has changed yet");
            assertThat(page.locator("x-debugger [data-part=through]")).isHidden();
            page = open(tab, "layer-by-layer/1");
            assertThat(page.locator("x-debugger .moments .delta").first()).isVisible();
        }
    }
}
