package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every decision map on a live run lets learners change its examples: that makes a run of the learner's own. */
class OwnExamplesIT extends Site {
    private static Locator part(Page page, String selector) {
        return page.locator("#stage " + selector);
    }

    private Tab open(Tab tab) {
        Page page = tab.page;
        Tab.visit(page, origin + "/widgets/decision-map");
        until(page, "document.querySelector('#stage')?.picture?.step === 60");
        part(page, "[data-part=change]").click();
        assertThat(part(page, ".points-tools output")).hasText("1 of 4");
        return tab;
    }

    private static void count(Page page, int points) {
        until(page, "document.querySelector('#stage').setup.data.inputs.length === " + points);
    }

    private static Object run(Page page) {
        return page.evaluate("document.querySelector('#stage').run.frames");
    }

    @Test
    void aPressAddsAPointAndARunOfOnesOwnLearnsItWhileTheSharedOneStaysAsItWas() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(new Tab(look))) {
                Page page = tab.page;
                Object shared = run(page);
                part(page, "canvas").scrollIntoViewIfNeeded();
                BoundingBox box = part(page, "canvas").boundingBox();
                page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
                count(page, 5);
                assertThat(run(page)).isNotEqualTo(shared);
                until(page, "document.querySelector('#stage').picture?.step === 0");
                part(page, "form[data-part=step] button").click();
                assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
                assertThat(part(page, ".points-tools output")).hasText("5 of 5");
                assertThat(page.request().get(origin + shared + "/60")).isOK();
                tab.fits();
                tab.isAccessible();
                tab.shoot("own-examples-" + look.width());
            }
        }
    }

    @Test
    void theKeyboardAloneAddsMovesRecoloursRemovesAndUndoesAndTheFocusStays() {
        try (Tab tab = open(new Tab(Look.WIDE))) {
            Page page = tab.page;
            part(page, "canvas").focus();
            page.keyboard().press("n");
            page.keyboard().press("Shift+ArrowUp");
            count(page, 5);
            until(page, "document.querySelector('#stage').setup.data.inputs.some(p => p[0] === 0.5 && p[1] === 0.6)");
            assertThat(part(page, "canvas")).isFocused();
            assertThat(part(page, "[data-part=where]")).hasText("Blue, x₁ 0.50, x₂ 0.60");
            page.keyboard().press("c");
            until(page, "document.querySelector('#stage').setup.data.targets.filter(t => t[0] === 0).length === 3");
            page.keyboard().press("Delete");
            count(page, 4);
            page.keyboard().press("z");
            count(page, 5);
            assertThat(part(page, "canvas")).isFocused();
            page.keyboard().press(".");
            assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
        }
    }

    @Test
    void aFingerAddsAPointAndUndoesIt() {
        try (Tab tab = open(Tab.touched(Look.PHONE))) {
            Page page = tab.page;
            part(page, "canvas").tap();
            count(page, 5);
            part(page, "[data-do=undo]").tap();
            count(page, 4);
        }
    }

    @Test
    void aRecordingsExamplesCannotBeChanged() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Tab.visit(tab.page, origin + "/widgets/decision-map?recording=xor");
            until(tab.page, "!!document.querySelector('section[aria-labelledby=recorded] x-stage')?.setup");
            assertThat(tab.page.locator("section[aria-labelledby=recorded] [data-part=change]"))
                    .isHidden();
        }
    }

    @Test
    void aLessonKeepsARunWithOtherExamplesAndMakesItAgainWhereTheServerForgotIt() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            tab.expectFaults();
            Tab.visit(page, origin + "/lessons/layer-by-layer/12");
            until(page, "!!document.querySelector('#stage')?.picture");
            page.evaluate("""
                    document.querySelector('#stage').act('examples', { domain: { low: 0, high: 1 },
                        examples: { inputs: [[0.2, 0.4]], targets: [[0.01, 0.99]], testInputs: [], testTargets: [] } })""");
            until(page, "document.querySelector('#stage').setup.data.inputs[0][0] === 0.2");
            part(page, "form[data-part=step] button").click();
            assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
            until(
                    page,
                    "Object.values(JSON.parse(localStorage.progress).runs).some(run => run.spec && run.step === 1)");
            page.request().delete(origin + ((String) run(page)).replace("/frames", ""));
            Tab.reload(page);
            until(page, "document.querySelector('#stage')?.setup?.data.inputs[0][0] === 0.05");
            part(page, "[data-part=mine]").click();
            until(page, "document.querySelector('#stage')?.setup?.data.inputs[0][0] === 0.2");
            assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
            assertThat(page.evaluate("document.querySelector('#stage').setup.data.domain.join()"))
                    .isEqualTo("0,1");
            part(page, "[data-part=again]").click();
            until(page, "document.querySelector('#stage')?.setup?.data.inputs[0][0] === 0.05");
        }
    }
}
