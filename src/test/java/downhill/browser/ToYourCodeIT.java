package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program of a run, line by line, and the program that the learner completes. */
class ToYourCodeIT extends Site {
    private Tab visit(int scene) {
        Tab tab = new Tab(Look.WIDE);
        Tab.visit(tab.page, origin + "/lessons/to-your-code/" + scene);
        until(tab.page, "!!document.querySelector('#stage')?.picture");
        return tab;
    }

    private static Locator line(Page page, String text) {
        return page.locator(".program-line").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void theFigureShowsTheSubstepOfTheLineThatOneTapsOrMovesTo() {
        try (Tab tab = visit(2)) {
            Page page = tab.page;
            line(page, "delta = delta @ W[l]").click();
            assertThat(page.locator(".program-note")).containsText("The deltas of a hidden layer.");
            assertThat(page.locator(".program-note a")).hasAttribute("href", "/lessons/layer-by-layer/4");
            until(page, "document.querySelector('#stage').substep?.part === 'delta'");
            page.locator(".program-lines").press("ArrowUp");
            page.locator(".program-lines").press("ArrowUp");
            assertThat(page.locator(".program-note")).containsText("The gradients.");
            until(page, "document.querySelector('#stage').substep?.part === 'gradient'");
            page.locator(".program-lines").press("Escape");
            page.mouse().move(0, 0);
            until(page, "document.querySelector('#stage').substep === null");
            assertThat(page.url()).endsWith("/to-your-code/2");
        }
    }

    @Test
    void eachLanguageHasItsTabItsFileAndTheCostsThatItPrints() {
        try (Tab tab = visit(3)) {
            Page page = tab.page;
            Locator tabs = page.locator("[role=tab]");
            assertThat(page.locator(".program-prints pre"))
                    .hasText(Pattern.compile("0 0\\.\\d{15,}\\s1 .*5 0\\.\\d{15,}", Pattern.DOTALL));
            tabs.first().press("ArrowRight");
            assertThat(line(page, "cost.backward()")).hasCount(1);
            assertThat(tabs.nth(1)).isFocused();
            tabs.nth(1).press("ArrowRight");
            assertThat(line(page, "public final class Downhill {")).hasCount(1);
            assertThat(tabs.nth(2)).hasAttribute("aria-selected", "true");
            Locator download = page.locator(".program [data-part=download]");
            assertThat(download).hasAttribute("download", "Downhill.java");
            assertThat(page.request()
                            .get(origin + download.getAttribute("href"))
                            .text())
                    .contains("public final class Downhill");
            tab.isAccessible();
        }
    }

    @Test
    void aChangeOfTheRunMarksTheLinesThatItChanges() {
        try (Tab tab = visit(4)) {
            Page page = tab.page;
            assertThat(line(page, "learning_rate = 1.0")).hasCount(1);
            assertThat(page.locator("[data-new]")).hasCount(0);
            page.locator("x-tuning input[name=momentum]").fill("0.9");
            page.locator("x-tuning input[name=momentum]").press("Enter");
            assertThat(line(page, "momentum = 0.9")).hasAttribute("data-new", "yes");
            assertThat(page.locator("[data-new][data-of=update]")).not().hasCount(0);
            assertThat(page.locator("[data-new][data-of=gradient], [data-new][data-of=hidden-delta]"))
                    .hasCount(0);
            assertThat(page.locator(".program [data-part=said]")).containsText("changed");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Step forward"))
                    .click();
            assertThat(page.locator(".program-prints pre"))
                    .hasText(Pattern.compile("0 0\\..*2 0\\.\\d+\\s⋮\\s4 0\\..*6 0\\.\\d+", Pattern.DOTALL));
            tab.isAccessible();
        }
    }

    @Test
    void typedExpressionsSurviveAReloadAndEachWrongOneHasItsHintAtItsLine() {
        try (Tab tab = visit(5)) {
            Page page = tab.page;
            Locator delta = page.locator("[data-gap=delta3]");
            delta.fill("a3 - y");
            page.locator("[data-gap=delta1]").fill("w31 * delta3 * (1 - a1");
            Tab.reload(page);
            until(page, "!!document.querySelector('#stage')?.picture");
            assertThat(delta).hasValue("a3 - y");
            delta.press("Enter");
            assertThat(page.locator("[data-hint=delta3]")).containsText("That is the slope of the cost alone.");
            assertThat(page.locator("[data-hint=delta1]")).containsText("Column 23: expected an operator");
            assertThat(page.locator("[data-hint=db3]")).containsText("still empty");
            assertThat(page.locator(".gaps .outcome")).containsText("0 of 6 lines are right.");
            assertThat(delta).isFocused();
            assertThat(delta).hasAttribute("aria-invalid", "true");
            until(page, "document.querySelector('#stage').held === null");
            assertThat(page.locator(".readout")).containsText("The output");
            delta.fill("(a3 - y) * a3 * (1 - a3)");
            assertThat(page.locator("[data-hint=delta3]")).isEmpty();
            delta.press("Enter");
            assertThat(page.locator(".gaps .outcome")).containsText("1 of 6 lines are right.");
            tab.isAccessible();
        }
    }
}
