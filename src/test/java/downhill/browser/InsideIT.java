package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures that the playground shows on demand: the guess, a neuron, the layers, the hill. */
class InsideIT extends Site {
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";

    private Tab open(Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + XOR);
        until(tab.page, "document.querySelector('x-stage')?.dataset.step !== undefined");
        return tab;
    }

    private static void step(Page page, int step) {
        page.keyboard().press(".");
        until(page, "document.querySelector('#stage')?.dataset.step === '" + step + "'");
    }

    /** The first two weights of the output, as the page has them. */
    private static List<?> weights(Page page) {
        return (List<?>) page.evaluate("document.querySelector('#stage').picture.weights[1][0].slice(0, 2)");
    }

    @Test
    void aGuessStaysWithItsFocusWhenTheFirstStepMakesTheRunAndIsClearedByKey() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator("#cost-sketch > summary").press("Enter");
            Locator plane = page.locator("x-sketch svg");
            assertThat(page.locator("x-sketch path")).hasCount(1);
            plane.press("ArrowRight");
            assertThat(plane).hasAttribute("aria-label", Pattern.compile("falls fast"));
            step(page, 1);
            page.waitForURL("**/playground?**run=**");
            assertThat(page.evaluate("document.querySelector('#stage').curve.sketch.length"))
                    .isEqualTo(40);
            assertThat(plane).isFocused();
            assertThat(page.locator("x-sketch path")).hasAttribute("d", Pattern.compile("^M"));
            tab.isAccessible();
            var box = plane.boundingBox();
            page.mouse().move(box.x + 0.2 * box.width, box.y + 0.2 * box.height);
            page.mouse().down();
            page.mouse().move(box.x + 0.7 * box.width, box.y + 0.7 * box.height);
            page.mouse().up();
            assertThat(page.evaluate(
                            "(s => s.at(-1) < 0.4 && s.at(0) > 0.7)(document.querySelector('#stage').curve.sketch)"))
                    .isEqualTo(true);
            plane.press("Delete");
            assertThat(page.locator("x-sketch path")).hasAttribute("d", "");
            assertThat(page.evaluate("document.querySelector('#stage').curve.sketch.length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void aNeuronAndTheLayersAreShownOnDemand() {
        for (Look look : List.of(Look.WIDE_DARK, Look.PHONE)) {
            try (Tab tab = open(look)) {
                Page page = tab.page;
                page.locator("#inside-neuron > summary").click();
                page.waitForURL("**/playground?**run=**");
                assertThat(page.locator("x-neuron svg").first()).isVisible();
                page.locator("#inside-layers > summary").click();
                assertThat(page.locator("x-layer-health .norm")).hasCount(2);
                assertThat(page.locator("x-hinton canvas")).isVisible();
                tab.isAccessible();
                tab.fits();
            }
        }
    }

    @Test
    void theHillShowsTheWayThatTrainingTookAndBothWeightsOfACutAreSetByKey() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator("#inside-hill > summary").click();
            page.waitForURL("**/playground?**run=**");
            Locator note = page.locator("x-contour-map .note");
            assertThat(note).containsText("along two random directions");
            assertThat(page.locator("x-slice [value=path]")).isDisabled();
            until(page, "document.querySelector('#stage')?.dataset.step === '0'");
            step(page, 1);
            step(page, 2);
            assertThat(page.locator("x-slice [value=path]")).isChecked();
            assertThat(note).containsText("in which training moved most; each one changes all 17 weights and biases");
            page.locator("x-slice [value=weights]").press("Space");
            assertThat(note).containsText("along two of the weights; the other 15 weights and biases stay as they are");
            assertThat(page.locator("x-slice [data-part=weights]")).containsText("h1 → output and h2 → output");
            tab.isAccessible();
            var before = weights(page);
            page.locator("x-contour-map [role=application]").press("ArrowRight");
            until(
                    page,
                    "document.querySelector('#stage').picture.weights[1][0][0] > "
                            + ((Number) before.getFirst()).doubleValue());
            assertThat(weights(page).get(1)).isEqualTo(before.get(1));
            page.locator("#inside-hill > summary").click();
            assertThat(page.locator("x-contour-map")).hasCount(0);
            assertThat(page.evaluate("document.querySelector('#stage').slice === null"))
                    .isEqualTo(true);
        }
    }

    @Test
    void aBiasIsProvedPulledAndWiggledAsAWeightIs() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator("#inside-step > summary").click();
            page.waitForURL("**/playground?**run=**");
            page.locator("#inside-weights > summary").click();
            assertThat(page.locator("x-tug-of-war .proof-weight")).containsText("w");
            page.locator(".bars button")
                    .filter(new Locator.FilterOptions().setHasText("bias of h2"))
                    .click();
            assertThat(page.locator("x-prove-it .proof-weight")).containsText("Move b2(1) a little");
            page.locator("x-prove-it button").click();
            assertThat(page.locator("x-prove-it dt").first()).hasText("C(b − k)");
            assertThat(page.locator("x-prove-it [aria-live]"))
                    .hasText(Pattern.compile("^([5-9]|10) digits agree between both sides and backpropagation.*"));
            assertThat(page.locator("x-tug-of-war .proof-weight")).hasText("Which way does each example pull b2(1)?");
            assertThat(page.locator("x-tug-of-war .note")).containsText("Of 4 examples");
            assertThat(page.locator("x-wiggle .wiggle-title")).hasText(Pattern.compile("^Bias of h2, now .*"));
            page.locator("x-wiggle input").press("ArrowRight");
            assertThat(page.locator("x-wiggle .wiggle-said")).containsText(Pattern.compile("^bias .* → "));
            page.locator(".describe > summary").click();
            assertThat(page.locator("x-describe")).containsText("the bias of hidden neuron 2 is moved by 0.000100");
            assertThat(page.locator("x-describe"))
                    .containsText("The bias of hidden neuron 2 is 0 at step 0; changed by");
            assertThat(page.locator("x-describe")).containsText("examples want the bias of hidden neuron 2 larger");
            tab.isAccessible();
        }
    }

    @Test
    void aWeightIsTypedBesideTheNetworkThatHasTheFocusAndNothingMoves() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            step(page, 1);
            page.locator("#inside-weights > summary").click();
            Locator rows = page.locator(".bars button");
            assertThat(rows).hasCount(17);
            page.locator("#inside-weights").evaluate("e => e.scrollIntoView({ behavior: 'instant' })");
            double before = rows.first().boundingBox().y;
            rows.nth(5).click();
            rows.nth(9).hover();
            assertThat(rows.first().boundingBox().y).isEqualTo(before);
            Locator figure = page.locator(".beside-figure .network-figure");
            figure.press("ArrowRight");
            figure.press("ArrowRight");
            figure.press("5");
            assertThat(page.locator(".beside-figure input")).isFocused();
            page.keyboard().press("Escape");
            assertThat(figure).isFocused();
        }
    }

    /** Types as fast as keys can be: no frame is drawn between choosing a weight and typing its value. */
    @Test
    void whatIsTypedBeforeTheNextFrameIsNotLost() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            step(page, 1);
            Locator figure = page.locator(".network-figure").first();
            figure.focus();
            figure.evaluate("e => ['ArrowRight', 'ArrowRight', '2', '.', '5'].forEach((key) => "
                    + "e.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))");
            assertThat(page.locator(".readout input")).isFocused();
            assertThat(page.locator(".readout input")).hasValue("2.5");
        }
    }

    @Test
    void closingTheDebuggerShowsTheWholeStepAgain() {
        try (Tab tab = open(Look.PHONE)) {
            Page page = tab.page;
            page.locator("#inside-step > summary").click();
            page.waitForURL("**/playground?**run=**");
            assertThat(page.locator("x-debugger .moments button").first()).isVisible();
            page.keyboard().press("]");
            until(page, "document.querySelector('#stage').substep?.part === 'z'");
            page.locator("#inside-step > summary").click();
            until(page, "document.querySelector('#stage').substep === null");
        }
    }

    @Test
    void theOptimizerIsChosenAndOnlyPlainDescentTakesAMomentum() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.getByText("More settings").click();
            assertThat(page.locator("#momentum")).isEditable();
            page.locator("#optimizer").selectOption("adam");
            page.waitForURL("**optimizer=adam**");
            until(page, "document.querySelector('#stage')?.setup?.spec.optimizer.name === 'adam'");
            assertThat(page.locator("#optimizer")).hasValue("adam");
            assertThat(page.locator("#momentum")).not().isEditable();
            step(page, 1);
            tab.isAccessible();
        }
    }

    @Test
    void theSliceIsToldInWordsToo() {
        try (Tab tab = open(Look.PHONE_DARK)) {
            Page page = tab.page;
            page.locator("#inside-hill > summary").click();
            page.waitForURL("**/playground?**run=**");
            assertThat(page.locator("x-contour-map [viewBox]")).isVisible();
            tab.fits();
            page.locator(".describe > summary").click();
            assertThat(page.locator("x-describe")).containsText("The slice is cut along two random directions");
        }
    }
}
