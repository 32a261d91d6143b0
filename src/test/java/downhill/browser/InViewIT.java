package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main job in plain sight: the learning rate, Play and the falling cost are in the window together. */
class InViewIT extends Site {
    private static final List<Look> SIZES =
            List.of(Look.WIDE, new Look(1366, 768, ColorScheme.LIGHT), Look.PHONE, Look.PHONE_DARK);

    /** The controls, the number of the cost and its curve. */
    private static final List<String> TOGETHER =
            List.of("#rate-slider", "#learningRate", "#play", "#forward", "#reset", ".cost .big", ".cost .chart");

    private Tab open(String path, Look look) {
        return opened(new Tab(look), path);
    }

    private Tab opened(Tab tab, String path) {
        Tab.visit(tab.page, origin + path);
        tab.page.locator("#stage[data-step]").waitFor();
        return tab;
    }

    private static void areInView(Page page, Look look) {
        for (String part : TOGETHER) {
            var box = page.locator(part).boundingBox();
            assertThat(box.y).as("top of %s at %s", part, look).isGreaterThanOrEqualTo(0);
            assertThat(box.y + box.height).as("bottom of %s at %s", part, look).isLessThanOrEqualTo(look.height());
            assertThat(box.x + box.width)
                    .as("right edge of %s at %s", part, look)
                    .isLessThanOrEqualTo(look.width());
            assertThat(isCovered(page, part)).as("%s covered at %s", part, look).isFalse();
        }
    }

    /** Tests whether something else covers the lower edge of a part. */
    private static boolean isCovered(Page page, String part) {
        return Boolean.TRUE.equals(page.evaluate("""
                (selector) => {
                    const part = document.querySelector(selector);
                    const { left, width, bottom } = part.getBoundingClientRect();
                    const top = document.elementFromPoint(left + width / 2, bottom - 4);
                    return !(part.contains(top) || top?.contains(part));
                }""", part));
    }

