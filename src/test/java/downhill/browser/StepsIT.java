package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The way to any step of a long run: max, which stops by itself, the axis of steps, the scrubber, and a number to type. */
class StepsIT extends Site {
    private static final Pattern STOPPED = Pattern.compile(
            "^Stopped at step [\\d\u202f]+: the cost has not changed by more than a millionth of its first value in the last [\\d\u202f]+ steps\\."
                    + " Press Play to go on\\.$");

    @Test
    void maxStopsWhenNothingChangesAndEveryStepCanBeReached() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=xor&learningRate=1e-12");
            page.locator("#stage[data-step]").waitFor();
            page.locator("#steps-per-second").selectOption("max");
            page.locator("#play").click();
            assertThat(page.locator("[data-part=stopped]"))
                    .hasText(STOPPED, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
            assertThat(page.locator("#play")).hasAttribute("aria-label", "Play");
            assertThat(page.locator("[name=steps][value=log]")).isChecked();
            typesSteps(page);
            movesByKeys(page);
            zooms(page);
            tab.isAccessible();
            tab.fits();
            tab.shoot("steps-stopped");
        }
    }

    private static void typesSteps(Page page) {
        Locator field = page.locator("[data-part=typed]");
        field.fill("5000000");
        field.press("Enter");
        assertThat(page.locator("[data-part=no-step]"))
                .hasText(Pattern.compile("^The newest step is (1\u202f\\d+)\\. Type a step from 0 to \\1\\.$"));
        field.fill("100");
        field.press("Enter");
        assertThat(page.locator("#stage")).hasAttribute("data-step", "100");
        assertThat(page.locator("[data-part=no-step]")).isHidden();
    }

    private static void movesByKeys(Page page) {
        page.locator("#scrubber").press("ArrowRight");
        assertThat(page.locator("#stage")).hasAttribute("data-step", "101");
        page.locator("#scrubber").press("Shift+ArrowRight");
        assertThat(page.locator("#stage")).hasAttribute("data-step", "111");
        page.locator("#scrubber").press("ArrowLeft");
        assertThat(page.locator("#stage")).hasAttribute("data-step", "110");
    }

    private static void zooms(Page page) {
        Locator all = page.locator("x-cost-chart .chart-all");
        BoundingBox plot = page.locator("x-cost-chart .u-over").boundingBox();
        page.mouse().move(plot.x + plot.width / 3, plot.y + 40);
        assertThat(page.locator(".chart-reading")).containsText(Pattern.compile("^step \\d+\ncost 0\\."));
        page.mouse().down();
        page.mouse().move(plot.x + plot.width / 2, plot.y + 40);
        page.mouse().up();
        assertThat(all).isVisible();
        assertThat(page.locator("#stage")).hasAttribute("data-step", "110");
        all.click();
        assertThat(all).isHidden();
        page.locator("x-cost-chart .chart").press("+");
        assertThat(all).isVisible();
        page.locator("x-cost-chart .chart").press("0");
        assertThat(all).isHidden();
    }
}
