package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who opens the playground for the first time, and does what suggests itself. */
class GuideIT extends Site {
    private Tab open(String path, Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + path);
        tab.page.locator("#stage[data-step]").waitFor();
        return tab;
    }

    @Test
    void aNetworkThatIsStuckOnTheSpiralIsOfferedWhatHelpsAndGoesOnWithIt() {
        try (Tab tab = open("/playground?data=spiral", Look.WIDE)) {
            Page page = tab.page;
            assertThat(page.locator("x-guide")).containsText("Press Play");
            page.locator("#steps-per-second").selectOption("max");
            page.locator("#play").click();
            until(page, "document.querySelector('#stage').progress.newest >= 1000");
            page.locator("#play").click();
            page.locator("x-guide")
                    .getByText("Add the inputs sin x₁ and sin x₂")
                    .click();
            page.waitForURL("**features=x-y-sinx-siny**run=**");
            assertThat(page.locator("#steps-per-second")).hasValue("30");
            assertThat(page.locator("x-network .name")).hasText(new String[] {"x₁", "x₂", "sin x₁", "sin x₂"});
            page.locator("#more > summary").click();
            assertThat(page.locator("#input-sinx")).hasAttribute("aria-pressed", "true");
            tab.isAccessible();
        }
    }

    @Test
    void deadUnitsAreNamedShownAndCured() {
        try (Tab tab = open("/playground?activation=relu&learningRate=10", Look.WIDE)) {
            Page page = tab.page;
            page.locator("#steps-per-second").selectOption("30");
            page.locator("#play").click();
            assertThat(page.locator("x-guide [data-part=say]"))
                    .hasText(
                            "Both units of hidden layer 2 are dead: they answer 0 for every example, so their gradients are 0.");
            page.locator("x-guide [data-part=where]").click();
            assertThat(page.locator(".network x-network .neuron.pointed-out")).hasCount(2);
            assertThat(page.locator("x-readout").first()).containsText("Neuron 1 of hidden layer 2");
            assertThat(page.locator(".network .network-figure")).isFocused();
            page.locator("#play").click();
            tab.isAccessible();
            page.locator("x-guide [data-part=cure] button").click();
            page.waitForURL("**activation=leaky-relu**run=**");
            assertThat(page.locator("#learningRate")).hasValue("0.1");
            assertThat(page.locator("x-guide [data-part=say]")).containsText("of the training examples right");
            assertThat(page.locator(".neuron.pointed-out")).hasCount(0);
        }
    }

    @Test
    void anInputIsPutInAndTakenOutByItsButton() {
        try (Tab tab = open("/playground", Look.PHONE_DARK)) {
            Page page = tab.page;
            page.locator("#more > summary").click();
            page.locator("#input-x2").click();
            page.waitForURL("**features=x-y-x2**");
            assertThat(page.locator("x-network .name")).hasText(new String[] {"x₁", "x₂", "x₁²"});
            page.locator("#input-x2").click();
            assertThat(page.locator("x-network .name")).hasText(new String[] {"x₁", "x₂"});
            tab.fits();
        }
    }

    @Test
    void theWeightOneIsCuriousAboutStaysSelectedInTheStepTakenApart() {
        try (Tab tab = open("/playground", Look.WIDE)) {
            Page page = tab.page;
            assertThat(page.locator("[data-part=why]")).isHidden();
            page.locator(".network-figure").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.locator("[data-part=why]").click();
            page.waitForURL("**run=**");
            assertThat(page.locator("x-prove-it")).isVisible();
            assertThat(page.locator("x-readout").first()).containsText("Weight from input x₁");
        }
    }

    @Test
    void aRateThatIsNoNumberIsSaidToBeNoneBeforeThereIsARunAndACommaIsAPoint() {
        try (Tab tab = open("/playground", Look.WIDE)) {
            Page page = tab.page;
            String before = page.locator("#rate-slider").inputValue();
            page.locator("#learningRate").fill("fast");
            page.locator("#learningRate").press("Tab");
            assertThat(page.locator("#error-learningRate"))
                    .hasText("The learning rate must be a number above 0, for example 0.5. You typed “fast”.");
            assertThat(page.locator("#rate-slider")).hasValue(before);
            page.locator("#learningRate").fill("0,05");
            page.locator("#learningRate").press("Tab");
            assertThat(page.locator("#error-learningRate")).isHidden();
            assertThat(page.locator("#learningRate")).hasValue("0.05");
        }
    }

    @Test
    void onAPhoneTheChosenSetAndTheAnswerAreInViewBesideThePlayButton() {
        try (Tab tab = open("/playground?data=spiral", Look.PHONE)) {
            Page page = tab.page;
            double map = page.locator("x-decision-map canvas").boundingBox().y;
            double network = page.locator("x-network").boundingBox().y;
            double play = page.locator("#play").boundingBox().y;
            assertThat(map).isLessThan(play).isLessThan(network);
            var chosen = page.locator("#data-spiral").boundingBox();
            assertThat(chosen.x).isPositive();
            assertThat(chosen.x + chosen.width).isLessThan(390);
            tab.fits();
        }
    }

    @Test
    void theRunThatAnotherChoicePutsAsideIsOneStepBack() {
        try (Tab tab = open("/playground", Look.WIDE)) {
            Page page = tab.page;
            page.locator("#steps-per-second").selectOption("max");
            page.locator("#play").click();
            until(page, "document.querySelector('#stage').progress.newest >= 100");
            page.locator("#play").click();
            String run = page.url().replaceFirst(".*(run=[\\w-]+).*", "$1");
            page.locator("label:has(#data-xor)").click();
            assertThat(page.locator("x-guide [data-part=say]")).containsText("Back button returns to the last one");
            assertThat(page.locator("x-guide [role=status]")).containsText("Back button returns to the last one");
            page.goBack();
            page.waitForURL("**" + run + "**");
            assertThat(page.locator("#stage")).hasAttribute("data-step", Pattern.compile("\\d{3,}"));
        }
    }
}
