package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that a visitor knows from other playgrounds, and what they ask for there, done with the controls of this one. */
class WorkbenchIT extends Site {
    private static final Look SMALL_LAPTOP = new Look(1366, 768, ColorScheme.LIGHT);

    private Tab open(String path) {
        Tab tab = new Tab(SMALL_LAPTOP);
        Tab.visit(tab.page, origin + path);
        tab.page.locator("#stage[data-step]").waitFor();
        return tab;
    }

    /** Waits until the stage shows a network of which this holds, {@code s} being its specification. */
    private static void shows(Page page, String condition) {
        until(page, "(s => s && (" + condition + "))(document.querySelector('x-stage')?.setup?.spec)");
    }

    private static void fill(Page page, String control, String value) {
        page.locator("#" + control).fill(value);
        page.locator("#" + control).press("Enter");
    }

    @Test
    void dataNoiseSharesSeedsAndInputsAreBesideTheFigure() {
        try (Tab tab = open("/playground")) {
            Page page = tab.page;
            page.locator("#data-moons").check();
            shows(page, "s.data.name === 'moons'");
            fill(page, "noise", "0.3");
            shows(page, "s.data.noise === 0.3");
            fill(page, "testShare", "0.5");
            shows(page, "s.data.testShare === 0.5");
            fill(page, "batchSize", "30");
            page.locator("#new-data").click();
            shows(page, "s.data.seed === 2 && s.seed === 1 && s.batch.size === 30");
            page.locator("#new-weights").click();
            shows(page, "s.data.seed === 2 && s.seed === 2");
            page.locator("#input-x2").click();
            shows(page, "s.data.features.join() === 'x,y,x^2'");
            page.locator("#input-y").click();
            shows(page, "s.data.features.join() === 'x,x^2'");
            page.locator("#input-x").click();
            shows(page, "s.data.features.join() === 'x^2' && s.network.layers[0] === 1");
            assertThat(page.locator("#input-x2")).isDisabled();
            assertThat(page.locator("x-decision-map .map-name.up")).hasText("x₂");
            tab.isAccessible();
        }
    }

    @Test
    void everyPartOfTheEngineHasAControl() {
        try (Tab tab = open("/playground")) {
            Page page = tab.page;
            page.locator("#more > summary").click();
            page.locator("#penalty").selectOption("l2");
            shows(page, "s.regularization?.name === 'l2'");
            fill(page, "penaltyRate", "0.01");
            shows(page, "s.regularization.rate === 0.01");
            page.locator("#activation-1").selectOption(new SelectOption().setLabel("relu"));
            shows(page, "s.network.activations.join() === 'tanh,relu,sigmoid'");
            assertThat(page.locator("#activation")).hasValue("tanh.relu");
            page.locator("#init").selectOption("he-normal");
            shows(page, "s.network.initializer.name === 'he-normal'");
            page.locator("#optimizer").selectOption("adam");
            shows(page, "s.optimizer.name === 'adam'");
            fill(page, "beta1", "0.8");
            fill(page, "dropout", "0.2");
            shows(page, "s.dropout?.join() === '0.2,0.2'");
            page.locator("#cost").selectOption("half-squared-error");
            shows(page, "s.cost === 'half-squared-error' && s.optimizer.beta1 === 0.8");
            tab.isAccessible();
            page.locator("#more > summary").click();
            page.locator("#forward").click();
            page.waitForURL("**run=**");
            shows(page, "s.optimizer.beta1 === 0.8 && s.regularization.rate === 0.01");
            assertThat(page.locator(".cost .numbers")).containsText("+ penalty");
        }
    }

