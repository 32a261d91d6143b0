package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keyboard always has a focus: a pressed control keeps it, or hands it on. */
class FocusIT extends Site {
    private Tab open(String path) {
        Tab tab = new Tab(Look.WIDE);
        Tab.visit(tab.page, origin + path);
        until(tab.page, "document.querySelector('x-stage')?.dataset.step !== undefined");
        return tab;
    }

    /** Marks the stage, to know it from the one that takes its place. */
    private static void mark(Page page) {
        page.evaluate("document.querySelector('#stage').dataset.before = ''");
    }

    private static void replaced(Page page) {
        until(page, "document.querySelector('#stage:not([data-before])')?.dataset.step !== undefined");
    }

    @Test
    void aSettingThatMakesAnotherStageKeepsTheFocus() {
        try (Tab tab = open("/playground")) {
            Page page = tab.page;
            page.getByText("More settings").press("Enter");
            for (String name : List.of("seed", "noise")) {
                Locator field = page.locator("[name=" + name + "]");
                mark(page);
                field.press("End");
                field.pressSequentially("1");
                field.press("Enter");
                replaced(page);
                assertThat(field).isFocused();
            }
        }
    }

    @Test
    void theFocusDoesNotWaitForThePageToSettle() {
        try (Tab tab = open("/playground")) {
            Page page = tab.page;
            page.getByText("More settings").press("Enter");
            page.evaluate("htmx.config.defaultSettleDelay = 60_000");
            mark(page);
            Locator seed = page.locator("[name=seed]");
            seed.fill("11");
            seed.press("Enter");
            replaced(page);
            assertThat(seed).isFocused();
        }
    }

    @Test
    void aButtonThatCannotGoOnHandsTheFocusToItsNeighbour() {
        try (Tab tab = open("/playground?hidden=2")) {
            mark(tab.page);
            tab.page.locator("#fewer-layers").press("Enter");
            replaced(tab.page);
            assertThat(tab.page.locator("#fewer-layers")).isDisabled();
            assertThat(tab.page.locator("#more-layers")).isFocused();
        }
    }

    @Test
    void whatMakesTheRunKeepsTheFocusToo() {
        try (Tab tab = open("/playground")) {
            mark(tab.page);
            Locator summary = tab.page.locator(".describe > summary");
            summary.press("Enter");
            replaced(tab.page);
            assertThat(summary).isFocused();
            Locator table = tab.page.locator("x-describe [tabindex]").nth(1);
            table.focus();
            tab.page.keyboard().press(".");
            assertThat(tab.page.locator("x-describe")).containsText("At step 1 ");
            assertThat(table).isFocused();
        }
    }

    @Test
    void theToolsOfThePointsKeepTheFocus() {
        try (Tab tab = open("/playground?data=xor&hidden=4")) {
            Locator change = tab.page.locator("[data-part=change]");
            assertThat(change).isEnabled();
            change.press("Enter");
            for (String tool : List.of("add", "relabel", "undo", "remove")) {
                Locator button = tab.page.locator("[data-do=" + tool + "]");
                mark(tab.page);
                button.press("Enter");
                replaced(tab.page);
                assertThat(button).isFocused();
            }
        }
    }

    @Test
    void theEndsOfAWalkHandTheFocusOn() {
        try (Tab tab = open("/labs/expressions")) {
            tab.page.locator("[data-part=last]").press("Enter");
            assertThat(tab.page.locator("[data-part=previous]")).isFocused();
            tab.page.locator("[data-part=first]").press("Enter");
            assertThat(tab.page.locator("[data-part=next]")).isFocused();
        }
    }

    @Test
    void countingAndLookingBackAtAPictureKeepTheFocus() {
        try (Tab tab = open("/widgets/counting")) {
            Locator count = tab.page.locator("#stage x-counting button");
            count.press("Enter");
            assertThat(count).hasText("Run it again");
            assertThat(count).isFocused();
        }
        try (Tab tab = open("/widgets/weight-picture")) {
            Locator second = tab.page.locator(".film button").nth(1);
            second.press("Enter");
            assertThat(second).hasAttribute("aria-pressed", "true");
            assertThat(second).isFocused();
        }
    }
}
