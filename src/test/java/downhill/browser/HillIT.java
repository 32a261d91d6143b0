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
        tab.page.navigate(origin + "/widgets/" + widget);
        tab.page.waitForCondition(() -> tab.page
                .evaluate("!!document.querySelector('.hill-stage').picture")
                .equals(true));
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
        tab.page.waitForCondition(() -> Boolean.TRUE.equals(tab.page.evaluate(script)));
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
    void everyHillIsAccessibleFitsAndIsKeptAsAPicture() {
        for (String widget : List.of("profile", "heights", "contour-map", "surface", "landscape")) {
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
