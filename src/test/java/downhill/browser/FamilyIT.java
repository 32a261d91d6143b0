package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The family trees of the lesson on hidden units: questions, the person units, and their training before the learner's eyes. */
class FamilyIT extends Site {
    private static final String LESSON = "/lessons/hidden-units/";

    private static Locator person(Page page, String name) {
        return page.locator("x-family-trees button.person[data-person=" + name + "]");
    }

    @Test
    void aHeldOutAndATrainedQuestionAreAnsweredByTheNetwork() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "9");
            Locator answer = page.locator(".family-answer");
            assertThat(answer).containsText("That is right. This fact was held out");
            assertThat(person(page, "Margaret")).hasClass(Pattern.compile("right"));
            assertThat(person(page, "Colin")).hasAttribute("aria-pressed", "true");
            page.locator(".family-held button").first().click();
            assertThat(answer).containsText("The network answers James");
            assertThat(answer).containsText("That is wrong: right is Arthur.");
            assertThat(person(page, "Victoria")).hasAttribute("aria-pressed", "true");
            person(page, "Alfonso").click();
            page.locator("x-family-trees select[name=relation]").selectOption("mother");
            assertThat(answer).containsText("Lucia");
            assertThat(answer).containsText("It has trained on this fact.");
            page.locator("details.describe > summary").click();
            assertThat(page.locator(".described")).containsText("The question is: who is Alfonso’s mother?");
            tab.isAccessible();
        }
    }

    @Test
    void aQuestionWithoutAnAnswerInTheTreeIsRefused() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "7");
            Locator answer = page.locator(".family-answer");
            assertThat(answer).containsText("No output is above 0.5.");
            page.locator("x-family-trees select[name=relation]").selectOption("husband");
            assertThat(answer)
                    .hasText(
                            "The tree has no husband of Colin. Ask for one of these: father, mother, uncle, aunt, sister.");
            assertThat(page.locator(".person.right")).hasCount(0);
            person(page, "Colin").focus();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("Enter");
            assertThat(answer).containsText("Charles");
            assertThat(person(page, "Charles")).isFocused();
            tab.isAccessible();
        }
    }

    @Test
    void theTrainedFactsBecomeRightWhileTheUnitsTrain() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "8");
            assertThat(page.locator("x-person-units")).containsText("0 of the 100 trained facts are");
            page.locator("#stage .timeline button").nth(1).focus();
            page.keyboard().press(" ");
            assertThat(page.locator("x-person-units"))
                    .containsText(
                            "100 of the 100 trained facts are",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            page.keyboard().press(" ");
        }
    }

    @Test
    void featuresAndCorrelationsAreShownFromTheSceneOnThatExplainsThem() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "8");
            assertThat(page.locator("x-person-units [data-unit]")).hasCount(6);
            assertThat(page.locator("x-person-units .correlations").first()).isHidden();
            assertThat(page.locator("x-person-units > .unit-grid").first()).isHidden();
            Tab.visit(page, origin + LESSON + "10");
            assertThat(page.locator("x-person-units .correlations").first()).isVisible();
            assertThat(page.locator("x-person-units"))
                    .containsText(Pattern.compile("Unit 2 stands mostly for nationality \\(correlation −0\\.9"));
        }
    }

    @Test
    void aPersonIsMarkedInEveryUnit() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "10");
            page.locator("[data-unit='1'] [data-person='10']").first().click();
            assertThat(page.locator("#stage .readout")).containsText("Weight from input Colin");
            assertThat(page.locator("x-person-units .near")).hasCount(9);
            assertThat(page.locator("x-person-units .now")).hasCount(1);
            page.locator("x-person-units [role=application]").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#stage .readout")).containsText("Weight from input Andrew to");
            assertThat(page.locator("x-person-units .now").count()).isEqualTo(1);
            tab.isAccessible();
        }
    }
}
