package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HillIT extends Site {
    private Tab open(String widget, Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + "/widgets/" + widget);
        until(tab.page, "[...document.querySelectorAll('.hill-stage')].every((stage) => stage.picture)");
        return tab;
    }

    private static Locator figure(Tab tab, String id) {
        return tab.page.locator("#" + id + " [role=application]").first();
    }

    /** A number of what a stage shows. */
    private static double of(Tab tab, String id, String what) {
        return ((Number) tab.page.evaluate("document.getElementById('" + id + "').picture." + what)).doubleValue();
    }

    private static void until(Tab tab, String id, String what) {
        String script = "(() => { const p = document.getElementById('" + id + "').picture; return " + what + "; })()";
        until(tab.page, script);
    }

    @Test
    void theArrowKeysWalkDownByHandOneStepAtATime() {
        try (Tab tab = open("profile", Look.WIDE)) {
            double before = of(tab, "fog", "height");
            figure(tab, "fog").focus();
            for (int step = 1; step <= 3; step++) {
                tab.page.keyboard().press("ArrowRight");
                until(tab, "fog", "p.number === " + step);
            }
            assertThat(of(tab, "fog", "height")).isLessThan(before);
            assertThat(tab.page.locator("#fog x-walkers")).containsText("0.800");
            tab.page.keyboard().press("ArrowLeft");
            until(tab, "fog", "p.number === 4");
            assertThat(figure(tab, "fog")).hasAttribute("aria-label", Pattern.compile(".*0\\.700.*"));
        }
    }

    @Test
    void inFogOnlyTheCircleAroundTheWalkerIsDrawn() {
        try (Tab tab = open("profile", Look.WIDE)) {
            Locator hill = tab.page.locator("#fog .hill-figure g[mask]");
            assertThat(hill).hasCount(1);
            assertThat(tab.page.locator("#fog .hill-figure mask circle")).hasCount(1);
            assertThat(tab.page.locator("#fog .hill-figure .axes .up")).isHidden();
            tab.page.locator("#fog input[name=fog]").uncheck();
            assertThat(hill).hasCount(0);
            assertThat(tab.page.locator("#fog .hill-figure .axes .up")).isVisible();
        }
    }

    @Test
    void aDescentWalksToTheLowestPlaceAndBackInTime() {
        try (Tab tab = open("profile", Look.WIDE)) {
            tab.page.locator("#descent [data-part=play] button").click();
            until(tab, "descent", "p.step === p.last && p.height < 1e-6");
            tab.page.locator("#descent [data-part=back]").click();
            until(tab, "descent", "p.step === p.last - 1");
        }
    }

    @Test
    void aDescentBesideTheOneByHandBeginsWhereItBegan() {
        try (Tab tab = open("profile", Look.WIDE)) {
            tab.page.locator("#fog [data-go='-1']").click();
            until(tab, "fog", "p.number === 1");
            tab.page.locator("#fog [data-act=descend]").click();
            until(tab, "fog", "p.walkers.length === 2 && p.walkers[1].trail[0].position[0] === 0.5 && p.step > 2");
        }
    }

    @Test
    void beyondTwoOverTheCurvatureAWalkerLeavesThePictureAndIsSaidTo() {
        try (Tab tab = open("profile", Look.WIDE)) {
            Page page = tab.page;
            page.locator("#descent-rate").fill("1.3");
            until(tab, "descent", "p.rate === 1.3");
            page.locator("#descent [data-part=play] button").click();
            until(tab, "descent", "p.step === p.last");
            assertThat(page.locator("#descent .away:not([hidden])")).containsText("Descent has left");
            page.locator("#descent-rate").fill("0.97");
            until(tab, "descent", "p.rate === 0.97 && Math.abs(p.position[0]) < 2.5");
            assertThat(page.locator("#descent .away:not([hidden])")).hasCount(0);
            assertThat(page.locator("#descent")).not().containsText("NaN");
        }
    }

    @Test
    void everyDescentHasItsOwnRateAndMomentum() {
        try (Tab tab = open("contour-map", Look.WIDE)) {
            Page page = tab.page;
            page.locator("#valley [data-tune=learningRate][data-walker='1']").fill("0.03");
            until(tab, "valley", "p.walkers[1].rate === 0.03 && p.walkers[0].rate === 0.12");
            page.locator("#valley [data-tune=momentum][data-walker='1']").fill("0.5");
            until(tab, "valley", "p.walkers[1].momentum === 0.5");
            assertThat(page.locator("#valley .momentum output")).hasText("0.5");
        }
    }

    @Test
    void onTheMapTheArrowKeysWalkInBothDirections() {
        try (Tab tab = open("contour-map", Look.WIDE)) {
            figure(tab, "map").focus();
            tab.page.keyboard().press("ArrowLeft");
            until(tab, "map", "p.number === 1");
            tab.page.keyboard().press("ArrowDown");
            until(tab, "map", "p.number === 2 && p.position[0] === 1.9 && p.position[1] === 1.4");
        }
    }

    @Test
    void riseOverRunSettlesOnTwiceXAsTheWidthShrinks() {
        try (Tab tab = open("secant", Look.WIDE)) {
            Page page = tab.page;
            Locator table = page.locator("#secant .measured");
            Locator last = table.locator("tr.chosen td:last-child");
            assertThat(last).hasText("3");
            for (String width : List.of("0.5", "0.1", "0.01", "0.001")) {
                page.locator("#secant .widths input[value='" + width + "']").check();
                assertThat(table.locator("tr.chosen td").first()).hasText(width);
            }
            assertThat(table.locator("td:last-child")).hasText(new String[] {"3", "2.5", "2.1", "2.01", "2.001"});
            page.locator("#secant [data-go='1']").click();
            assertThat(table.locator("caption")).containsText("x = 1.1");
            assertThat(table.locator("td:last-child")).hasText(new String[] {"2.201"});
        }
    }

    @Test
    void inTheLongValleyTheSteepestWayDownIs62DegreesOffTheLowestPlace() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/the-hill/6");
            assertThat(page.locator("x-contour-map .aim .down")).isVisible();
            assertThat(page.locator("x-contour-map .aim text")).isHidden();
            page.locator("input[name=fog]").uncheck();
            assertThat(page.locator("x-contour-map .aim text")).hasText("62°");
        }
    }

    @Test
    void describedAWalkIsToldStepByStepAndInFogNotWhatTheFogHides() {
        try (Tab tab = open("profile", Look.WIDE)) {
            Page page = tab.page;
            page.locator("#descent details.describe > summary").click();
            Locator description = page.locator("#descent x-describe");
            assertThat(description).containsText("Descent stands at x = 2.500, at height 6.250, at its start.");
            page.locator("#descent [data-part=step] button").click();
            // The descent from 2.5 with rate 0.3: slope 5, step -1.5, then at 1 height 1.
            assertThat(description).containsText("Descent stands at x = 1, at height 1, after 1 step.");
            assertThat(description)
                    .containsText("Its last step was −1.500: minus the learning rate 0.300 times the slope 5");
            assertThat(description).containsText("The bottom of the valley, x = 0 at height 0, is 1 away and 1 lower.");
            assertThat(description.locator("tbody th")).hasText("Descent");
            page.locator("#fog details.describe > summary").click();
            Locator foggy = page.locator("#fog x-describe");
            assertThat(foggy).containsText("In the fog one sees 0.350 far.");
            assertThat(foggy).not().containsText("bottom");
            figure(tab, "fog").focus();
            page.keyboard().press("ArrowRight");
            assertThat(foggy).containsText("Your last step by hand was +0.100");
            page.locator("#fog input[name=fog]").uncheck();
            assertThat(foggy).containsText("The nearest bottom of a valley, x = 1 at height 0.333, is 0.400 away");
            tab.isAccessible();
        }
    }

    @Test
    void everyHillIsAccessibleFitsAndIsKeptAsAPicture() {
        for (String widget : List.of("profile", "heights", "contour-map", "secant", "surface", "landscape")) {
            for (Look look : Look.all()) {
                try (Tab tab = open(widget, look)) {
                    tab.expectFaults();
                    tab.fits();
                    tab.isAccessible();
                    tab.shoot("hill-" + widget + "-" + look.width() + "-"
                            + look.scheme().name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
