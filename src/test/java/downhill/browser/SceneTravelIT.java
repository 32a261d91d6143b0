package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** Next, Back, Play, Begin again and a reload do what they say, and nobody is trapped. */
class SceneTravelIT extends Site {
    private Page open(Tab tab, String address) {
        Tab.visit(tab.page, origin + "/lessons/" + address);
        drawn(tab.page);
        return tab.page;
    }

    private static void drawn(Page page) {
        assertThat(page.locator("x-question form[inert]")).hasCount(0);
        stage(page, "s.picture");
    }

    /** Waits until this is true of the stage, s. */
    private static void stage(Page page, String what) {
        until(page, "(() => { const s = document.querySelector('#stage'); return !!(s && " + what + "); })()");
    }

    private static void act(Page page, String name, String body) {
        page.evaluate("() => { document.querySelector('#stage').act('" + name + "', " + body + "); }");
    }

    @Test
    void theAddressOfALessonNamesTheSceneAndAReloadStaysThere() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "chain-rule");
            assertThat(page).hasURL(origin + "/lessons/chain-rule/1");
            Tab.reload(page);
            drawn(page);
            assertThat(page).hasURL(origin + "/lessons/chain-rule/1");
            assertThat(page.locator(".scenes .seen")).hasCount(0);
        }
    }

    @Test
    void nextInsistsOnceOnAnOpenQuestionAndThenGoesOn() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "the-hill/1");
            Locator next = page.locator(".travel a[rel=next]");
            next.press("Enter");
            assertThat(page.locator("x-question.due .outcome")).containsText("Answer first, or choose I don’t know.");
            assertThat(page.evaluate("!!document.activeElement.closest('x-question.due')"))
                    .isEqualTo(true);
            next.press("Enter");
            assertThat(page).hasURL(origin + "/lessons/the-hill/2");
            assertThat(page.locator(".scenes .seen")).hasCount(1);
        }
    }

    @Test
    void aLearnerWhoDoesNotKnowSeesTheWorkedSolution() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "chain-rule/2");
            Locator check = page.locator("x-question.check").first();
            check.locator("button[name=unknown]").press("Enter");
            assertThat(check.locator("[data-verdict=shown] .solution .prose")).isVisible();
            assertThat(check).hasAttribute("data-done", "shown");
        }
    }

    @Test
    void aFormulaThatIsTypedAnewKeepsTheValues() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "chain-rule/8");
            stage(page, "s.picture.values.x === 3");
            Locator field = page.locator("#graph-expression");
            field.fill("5");
            field.press("Enter");
            stage(page, "s.picture.graph.typed === '5'");
            field.fill("(x-3)^2");
            field.press("Enter");
            stage(page, "s.picture.graph.typed === '(x-3)^2'");
            stage(page, "s.picture.values.x === 3");
        }
    }

    @Test
    void playAtAnEarlierStepReplaysFromThereAndThenGoesOn() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "layer-by-layer/12");
            act(page, "steps", "{count: 6}");
            stage(page, "s.progress.newest === 6");
            page.evaluate(
                    "() => { const s = document.querySelector('#stage'); s.seek(0).then(() => { window.steps = []; s.addEventListener('seek', () => window.steps.push(s.picture.step)); }); }");
            until(page, "window.steps !== undefined && document.querySelector('#stage').progress.shown === 0");
            assertThat(page.locator(".timeline [data-part=play] button")).hasAttribute("aria-label", "Play");
            page.locator(".timeline [data-part=play] button").press("Enter");
            assertThat(page.locator(".timeline [data-part=play] button")).hasAttribute("aria-label", "Pause");
            stage(page, "s.progress.newest > 6");
            assertThat(String.valueOf(
                            page.evaluate("[...new Set(window.steps)].filter(n => n > 0).slice(0, 5).join()")))
                    .as("the last known step, 6, may be drawn together with the first new one")
                    .isEqualTo("1,2,3,4,5");
        }
    }

    @Test
    void aFigureBeginsAgainAndTheRunCanBeBroughtBack() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "layer-by-layer/12");
            act(page, "steps", "{count: 4}");
            stage(page, "s.progress.newest === 4");
            page.locator("[data-part=again]").press("Enter");
            stage(page, "s.picture && s.progress.newest === 0 && !s.run.isMine");
            assertThat(page.locator("[data-part=mine]")).hasText("Bring back my run (step 4)");
            page.locator("[data-part=mine]").press("Enter");
            stage(page, "s.progress.newest === 4");
        }
    }

    /** Begin again would lead to the same late step. */
    @Test
    void aSceneThatBeginsLaterThanItsChallengeAllowsLeadsBackToStep0() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "hidden-units/6");
            Locator spent = page.locator("x-question.challenge [data-part=spent]");
            assertThat(spent).containsText("Go back, and change something there.");
            spent.locator("button").press("Enter");
            stage(page, "s.picture?.step === 0");
            assertThat(spent).isHidden();
        }
    }

    @Test
    void aChallengeSaysAtOnceThatItsStepsAreUsedUp() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "layer-by-layer/12");
            Locator spent = page.locator("x-question.challenge [data-part=spent]");
            assertThat(spent).isHidden();
            act(page, "steps", "{count: 51}");
            assertThat(spent).isVisible();
            assertThat(spent).containsText("Press Begin again to start over.");
            spent.locator("button").press("Enter");
            stage(page, "s.picture && s.progress.newest === 0");
            assertThat(page.locator("x-question.challenge [data-part=spent]")).isHidden();
        }
    }

    @Test
    void aHillBeginsAgainWithItsDeclaredRate() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "step-size/4");
            page.locator("[data-tune=learningRate]").fill("1.1");
            stage(page, "s.picture.rate === 1.1");
            act(page, "steps", "{count: 3}");
            stage(page, "s.picture.step === 3");
            page.locator("[data-act=reset]").press("Enter");
            String declared =
                    String.valueOf(page.evaluate("document.querySelector('[data-tune=learningRate]').defaultValue"));
            stage(page, "s.picture.step === 0 && s.picture.rate === " + declared);
            assertThat(page.locator("[data-tune=learningRate]")).hasValue(declared);
        }
    }

    @Test
    void aDescentOfOnesOwnCanBeBroughtBack() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "step-size/9");
            assertThat(page.locator("[data-part=mine]")).isHidden();
            act(page, "place", "{at: [-2, 1]}");
            stage(page, "s.picture.position.join() === '-2,1'");
            page.locator("[data-tune=learningRate]").fill("0.3");
            stage(page, "s.picture.rate === 0.3");
            act(page, "steps", "{count: 4}");
            stage(page, "s.picture.step === 4");
            String place = String.valueOf(page.evaluate("document.querySelector('#stage').picture.position.join()"));
            Tab.reload(page);
            drawn(page);
            stage(page, "s.picture.step === 0 && s.picture.rate === 0.1");
            assertThat(page.locator("[data-part=mine]")).hasText("Bring back my walk (step 4)");
            page.locator("[data-part=mine]").press("Enter");
            stage(
                    page,
                    "s.picture.step === 4 && s.picture.rate === 0.3 && s.picture.position.join() === '" + place + "'");
            assertThat(page.locator("[data-tune=learningRate]")).hasValue("0.3");
            assertThat(page.locator("[data-part=mine]")).isHidden();
        }
    }

    @Test
    void aWalkByHandAndItsCompanionCanBeBroughtBackAfterBeginningAgain() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "the-hill/5");
            act(page, "walk", "{by: [0.1, 0]}");
            stage(page, "s.picture.step === 1");
            act(page, "walk", "{by: [0, -0.1]}");
            stage(page, "s.picture.step === 2");
            page.locator("[data-act=descend]").press("Enter");
            stage(page, "s.picture.walkers.length === 2 && s.picture.step > 2");
            act(page, "pause", "{}");
            stage(page, "s.progress.state === 'paused'");
            page.locator("[data-act=reset]").press("Enter");
            stage(page, "s.picture.step === 0 && s.picture.walkers.length === 1");
            page.locator("[data-part=mine]").press("Enter");
            stage(page, "s.picture.walkers.length === 2 && s.picture.step > 2");
            stage(page, "s.picture.position.map((x) => x.toFixed(3)).join() === '-1.100,0.700'");
            assertThat(page.locator(".companion")).isVisible();
        }
    }

    @Test
    void aWalkThatWasLeftIsOfferedAndAnotherTakesItsPlace() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = open(tab, "the-hill/2");
            act(page, "walk", "{by: [0.1]}");
            stage(page, "s.picture.step === 1");
            page.locator(".travel a[rel=prev]").press("Enter");
            stage(page, "s.picture && location.pathname.endsWith('/1')");
            assertThat(page.locator("[data-part=mine]")).isHidden();
            page.goBack();
            drawn(page);
            assertThat(page.locator("[data-part=mine]")).hasText("Bring back my walk (step 1)");
            act(page, "walk", "{by: [-0.1]}");
            stage(page, "s.picture.step === 1");
            assertThat(page.locator("[data-part=mine]")).isHidden();
        }
    }
}