    @Test
    void aRunStopsByItselfWhereTheLearnerAsksForIt() {
        try (Tab tab = open("/playground?data=xor&hidden=4&learningRate=1&batchSize=0")) {
            Page page = tab.page;
            page.locator("#more > summary").click();
            page.locator("#stopStep").fill("12");
            tab.isAccessible();
            page.locator("#more > summary").click();
            page.locator("#steps-per-second").selectOption("100");
            page.locator("#play").click();
            assertThat(page.locator("[data-part=stopped]"))
                    .hasText("Stopped at step 12, as you asked. Press Play to go on.");
            page.locator("#more > summary").click();
            assertThat(page.locator("#stopStep")).hasValue("12");
            page.locator("#stopStep").fill("");
            page.locator("#stopCost").fill("0,1 or so");
            page.locator("#more > summary").click();
            page.locator("#play").click();
            assertThat(page.locator("#error-stops")).containsText("must be a number from 0");
            page.locator("#stopCost").fill("0.1");
            page.locator("#play").click();
            assertThat(page.locator("[data-part=stopped]")).containsText("the cost is below 0.1");
            until(
                    page,
                    "(s => s.picture.trainCost < 0.1 && s.curve.trainCosts.at(-2) >= 0.1)(document.querySelector('#stage'))");
        }
    }

    /** A link and a reload bring the stop conditions, and another network keeps them. */
    @Test
    void theAddressHoldsTheStopConditions() {
        try (Tab tab = open("/playground?data=xor&hidden=4&learningRate=1&batchSize=0")) {
            Page page = tab.page;
            page.locator("#more > summary").click();
            page.locator("#stopStep").fill("7");
            page.locator("[name=stopStill]").check();
            page.locator("#more > summary").click();
            page.locator("#forward").click();
            page.waitForURL("**run=**");
            fill(page, "learningRate", "2");
            until(page, "new URL(location.href).searchParams.get('stopStep') === '7'");
            until(page, "new URL(location.href).searchParams.get('stopStill') === 'on'");
            until(page, "location.search.includes('state=')");
            String address = page.url();
            page.reload();
            until(page, "document.querySelector('#stage')?.progress?.newest === 1");
            assertThat(page.locator("#stopStep")).hasValue("7");
            try (Tab other = new Tab(Look.WIDE)) {
                Tab.visit(other.page, address);
                until(other.page, "document.querySelector('#stage')?.progress?.newest === 1");
                assertThat(other.page.locator("#stopStep")).hasValue("7");
                assertThat(other.page.locator("[name=stopStill]")).isChecked();
                other.page.locator("#play").click();
                assertThat(other.page.locator("[data-part=stopped]")).containsText("Stopped at step 7");
            }
        }
    }

    @Test
    void batchMomentumAndPenaltyChangeWhileTheRunGoesOn() {
        try (Tab tab = open("/playground")) {
            Page page = tab.page;
            page.locator("#forward").click();
            page.waitForURL("**run=**");
            page.evaluate("document.querySelector('#stage').act('steps', { count: 29 })");
            until(page, "document.querySelector('#stage').progress.newest === 30");
            fill(page, "batchSize", "20");
            shows(page, "s.batch.size === 20");
            page.locator("#more > summary").click();
            fill(page, "momentum", "0.5");
            shows(page, "s.optimizer.momentum === 0.5");
            page.locator("#penalty").selectOption("l2");
            shows(page, "s.regularization?.name === 'l2'");
            fill(page, "penaltyRate", "0.01");
            shows(page, "s.regularization.rate === 0.01");
            assertThat(page.locator(".cost .numbers")).containsText("+ penalty");
            page.evaluate("document.querySelector('#stage').act('steps', { count: 20 })");
            until(page, "document.querySelector('#stage').progress.newest === 50");
            until(
                    page,
                    "(c => c.penalties.at(-1) > 0 && c.penalties[0] === null)(document.querySelector('#stage').curve)");
            assertThat(page.evaluate("document.querySelector('#stage').curve.marks.map(m => m.label)"))
                    .isEqualTo(List.of("batch 20", "momentum 0.5", "L2 0.001", "L2 0.01"));
            tab.shoot("penalty");
            page.locator("#penalty").selectOption("none");
            until(page, "document.querySelector('#stage').picture.penalty === 0");
            page.locator("#more > summary").click();
            Tab.reload(page);
            page.locator("#stage[data-step]").waitFor();
            until(page, "document.querySelector('#stage').progress.newest === 50");
            until(page, "document.querySelector('#stage').curve.penalties.filter(p => p > 0).length > 10");
            page.locator("#undo").click();
            assertThat(page.locator("x-undo [role=status]"))
                    .hasText("Undone: penalty from L2 0.01 to none, at step 50. The figure is back at step 50.");
            shows(page, "s.regularization.rate === 0.01");
            assertThat(page.locator("#penalty")).hasValue("l2");
        }
    }

