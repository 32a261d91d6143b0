package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of a scene and its figure speak of the same numbers, also when the learner has changed them. */
class LessonStageIT extends Site {
    private Page open(Tab tab, String address) {
        Tab.visit(tab.page, origin + "/lessons/" + address);
        assertThat(tab.page.locator("x-question form[inert]")).hasCount(0);
        until(tab.page, "!!document.querySelector('#stage')?.picture");
        return tab.page;
    }

    @Test
    void aNumberInTheTextFollowsWhatIsTuned() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "sensitivity/4");
            assertThat(page.locator("x-value[of=learningRate]")).hasText("1");
            assertThat(page.locator("#tuning-rate")).hasValue("1");
            page.locator("#tuning-rate").fill("0.25");
            page.locator("#tuning-rate").press("Enter");
            assertThat(page.locator("x-value[of=learningRate]")).hasText("0.25");
        }
    }

    @Test
    void anAnswerIsJudgedByTheValuesOfTheLearnersOwnFormula() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "chain-rule/4");
            page.locator("#value-w").fill("3");
            page.locator("#value-w").press("Enter");
            until(page, "document.querySelector('#stage').picture.values.w === 3");
            Locator check = page.locator("x-question[data-id=by-x]");
            check.locator("input[name=answer]").fill("28");
            check.locator("input[name=answer]").press("Enter");
            assertThat(check.locator("[data-verdict=wrong]")).isVisible();
            check.locator("input[name=answer]").fill("48");
            check.locator("input[name=answer]").press("Enter");
            assertThat(check.locator("[data-verdict=right]")).isVisible();
        }
    }

    @Test
    void aCurveThatWasGuessedLiesBehindTheRealOne() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "step-size/4");
            Locator line = page.locator("x-heights .sketched");
            assertThat(line).hasAttribute("d", "");
            page.locator("x-sketch svg").press("ArrowRight");
            page.locator("x-question.predict .acts button").first().press("Enter");
            assertThat(page.locator("x-question.predict [data-verdict=noted]")).containsText("your line");
            assertThat(line).hasAttribute("d", Pattern.compile("M.+L.+"));
        }
    }

    @Test
    void aChangeInThePastMakesABranchAndBothStayOnTheChart() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            open(tab, "sensitivity/4");
            until(page, "!document.querySelector(':not(:defined)')");
            for (int step = 1; step <= 3; step++) {
                page.locator("#stage form[data-part=step] button").click();
                until(page, "document.querySelector('#stage').progress.newest === " + step);
            }
            page.locator("#stage [data-part=back]").click();
            until(page, "document.querySelector('#stage').progress.shown === 2");
            Locator rate = page.locator("#stage x-tuning input[type=text]").first();
            rate.fill("6");
            rate.press("Enter");
            until(page, "document.querySelector('#stage').progress.branches.length === 2");
            until(page, "document.querySelector('#stage').progress.newest === 2");
            page.locator("#stage form[data-part=step] button").click();
            until(page, "document.querySelector('#stage').progress.newest === 3");
            assertThat(
                            page.evaluate(
                                    "(([{curve: old}, {curve: {costs}}]) => costs[2] === old.costs[2] && costs[3] < old.costs[3])(document.querySelector('#stage').progress.branches)"))
                    .isEqualTo(true);
        }
    }
}