    private static void reach(Page page, int step) {
        until(page, "document.querySelector('#stage').progress.newest >= " + step);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    @Test
    void rateAndPlayAndCostAreInViewTogetherOnThePlaygroundBeforeAndDuringPlay() {
        for (Look look : SIZES) {
            try (Tab tab = open("/playground", look)) {
                areInView(tab.page, look);
                tab.page.locator("#play").click();
                tab.page.waitForURL("**run=**");
                reach(tab.page, 5);
                areInView(tab.page, look);
                assertThat(number(tab.page, "scrollY")).isZero();
                tab.fits();
            }
        }
    }

    @Test
    void rateAndPlayAndCostAreInViewTogetherOnTheHomePageBeforeAndDuringPlay() {
        for (Look look : SIZES) {
            try (Tab tab = open("/", look)) {
                areInView(tab.page, look);
                reach(tab.page, 5);
                areInView(tab.page, look);
                assertThat(number(tab.page, "scrollY")).isZero();
                tab.fits();
            }
        }
    }

    /** The run is everybody's until someone acts on it. */
    @Test
    void theSliderOnTheHomePageMakesTheRunOnesOwnAndTheCostFallsOn() {
        for (Look look : List.of(Look.WIDE, Look.PHONE)) {
            try (Tab tab = open("/", look)) {
                Page page = tab.page;
                reach(page, 10);
                until(page, "document.querySelector('#stage').run.own === '/runs'");
                Locator slider = page.locator("#rate-slider");
                slider.fill("100");
                until(page, "document.querySelector('#stage').curve.marks.length === 1");
                until(page, "document.querySelector('#stage').run.own === undefined");
                double costAtTweak = number(page, "document.querySelector('#stage').picture.cost");
                int from = (int) number(page, "document.querySelector('#stage').progress.newest");
                reach(page, from + 30);
                assertThat(number(page, "document.querySelector('#stage').picture.cost"))
                        .isLessThan(costAtTweak);
                assertThat(number(page, "document.querySelector('#stage').setup.spec.optimizer.learningRate"))
                        .isEqualTo(
                                Double.parseDouble(page.locator("#learningRate").inputValue()));
                assertThat(number(page, "document.querySelector('#stage').curve.steps[0]"))
                        .isZero();
            }
        }
    }

    @Test
    void theHomePageIsPausedSteppedAndBegunAgain() {
        try (Tab tab = opened(Tab.moving(Look.WIDE), "/")) {
            Page page = tab.page;
            reach(page, 10);
            page.locator("#play").click();
            assertThat(page.locator("#play")).hasAttribute("aria-label", "Play");
            until(
                    page,
                    "(s => s.progress.state === 'paused' && s.progress.newest >= 10 && s.picture?.step === s.progress.newest)"
                            + "(document.querySelector('#stage'))");
            int paused = (int) number(page, "document.querySelector('#stage').progress.newest");
            page.locator("#forward").click();
            reach(page, paused + 1);
            assertThat(page.locator(".home-time [data-part=shown]")).hasText(String.valueOf(paused + 1));
            page.locator("#reset").click();
            until(page, "document.querySelector('#stage').run.own === '/runs'");
            until(page, "document.querySelector('#stage').progress.state === 'running'");
            until(page, "document.querySelector('#stage').curve.steps[0] === 0");
            assertThat(page.locator("#learningRate")).hasValue("0.3");
        }
    }

    @Test
    void theHomePageStandsStillForSomeoneWhoWantsNoMotion() {
        try (Tab tab = open("/", Look.WIDE)) {
            Page page = tab.page;
            assertThat(page.locator("#play")).hasAttribute("aria-label", "Play");
            int shown = (int) number(page, "document.querySelector('#stage').progress.shown");
            until(page, "document.querySelector('#stage').curve.steps.length > 10");
            assertThat(page.locator(".home-time [data-part=shown]")).hasText(String.valueOf(shown));
            page.locator("#reset").click();
            until(page, "document.querySelector('#stage').progress.state === 'running'");
        }
    }

    @Test
    void aNewLearnerStartsLessonOneAndAReturningOneGoesOn() {
        try (Tab tab = open("/", Look.WIDE)) {
            Page page = tab.page;
            Locator first = page.locator(".home-opening .act").first();
            assertThat(first).hasText("Start lesson 1");
            assertThat(first).hasAttribute("href", "/lessons/the-hill/1");
            assertThat(page.locator(".home-opening .act").nth(1)).hasAttribute("href", "/playground");
            var before = first.boundingBox();
            page.evaluate("""
                    localStorage.setItem("progress", JSON.stringify({ version: 1, runs: {},
                        lessons: { "the-hill": { seen: [1, 2, 3], answers: {} } } }))""");
            Tab.reload(page);
            assertThat(first).hasText(java.util.regex.Pattern.compile("Go on with .+, scene 4"));
            assertThat(first).hasAttribute("href", "/lessons/the-hill/4");
            assertThat(first.boundingBox().width).isEqualTo(before.width);
            first.click();
            page.waitForURL("**/lessons/the-hill/4");
        }
    }

    @Test
    void showMeWhereMarksTheRateAndKeepsTheCostInView() {
        for (Look look : SIZES) {
            try (Tab tab = open("/playground?data=circle", look)) {
                Page page = tab.page;
                page.locator("#forward").click();
                page.waitForURL("**run=**");
                page.locator("#forward").click();
                reach(page, 2);
                page.locator("#back").click();
                page.locator("x-guide [data-part=where]").click();
                assertThat(page.locator("#learningRate")).isFocused();
                assertThat(page.locator(".bar-rate .field")).hasClass(java.util.regex.Pattern.compile("pointed-out"));
                areInView(page, look);
                page.locator("#play").focus();
                assertThat(page.locator(".pointed-out")).hasCount(0);
            }
        }
    }

    @Test
    void theStepThatIsOpenedFromTheNetworkComesIntoView() {
        try (Tab tab = open("/playground", new Look(1366, 768, ColorScheme.LIGHT))) {
            Page page = tab.page;
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.locator("[data-part=why]").click();
            page.waitForURL("**run=**");
            Locator summary = page.locator("#inside-step > summary");
            assertThat(page.locator("x-debugger button").first()).isVisible();
            assertThat(summary).isFocused();
            until(page, "document.querySelector('#inside-step').getBoundingClientRect().top < innerHeight / 3");
            assertThat(summary.boundingBox().y).isNotNegative();
        }
    }

    @Test
    void theWordsBesideTheNumbersAreExplainedInPlace() {
        try (Tab tab = open("/playground", Look.WIDE)) {
            Page page = tab.page;
            page.getByText("this batch", new Page.GetByTextOptions().setExact(true))
                    .hover();
            assertThat(page.locator("#meaning-this-batch")).isVisible();
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.locator(".readout a[href='/glossary#gradient']").focus();
            assertThat(page.locator(".readout #meaning-gradient")).containsText("How fast the cost changes");
            assertThat(page.locator(".readout #meaning-gradient")).isVisible();
            tab.isAccessible();
        }
    }
}