    @Test
    void aCurveIsDrawnThroughThePointsAndItsNumbersAreReadOffIt() {
        try (Tab tab = open("/playground?data=sine&hidden=8")) {
            Page page = tab.page;
            assertThat(page.locator("x-guide")).containsText("the function behind these points");
            assertThat(page.locator("x-decision-map")).hasClass(Pattern.compile("of-curve"));
            page.locator("#steps-per-second").selectOption("100");
            page.locator("#play").click();
            until(page, "document.querySelector('#stage').progress.newest >= 200");
            page.locator("#play").click();
            Locator map = page.locator("x-decision-map canvas");
            BoundingBox box = map.boundingBox();
            page.mouse().move(box.x + box.width / 4, box.y + box.height / 2);
            assertThat(page.locator(".map-at")).containsText("x −3");
            page.locator("[name=heldBack]").uncheck();
            page.locator("#data-plane").check();
            shows(page, "s.data.name === 'plane'");
            assertThat(page.locator("[name=heldBack]")).not().isChecked();
            page.locator("[name=twoColours]").check();
            page.mouse().move(box.x + box.width / 4, box.y + box.height / 4);
            assertThat(page.locator(".map-at")).containsText("x₁ −3");
            tab.isAccessible();
        }
    }

    @Test
    void whatAnAddressAsksForInVainIsSaid() {
        try (Tab tab = open("/playground?data=gauss&noise=2000&regularization=L2&hidden=3")) {
            assertThat(tab.page.locator("#link-said")).containsText("data=gauss");
            assertThat(tab.page.locator("#link-said p")).hasCount(3);
            assertThat(tab.page.locator("#data-circle")).isChecked();
            shows(tab.page, "s.data.name === 'circle' && s.data.noise === 0.1 && s.network.layers.join() === '2,3,1'");
        }
    }

    @Test
    void theControlsShowARunThatAProgramMade() {
        try (Tab tab = open("/playground")) {
            Page page = tab.page;
            String made = page.request()
                    .post(
                            origin + "/api/runs",
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/json")
                                    .setData("""
                            {"data": {"name": "inline", "inputs": [[0, 1], [1, 0], [1, 1]], "targets": [[1, 0, 0], [0, 1, 0], [0, 0, 1]]},
                             "network": {"layers": [2, 6, 3], "activations": ["leaky-relu", "softmax"]}, "cost": "cross-entropy"}"""))
                    .text();
            String view = made.replaceAll("(?s).*\"view\":\\s*\"([^\"]+)\".*", "$1");
            Tab.visit(page, origin + "/playground?run=" + view);
            page.locator("#stage[data-step]").waitFor();
            assertThat(page.locator("#activation")).hasValue("leaky-relu");
            assertThat(page.locator("#data-given")).isChecked();
            assertThat(page.locator(".network .layers output")).hasText("6");
            page.locator("#wider-0").click();
            shows(page, "s.network.layers.join() === '2,7,3' && s.data.name === 'inline'");
        }
    }

    @Test
    void whatIsUsedMostIsOnOneScreen() {
        for (String path : List.of("/playground", "/playground?data=sine", "/playground?hidden=8-8-8")) {
            try (Tab tab = open(path)) {
                for (String control : List.of(
                        "#learningRate",
                        "#play",
                        "#steps-per-second",
                        "#activation",
                        "#noise",
                        "#batchSize",
                        ".cost .chart",
                        "x-decision-map canvas",
                        ".network .network-figure",
                        "#new-data")) {
                    BoundingBox box = tab.page.locator(control).first().boundingBox();
                    assertThat(box.y).as(control).isGreaterThanOrEqualTo(0);
                    assertThat(box.y + box.height)
                            .as(control + " of " + path)
                            .isLessThanOrEqualTo(SMALL_LAPTOP.height());
                }
            }
        }
    }
}
