package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Undo and redo in the playground, as a learner uses them. */
class UndoIT extends Site {
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";
    private static final String STATE = """
            (() => {
                const { picture: { step, weights, biases, cost }, setup: { spec } } = document.querySelector('#stage');
                return JSON.stringify([step, weights, biases, cost, spec]);
            })()""";

    private Tab open(Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + XOR);
        tab.page.locator("#stage[data-step]").waitFor();
        return tab;
    }

    /** Waits until the stage is settled at a step of a run of which this holds, {@code s} being its specification. */
    private static void shows(Page page, int step, String condition) {
        until(
                page,
                "(t => t?.picture?.step === " + step + " && t.progress.newest === " + step + " && (s => " + condition
                        + ")(t.setup.spec))(document.querySelector('#stage'))");
    }

    private static void train(Page page, int steps) {
        page.evaluate("document.querySelector('#stage').act('steps', { count: " + steps + " })");
    }

    /** The state, with every digit. */
    private static String state(Page page) {
        page.evaluate("document.querySelector('#stage').sharpen()");
        until(page, "document.querySelector('#stage').picture.exact === true");
        return (String) page.evaluate(STATE);
    }

    private static void rate(Page page, String value) {
        page.locator("#learningRate").fill(value);
        page.locator("#learningRate").press("Enter");
    }

    private static Locator said(Page page) {
        return page.locator("x-undo [role=status]");
    }

    @Test
    void everyChangeOfARunIsUndoneAndRedoneBitForBit() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            page.locator("#forward").click();
            shows(page, 1, "true");
            train(page, 9);
            shows(page, 10, "true");
            String atTen = state(page);
            rate(page, "0.5");
            shows(page, 10, "s.optimizer.learningRate === 0.5");
            train(page, 5);
            shows(page, 15, "true");
            page.evaluate(
                    "document.querySelector('#stage').act('tweaks', { weights: [{ at: [0, 1, 0], value: 0.25 }] })");
            until(page, "document.querySelector('#stage').picture?.weights[0][1][0] === 0.25");
            String atFifteen = state(page);

            page.locator("#learningRate").focus();
            page.keyboard().press("Control+z");
            assertThat(said(page))
                    .hasText("Undone: weight from input x₁ to hidden neuron 2 set to 0.250, at step 15."
                            + " The figure is back at step 15.");
            page.locator("#undo").click();
            assertThat(said(page))
                    .hasText("Undone: learning rate from 3 to 0.5, at step 10. The figure is back at step 10.");
            shows(page, 10, "s.optimizer.learningRate === 3");
            assertThat(state(page)).isEqualTo(atTen);
            assertThat(page.locator("#learningRate")).hasValue("3");
            assertThat(page.locator("#undo")).isDisabled();

            Tab.reload(page);
            shows(page, 10, "s.optimizer.learningRate === 3");
            page.keyboard().press("Control+Shift+z");
            assertThat(said(page)).containsText("Done again: learning rate from 3 to 0.5");
            page.locator("#redo").click();
            shows(page, 15, "s.optimizer.learningRate === 0.5");
            until(page, "document.querySelector('#stage').picture?.weights[0][1][0] === 0.25");
            assertThat(state(page)).isEqualTo(atFifteen);
            assertThat(page.locator("#redo")).isDisabled();
            assertThat(page.locator(".fork")).hasCount(0);
            tab.isAccessible();
        }
    }

    @Test
    void otherDataAndAFreshStartLeadBackToTheRunThatWasThere() {
        for (Look look : java.util.List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look)) {
                Page page = tab.page;
                page.locator("#forward").click();
                shows(page, 1, "true");
                train(page, 6);
                shows(page, 7, "true");
                String before = state(page);
                page.locator("label:has(#data-circle)").click();
                shows(page, 0, "s.data.name === 'circle'");
                page.locator("#undo").click();
                assertThat(said(page)).hasText("Undone: data from “XOR” to “Circle”. The figure is back at step 7.");
                shows(page, 7, "s.data.name === 'xor'");
                assertThat(state(page)).isEqualTo(before);
                assertThat(page).hasURL(Pattern.compile("run="));
                tab.fits();
                tab.isAccessible();
                tab.shoot("undo-" + look.width());

                page.locator("#reset").click();
                shows(page, 0, "true");
                page.locator("#undo").click();
                assertThat(said(page)).hasText("Undone: begin again. The figure is back at step 7.");
                assertThat(state(page)).isEqualTo(before);
            }
        }
    }

    @Test
    void aBranchIsTakenBackAndATextIsLeftToItsFieldWhileItIsTyped() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            rate(page, "2");
            page.locator("#forward").click();
            shows(page, 1, "s.optimizer.learningRate === 2");
            train(page, 19);
            shows(page, 20, "true");
            page.evaluate("document.querySelector('#stage').seek(12)");
            until(page, "document.querySelector('#stage').progress.shown === 12");
            rate(page, "0.25");
            assertThat(page.locator(".fork")).hasCount(2);
            page.locator("#learningRate").press("Control+a");
            page.keyboard().type("7");
            page.keyboard().press("Control+z");
            assertThat(page.locator(".fork")).hasCount(2);
            page.locator("#learningRate").press("Tab");
            page.keyboard().press("Control+z");
            until(
                    page,
                    "document.querySelector('#stage').progress.shown === 12"
                            + " && document.querySelector('#stage').progress.newest === 20");
            assertThat(page.locator(".fork")).hasCount(0);
            page.keyboard().press("Control+z");
            until(page, "document.querySelector('#stage').progress.state === 'first'");
            assertThat(page.locator("#learningRate")).hasValue("3");
            page.keyboard().press("Control+y");
            until(
                    page,
                    "(s => s.progress.shown === 12 && s.progress.newest === 20"
                            + " && s.setup.spec.optimizer.learningRate === 2)(document.querySelector('#stage'))");
        }
    }
}
