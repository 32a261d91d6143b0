package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Changes in the playground stand that were made while the server still answered an earlier one. */
class EditsIT extends Site {
    /** Changes the noise, acts while the answer is held back, lets it come, and checks the outcome. */
    private void whileAnAnswerIsOnItsWay(Consumer<Page> act, Consumer<Page> outcome) {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=circle&hidden=4-2");
            page.locator("#stage[data-step]").waitFor();
            List<Route> held = new ArrayList<>();
            page.route("**/playground?**", held::add);
            fill(page, "noise", "0.3");
            page.waitForCondition(() -> !held.isEmpty());
            act.accept(page);
            page.unroute("**/playground?**");
            held.forEach(Route::resume);
            shows(page, "s.data.noise === 0.3");
            outcome.accept(page);
        }
    }

    private static void shows(Page page, String condition) {
        until(page, "(s => s && (" + condition + "))(document.querySelector('x-stage')?.setup?.spec)");
    }

    private static void fill(Page page, String control, String value) {
        page.locator("#" + control).fill(value);
        page.locator("#" + control).press("Enter");
    }

    @Test
    void aNumberAndAChoiceStand() {
        whileAnAnswerIsOnItsWay(
                page -> {
                    fill(page, "batchSize", "30");
                    page.locator("#activation").selectOption("relu");
                    page.locator("#learningRate").fill("0.25");
                    page.locator("#learningRate").press("Enter");
                },
                page -> {
                    shows(page, "s.batch.size === 30 && s.network.activations[0] === 'relu'");
                    assertThat(page.locator("#learningRate")).hasValue("0.25");
                });
    }

    @Test
    void theLastOfSeveralDataSetsStands() {
        whileAnAnswerIsOnItsWay(
                page -> {
                    page.locator("label:has(#data-moons)").click();
                    page.locator("label:has(#data-spiral)").click();
                },
                page -> {
                    page.waitForURL("**data=spiral**");
                    shows(page, "s.data.name === 'spiral'");
                    assertThat(page.locator("#data-spiral")).isChecked();
                });
    }

    @Test
    void everyPressCounts() {
        whileAnAnswerIsOnItsWay(
                page -> {
                    page.locator("#wider-0").click();
                    page.locator("#wider-0").click();
                    page.locator("#new-data").click();
                },
                page -> shows(page, "s.network.layers.join() === '2,6,2,1' && s.data.seed === 2"));
    }

    @Test
    void aFieldKeepsItsTextAndItsCaretWhileSomebodyTypes() {
        whileAnAnswerIsOnItsWay(
                page -> {
                    page.locator("#batchSize").fill("");
                    page.keyboard().type("30");
                    page.keyboard().press("ArrowLeft");
                    page.keyboard().type("2");
                },
                page -> {
                    assertThat(page.locator("#batchSize")).isFocused();
                    assertThat(page.locator("#batchSize")).hasValue("320");
                    page.keyboard().press("Backspace");
                    page.keyboard().press("Tab");
                    shows(page, "s.batch.size === 30");
                });
    }

    @Test
    void playActsOnceTheChangeIsThere() {
        whileAnAnswerIsOnItsWay(page -> page.locator("#play").click(), page -> {
            page.waitForURL("**run=**");
            assertThat(page.locator("#play")).hasAttribute("aria-label", "Pause");
            until(page, "document.querySelector('#stage').progress.newest > 2");
            assertThat(String.valueOf(page.evaluate("document.querySelector('#stage').setup.spec.data.noise")))
                    .isEqualTo("0.3");
        });
    }

    @Test
    void aChangeAfterARefusedOneActs() {
        try (Tab tab = new Tab(Look.WIDE)) {
            tab.expectFaults();
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=circle&hidden=4-2");
            page.locator("#stage[data-step]").waitFor();
            List<Route> held = new ArrayList<>();
            page.route("**/playground?**", held::add);
            fill(page, "noise", "-3");
            page.waitForCondition(() -> !held.isEmpty());
            fill(page, "noise", "0.1");
            page.unroute("**/playground?**");
            held.forEach(Route::resume);
            shows(page, "s.data.noise === 0.1");
            assertThat(page.locator("#error-noise")).isEmpty();
        }
    }
}
