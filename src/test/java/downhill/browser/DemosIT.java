package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The widgets on their demo pages: what each does there, for everyone. */
class DemosIT extends DemoSite {
    @Test
    void aSketchIsChosenByKeyAndStandsOnTheChart() {
        try (Tab tab = open("sketch")) {
            Page page = tab.page;
            page.locator("#stage x-sketch svg").focus();
            page.keyboard().press("ArrowRight");
            until(page, "document.querySelector('#stage').curve.sketch.length > 1");
            assertThat(page.locator("#stage x-sketch svg").getAttribute("aria-label"))
                    .contains("falls fast");
        }
    }

    @Test
    void aLiveFigureIsOnesOwnFromTheFirstButtonOn() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets/network");
            until(page, "document.querySelector('#stage')?.progress.shown === 60");
            page.locator("#stage [data-key='.']").click();
            until(page, "document.querySelector('#stage').progress.shown === 61");
            page.locator("#stage [data-key=Space]").click();
            until(page, "document.querySelector('#stage').progress.newest > 65");
            assertThat(page.locator("#stage x-notice").textContent().strip()).isEmpty();
        }
    }

    /** The middle and all four corners of every neuron's square are the neuron, and its bias's foot is the bias. */
    @Test
    void aNeuronIsHitWhereverItsSquareIs() {
        try (Tab tab = open("network")) {
            List<?> missed = (List<?>) tab.page.evaluate("""
                    () => {
                        const stage = document.querySelector("#stage");
                        const figure = stage.querySelector(".network-figure");
                        const press = (x, y) => {
                            figure.dispatchEvent(new PointerEvent("pointerleave"));
                            figure.dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y }));
                            let item = null;
                            stage.draw(null, [{ show: ({ selection }) => (item = selection.item) }]);
                            return item?.kind;
                        };
                        const spots = (box) => [0.1, 0.5, 0.9].flatMap((u) => [0.1, 0.5, 0.9].map((v) => [box.x + u * box.width, box.y + v * box.height]));
                        const wrong = (elements, kind, places) => [...elements].flatMap((e) => places(e.getBoundingClientRect()).filter(([x, y]) => press(x, y) !== kind)
                            .map(([x, y]) => `${kind} at ${Math.round(x)}, ${Math.round(y)} is ${press(x, y)}`));
                        return [...wrong(figure.querySelectorAll("rect.neuron"), "neuron", spots),
                            ...wrong(figure.querySelectorAll(".lines circle.one"), "bias", (box) => [[box.x + box.width / 2, box.y + box.height / 2]])];
                    }""");
            assertThat(missed).isEmpty();
        }
    }

    @Test
    void theServerProvesAGradient() {
        try (Tab tab = open("prove-it")) {
            Page page = tab.page;
            page.locator("#stage x-prove-it button").click();
            until(page, "document.querySelectorAll('#stage .proof mark').length === 2");
            String agreeing = page.locator("#stage .proof mark").last().textContent();
            assertThat(agreeing.replace(".", "").length()).isGreaterThanOrEqualTo(7);
            assertThat(agreeing).startsWith("8.216704");
        }
    }

    /** The answer to a question that was not recorded comes from the same run made once more, when somebody presses something. */
    @Test
    void aRecordingAnswersEverything() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            List<String> made = new ArrayList<>();
            page.onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/api/runs")) {
                    made.add(request.url());
                }
            });
            Tab.visit(page, origin + "/widgets/prove-it?recording=tiny");
            until(page, "document.querySelector('section[aria-labelledby=recorded] x-stage').progress.newest === 12");
            assertThat(made).isEmpty();
            var recorded = page.locator("section[aria-labelledby=recorded] x-stage");
            recorded.locator("[aria-label='Step forward']").click();
            page.evaluate(
                    "document.querySelector('section[aria-labelledby=recorded] x-stage').select({ kind: 'bias', at: [0, 1] }, 'hold')");
            recorded.locator("x-prove-it button").click();
            until(
                    page,
                    "document.querySelectorAll('section[aria-labelledby=recorded] x-stage .proof mark').length === 2");
            recorded.locator(".describe > summary").click();
            PlaywrightAssertions.assertThat(recorded.locator("x-describe"))
                    .containsText("At step 1 the bias of hidden neuron 2 is moved");
            assertThat(made).hasSize(1);
        }
    }
}
