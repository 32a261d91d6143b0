package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Going back and changing something makes a branch; all of them stay in sight. */
class BranchesIT extends Site {
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";

    /** A run with a step for each press of a key. */
    private Tab open(Look look, int steps) {
        Tab tab = new Tab(look);
        Page page = tab.page;
        Tab.visit(page, origin + XOR);
        until(page, "!!document.querySelector('x-stage')?.setup");
        page.locator("#forward").click();
        page.waitForURL("**/playground?**run=**");
        until(page, "!document.querySelector('.htmx-request, .htmx-settling')");
        for (int step = 1; step <= steps; step++) {
            is(page, "newest", step);
            if (step < steps) {
                page.keyboard().press(".");
            }
        }
        return tab;
    }

    private static void is(Page page, String progress, int value) {
        until(page, "document.querySelector('#stage')?.progress?." + progress + " === " + value);
    }

    private static void rate(Page page, String value) {
        page.locator("#learningRate").fill(value);
        page.locator("#learningRate").press("Enter");
    }

    private static Locator forks(Page page) {
        return page.locator(".fork");
    }

    @Test
    void aRateChangedInThePastMakesABranchAndTheOtherStaysOnTheChart() {
        for (Look look : Look.all()) {
            try (Tab tab = open(look, 6)) {
                Page page = tab.page;
                assertThat(forks(page)).hasCount(0);
                page.keyboard().press(",");
                page.keyboard().press(",");
                is(page, "shown", 4);
                rate(page, "0.5");
                assertThat(forks(page)).hasCount(2);
                assertThat(page.locator(".fork[aria-current=true]")).containsText("rate 0.5");
                is(page, "newest", 4);
                page.locator("#forward").click();
                page.locator("#forward").click();
                is(page, "newest", 6);
                assertThat(
                                page.evaluate(
                                        "document.querySelector('#stage').progress.branches.map(b => b.curve.steps.at(-1)).join()"))
                        .isEqualTo("6,6");
                tab.fits();
                tab.isAccessible();
                tab.shoot(
                        "branches-" + look.width() + "-" + look.scheme().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    void oneGoesFromBranchToBranchByPointerAndByKeyAndTheRateGoesAlong() {
        try (Tab tab = open(Look.WIDE, 3)) {
            Page page = tab.page;
            page.keyboard().press(",");
            is(page, "shown", 2);
            rate(page, "0.5");
            assertThat(forks(page)).hasCount(2);
            forks(page).first().click();
            is(page, "newest", 3);
            assertThat(page.locator("#learningRate")).hasValue("3");
            forks(page).first().press("b");
            assertThat(page.locator(".fork[aria-current=true]")).containsText("rate 0.5");
            assertThat(page.locator("#learningRate")).hasValue("0.5");
            forks(page).first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".fork[aria-current=true]")).containsText("first run");
        }
    }

    @Test
    void aReloadAndALinkShowTheBranchesAndTheWayBackLeadsToTheRunBefore() {
        try (Tab tab = open(Look.WIDE, 3)) {
            Page page = tab.page;
            String before = page.url().replaceFirst(".*(run=[\\w-]+).*", "$1");
            page.keyboard().press(",");
            is(page, "shown", 2);
            rate(page, "0.5");
            page.waitForURL("**branches=**");
            Tab.reload(page);
            assertThat(forks(page)).hasCount(2);
            shows(page, 2);
            assertThat(page.locator("#learningRate")).hasValue("0.5");
            try (Tab other = new Tab(Look.PHONE)) {
                Tab.visit(other.page, page.url());
                assertThat(forks(other.page)).hasCount(2);
                assertThat(other.page.locator(".fork[aria-current=true]")).containsText("rate 0.5");
            }
            forks(page).first().click();
            shows(page, 3);
            page.goBack();
            shows(page, 2);
            page.goBack();
            page.waitForURL("**" + before + "**");
            is(page, "newest", 3);
            assertThat(forks(page)).hasCount(0);
            page.goForward();
            assertThat(forks(page)).hasCount(2);
        }
    }

    /** Asserts the shown step, also after the page was left and opened again. */
    private static void shows(Page page, int step) {
        assertThat(page.locator("#stage")).hasAttribute("data-step", String.valueOf(step));
    }

    /** Three branches: the first run, and from its step 2 the rates 0.5 and 0.25. */
    private Tab three(Look look) {
        Tab tab = open(look, 3);
        for (String rate : List.of("0.5", "0.25")) {
            tab.page.evaluate("document.querySelector('#stage').seek(1)");
            is(tab.page, "shown", 1);
            rate(tab.page, rate);
            assertThat(tab.page.locator(".fork[aria-current=true]")).containsText("rate " + rate);
            tab.page.locator("#forward").click();
            is(tab.page, "newest", 2);
        }
        assertThat(forks(tab.page)).hasCount(3);
        return tab;
    }

    private static Locator away(Page page) {
        return page.locator(".forks-away button");
    }

    @Test
    void aBranchIsTakenOffTheViewByPointerAndBroughtBackAndTheRunIsStillThere() {
        for (Look look : Look.all()) {
            try (Tab tab = three(look)) {
                Page page = tab.page;
                String run = (String) page.evaluate("document.querySelector('#stage').progress.branches[1].id");
                page.locator(".fork-off").nth(1).click();
                assertThat(forks(page)).hasCount(2);
                assertThat(page.locator(".fork[aria-current=true]")).containsText("rate 0.25");
                assertThat(away(page)).hasText(new String[] {"rate 0.5"});
                assertThat(page.locator(".branch-legend [aria-pressed=false]")).hasText("rate 0.5");
                assertThat(page.request().get(origin + "/api/runs/" + run)).isOK();
                tab.fits();
                tab.isAccessible();
                tab.shoot("branches-off-" + look.width() + "-"
                        + look.scheme().name().toLowerCase(java.util.Locale.ROOT));
                away(page).click();
                assertThat(forks(page)).hasCount(3);
                assertThat(away(page)).hasCount(0);
            }
        }
    }

    @Test
    void aFingerTakesABranchOffByTheChartsLegendAndBringsItBack() {
        try (Tab tab = Tab.touched(Look.PHONE)) {
            Page page = tab.page;
            try (Tab other = three(Look.PHONE)) {
                Tab.visit(page, other.page.url());
            }
            assertThat(forks(page)).hasCount(3);
            Locator legend = page.locator(".branch-legend button");
            assertThat(legend).hasText(new String[] {"first run", "rate 0.5", "rate 0.25"});
            legend.nth(0).tap();
            assertThat(legend.nth(0)).hasAttribute("aria-pressed", "false");
            assertThat(forks(page)).hasCount(2);
            legend.nth(0).tap();
            assertThat(forks(page)).hasCount(3);
        }
    }

    @Test
    void theKeyboardTakesTheShownBranchOffAndOneGoesToTheOneItLeft() {
        try (Tab tab = three(Look.WIDE)) {
            Page page = tab.page;
            page.locator(".fork[aria-current=true]").focus();
            page.keyboard().press("Delete");
            assertThat(forks(page)).hasCount(2);
            assertThat(page.locator(".fork[aria-current=true]")).containsText("first run");
            assertThat(page.locator("#learningRate")).hasValue("3");
            assertThat(page.locator(".fork:focus")).hasCount(1);
            page.locator(".fork[aria-current=false]").focus();
            page.keyboard().press("Delete");
            assertThat(forks(page)).hasCount(0);
            assertThat(away(page).first()).isFocused();
            assertThat(away(page)).hasCount(2);
            assertThat(page.locator(".branch-legend .shown")).isDisabled();
            page.keyboard().press("Enter");
            assertThat(forks(page)).hasCount(2);
        }
    }

    @Test
    void aReloadKeepsOffTheViewWhatWasTakenOffAndItsNameAndPlace() {
        try (Tab tab = three(Look.WIDE)) {
            Page page = tab.page;
            page.locator(".fork-off").first().click();
            assertThat(forks(page)).hasCount(2);
            Tab.reload(page);
            assertThat(forks(page)).hasCount(2);
            assertThat(away(page)).hasText(new String[] {"first run"});
            assertThat(page.locator(".fork[aria-current=true]")).containsText("rate 0.25");
            away(page).click();
            assertThat(forks(page)).hasCount(3);
            assertThat(forks(page).first()).containsText("first run");
            Tab.reload(page);
            assertThat(forks(page)).hasCount(3);
            assertThat(away(page)).hasCount(0);
        }
    }

    @Test
    void aWeightTypedInThePastMakesABranchAndTheFocusStays() {
        try (Tab tab = open(Look.WIDE, 3)) {
            Page page = tab.page;
            page.keyboard().press(",");
            is(page, "shown", 2);
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".readout input")).isVisible();
            page.keyboard().press("1");
            assertThat(page.locator(".readout input")).isFocused();
            page.keyboard().type(".25");
            page.keyboard().press("Enter");
            assertThat(page.locator(".fork[aria-current=true]")).containsText("weight 1.250");
            until(page, "document.querySelector('#stage').picture.weights[0][0][0] === 1.25");
            assertThat(page.locator(".readout input")).isFocused();
        }
    }

    @Test
    void whatIsNotAllowedIsSaidBesideTheFieldAndMakesNoBranch() {
        try (Tab tab = open(Look.WIDE, 2)) {
            tab.expectFaults();
            Page page = tab.page;
            page.keyboard().press(",");
            is(page, "shown", 1);
            rate(page, "-1");
            assertThat(page.locator("#error-learningRate")).containsText("above 0");
            assertThat(forks(page)).hasCount(0);
            rate(page, "1");
            assertThat(page.locator("#error-learningRate")).hasText("");
            assertThat(forks(page)).hasCount(2);
        }
    }
}
