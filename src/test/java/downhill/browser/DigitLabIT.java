package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DigitLabIT extends Site {
    private Tab open(Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + "/labs/digits");
        assertThat(tab.page.locator(".film canvas").first()).isVisible();
        return tab;
    }

    /** A one, drawn from the top to the foot. */
    private static void drawOne(Page page) {
        Locator pad = page.locator(".pad");
        pad.scrollIntoViewIfNeeded();
        BoundingBox box = pad.boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.15);
        page.mouse().down();
        for (int i = 0; i <= 10; i++) {
            page.mouse().move(box.x + box.width * 0.5, box.y + box.height * (0.15 + 0.07 * i));
        }
        page.mouse().up();
    }

    @Test
    void aDrawnOneIsReadAndItsUnitsCanBeOpened() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            drawOne(page);
            assertThat(page.locator(".verdict-line")).hasText("It says 1.");
            page.locator("x-weight-picture .units button").nth(5).click();
            assertThat(page.locator(".unit-name")).containsText("Unit 6 of 48, to your drawing");
            button(page, "Clear").click();
            assertThat(page.locator(".verdict-line")).hasText("Draw a digit.");
            assertThat(page.locator(".unit-name")).containsText("to the shown example");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void anOwnDigitIsNamedAddedAndLearned() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            Locator said = page.locator("x-own-digits .note");
            button(page, "Add to the training data").click();
            assertThat(said).hasText("Draw a digit on the pad first.");
            drawOne(page);
            assertThat(page.locator(".verdict-line")).hasText("It says 1.");
            button(page, "Add to the training data").click();
            assertThat(said).hasText("Choose the digit that you drew, 0 to 9.");
            page.locator(".choice.digits input").nth(7).focus();
            page.keyboard().press("Space");
            button(page, "Add to the training data").click();
            assertThat(page.locator(".own-digits li")).containsText("your 7");
            assertThat(said).containsText("Your 7 joined at step 2 250.");
            button(page, "Train 100 steps").click();
            assertThat(page.locator("[data-part=shown]")).hasText("2 350");
            assertThat(said).containsText("At step 2 350 the network");
            button(page, "Train 100 steps").click();
            assertThat(said).hasText("At step 2 450 the network reads your drawing.");
            assertThat(page.locator(".verdict-line")).hasText("It says 7.");
            assertThat(page.locator(".replay-said")).containsText("At step 2 450 it says 7,");
            tab.isAccessible();
        }
    }

    @Test
    void theLearningOfTheDrawingIsReplayed() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            Locator said = page.locator(".replay-said");
            assertThat(said).hasText("Draw a digit to follow how the network learned to answer it.");
            assertThat(button(page, "Play the learning")).isDisabled();
            drawOne(page);
            assertThat(said).containsText("At step 2 250 it says 1,");
            Locator slider = page.locator(".replay input");
            slider.focus();
            page.keyboard().press("Home");
            assertThat(said).containsText("At step 0 it says ");
            assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("At step 0 it says \\d, .*%\\."));
            button(page, "Play the learning").click();
            assertThat(said).containsText("At step 2 250 it says 1,");
            button(page, "Clear").click();
            assertThat(button(page, "Play the learning")).isDisabled();
        }
    }

    @Test
    void aCellOfTheMatrixShowsItsDigitsAndADigitGoesToThePadAndIntoTheNetwork() {
        try (Tab tab = open(Look.WIDE)) {
            Page page = tab.page;
            assertThat(page.locator(".unseen-number")).containsText("of the digits that it never trained on");
            Locator title = page.locator(".readings-title");
            assertThat(title).containsText("At step 2 250 the network misreads ");
            Locator cell = page.locator("x-confusion td.wrong button").first();
            String actual = cell.getAttribute("data-actual");
            String predicted = cell.getAttribute("data-predicted");
            cell.click();
            assertThat(title).containsText("of class " + actual + " as " + predicted + ".");
            assertThat(page.locator(".if-example")).isVisible();
            page.locator(".readings button").first().click();
            assertThat(page.locator(".verdict-line")).hasText("It says " + predicted + ".");
            assertThat(page.locator(".if-drawn")).isVisible();
            assertThat(page.locator(".if-example")).isHidden();
            cell.focus();
            page.keyboard().press("ArrowDown");
            assertThat(cell).not().isFocused();
            page.keyboard().press("Enter");
            assertThat(title).not().containsText("of class " + actual + " as");
            button(page, "Show all that are misread").click();
            assertThat(title).containsText("the network misreads ");
        }
    }

    @Test
    void theLargeNetworkReadsTheDrawingToo() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Tab.visit(tab.page, origin + "/labs/digits?network=large");
            assertThat(tab.page.locator(".film canvas").first()).isVisible();
            drawOne(tab.page);
            assertThat(tab.page.locator(".verdict-line")).hasText(Pattern.compile("It says \\d\\."));
            assertThat(tab.page.locator(".replay-said")).containsText("At step 100 it says ");
        }
    }

    @Test
    void onAPhoneTheDrawingAndTheAnswerToItAreInViewTogether() {
        try (Tab tab = open(Look.PHONE)) {
            Page page = tab.page;
            drawOne(page);
            assertThat(page.locator(".verdict-line")).hasText("It says 1.");
            BoundingBox last = page.locator(".pad-right .output").last().boundingBox();
            assertThat(page.locator(".pad").boundingBox().y).isPositive();
            assertThat(last.y + last.height)
                    .isLessThan(page.locator("x-timeline").first().boundingBox().y);
            tab.fits();
        }
    }

    @Test
    void aDigitIsDrawnWithKeysAlone() {
        try (Tab tab = open(Look.PHONE)) {
            Page page = tab.page;
            page.locator(".pad").focus();
            for (int i = 0; i < 10; i++) {
                page.keyboard().press("ArrowUp");
            }
            page.keyboard().press("Enter");
            for (int i = 0; i < 20; i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.locator(".verdict-line")).hasText(Pattern.compile("It says \\d\\."));
        }
    }

    @Test
    void thePageIsAccessibleFitsAndIsKeptAsAPicture() {
        for (Look look : Look.all()) {
            try (Tab tab = open(look)) {
                drawOne(tab.page);
                assertThat(tab.page.locator(".verdict-line")).hasText("It says 1.");
                tab.fits();
                tab.isAccessible();
                tab.shoot("digits-" + look.width() + "-" + look.scheme().name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
