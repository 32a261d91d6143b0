package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the playground are changed on its decision map. */
class PointsIT extends Site {
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";

    private Tab open(Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + XOR);
        until(tab.page, "!!document.querySelector('x-stage')?.setup");
        until(tab.page, "document.querySelector('x-stage')?.dataset.step !== undefined");
        tab.page.locator("[data-part=change]").click();
        tab.page.locator(".points-tools output").waitFor();
        assertThat(tab.page.locator(".points-tools output")).hasText("1 of 4");
        return tab;
    }

    private static Locator map(Page page) {
        return page.locator("x-decision-map canvas");
    }

    private static void count(Page page, int points) {
        until(page, "document.querySelector('x-stage')?.setup?.data.inputs.length === " + points);
    }

    @Test
    void aPressAddsAPointADragMovesItAndEachIsUndone() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look)) {
                Page page = tab.page;
                map(page).scrollIntoViewIfNeeded();
                BoundingBox box = map(page).boundingBox();
                page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
                page.mouse().down();
                page.mouse().up();
                page.waitForURL("**data=own**");
                count(page, 5);
                assertThat(page.locator(".points-tools output")).hasText("5 of 5");
                assertThat(page.locator("#data-own")).isChecked();
                map(page).scrollIntoViewIfNeeded();
                box = map(page).boundingBox();
                page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
                page.mouse().down();
                page.mouse().move(box.x + 0.9 * box.width, box.y + box.height / 2);
                page.mouse().up();
                until(
                        page,
                        "document.querySelector('x-stage')?.setup?.data.inputs.some(p => p[0] > 1.28 && p[0] < 1.32)");
                tab.fits();
                tab.isAccessible();
                tab.shoot("points-" + look.width());
                page.locator("[data-do=undo]").click();
                page.locator("[data-do=undo]").click();
                count(page, 4);
                assertThat(page.locator("#data-xor")).isChecked();
                assertThat(page.locator("[data-do=undo]")).isDisabled();
            }
        }
    }

    /** Longer than the pause after which a change is sent. */
    @Test
    void aPointThatIsHeldStillStaysInTheHandUntilItIsLetGo() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            map(page).scrollIntoViewIfNeeded();
            BoundingBox box = map(page).boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            page.mouse().down();
            page.mouse().move(box.x + 0.6 * box.width, box.y + box.height / 2);
            page.evaluate("document.querySelector('#stage').dataset.before = ''");
            page.waitForTimeout(1500);
            assertThat(page.locator("#stage[data-before]")).hasCount(1);
            page.mouse().move(box.x + 0.8 * box.width, box.y + box.height / 2);
            page.mouse().up();
            count(page, 5);
            // XOR's map goes from -0.5 to 1.5.
            until(page, "document.querySelector('#stage').setup.data.inputs.some(([x]) => Math.abs(x - 1.1) < 0.02)");
        }
    }

    @Test
    void theKeyboardAloneAddsMovesRecoloursAndRemovesAndTheFocusStays() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            map(page).focus();
            page.keyboard().press("n");
            count(page, 5);
            assertThat(map(page)).isFocused();
            page.keyboard().press("Shift+ArrowUp");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".points-where [data-part=where]")).hasText("Blue, x₁ 0.48, x₂ 0.60");
            until(
                    page,
                    "document.querySelector('x-stage')?.setup?.data.inputs.some(p => p[0] === 0.48 && p[1] === 0.6)");
            assertThat(map(page)).isFocused();
            page.keyboard().press("c");
            until(page, "document.querySelector('x-stage')?.setup?.data.targets.filter(t => t[0] === 0).length === 3");
            page.keyboard().press("PageUp");
            assertThat(page.locator(".points-tools output")).hasText("4 of 5");
            page.keyboard().press("Delete");
            count(page, 4);
            page.keyboard().press("z");
            count(page, 5);
        }
    }

    @Test
    void aNetworkLearnsThePointsTheAddressHoldsThemAndTheOwnSetIsOffered() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator("[data-do=add]").click();
            count(page, 5);
            page.locator("[data-part=change]").click();
            Tab.reload(page);
            count(page, 5);
            page.locator("#forward").click();
            page.waitForURL("**/playground?**run=**");
            assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
            assertThat(page.evaluate("document.querySelector('#stage').setup.data.domain.join()"))
                    .isEqualTo("-0.5,1.5");
            page.locator("label:has(#data-and)").click();
            count(page, 4);
            page.locator("label:has(#data-own)").click();
            count(page, 5);
        }
    }

    @Test
    void manyPointsOfAnotherSetCanBeChangedToo() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground");
            until(page, "!!document.querySelector('x-stage')?.setup");
            page.locator("[data-part=change]").click();
            page.locator("[data-do=remove]").click();
            page.waitForURL("**data=own**");
            until(
                    page,
                    "(d => d?.inputs.length + d?.testInputs.length === 199)(document.querySelector('x-stage')?.setup?.data)");
        }
    }

    @Test
    void whyThePointsCannotBeChangedIsSaid() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Tab.visit(tab.page, origin + XOR + "&features=x-y-xy");
            assertThat(tab.page.locator("[data-part=fixed]"))
                    .hasText("You can change the points only while x₁ and x₂ are the only inputs.");
            assertThat(tab.page.locator("[data-part=change]")).isHidden();
        }
    }
}
