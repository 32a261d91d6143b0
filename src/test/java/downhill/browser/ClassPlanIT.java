package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.web.playground.ClassPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A teacher prepares the playground for a class, and a learner opens the link. */
class ClassPlanIT extends Site {
    private static final String HIDES = "/playground?data=xor&hidden=2&hide=presets.guide.inside&lock=data.hidden.noise"
            + "&task=Learn <b>XOR</b> with two neurons.";

    @Test
    void aTeacherMakesALinkAndALearnerSeesWhatItLeaves() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=xor&hidden=2");
            page.locator("#stage[data-step]").waitFor();
            page.locator("#prepare").click();
            page.waitForURL("**/playground/class**");
            page.locator("#task").fill("Learn <b>XOR</b> with two neurons.");
            for (String part : List.of("presets", "guide", "inside")) {
                page.locator("[name=part-" + part + "][value=hide]").check();
            }
            for (String part : List.of("data", "hidden", "noise")) {
                page.locator("[name=part-" + part + "][value=lock]").check();
            }
            page.getByText("Make the link").click();
            assertThat(page.locator(".class-qr")).isVisible();
            tab.isAccessible();
            tab.shoot("class-plan");
            String link = page.locator("#plan-text").inputValue();
            assertThat(link)
                    .contains("data=xor", "hidden=2", "hide=guide.presets.inside")
                    .doesNotContain("run=");
            Tab.visit(page, link);
            opened(tab);
        }
    }

    /** Checks that hidden parts stay away and locked ones as they are, also in the stages that the server sends later. */
    private static void opened(Tab tab) {
        Page page = tab.page;
        page.locator("#stage[data-step]").waitFor();
        for (String reason : List.of("opened", "after a step", "after another activation")) {
            assertThat(page.locator(".class-task")).containsText("Learn <b>XOR</b> with two neurons.");
            assertThat(page.locator("#presets")).isHidden();
            assertThat(page.locator("#prepare")).hasCount(0);
            assertThat(page.locator("x-guide")).isHidden();
            assertThat(page.locator("#data-circle")).isDisabled();
            page.locator("#more-layers").dispatchEvent("click");
            assertThat(page.evaluate("document.querySelector('#stage').setup.spec.network.layers.join()"))
                    .as(reason)
                    .isEqualTo("2,2,1");
            assertThat(page.locator("#noise")).not().isEditable();
            tab.fits();
            tab.isAccessible();
            tab.shoot("class-plan-" + page.viewportSize().width);
            if (reason.equals("opened")) {
                page.locator("#forward").click();
                until(page, "document.querySelector('#stage')?.progress?.newest === 1");
            } else if (reason.equals("after a step")) {
                page.locator("#activation").selectOption("relu");
                until(page, "document.querySelector('#stage')?.setup?.spec.network.activations[0] === 'relu'");
            }
        }
        assertThat(page.url()).contains("task=Learn");
    }

    @Test
    void onAPhoneTheTaskComesFirst() {
        try (Tab tab = new Tab(Look.PHONE_DARK)) {
            Tab.visit(tab.page, origin + HIDES);
            opened(tab);
        }
    }

    @Test
    void somebodyElseWatchesARunAndMakesACopyOfIt() {
        for (Look look : List.of(Look.WIDE, Look.PHONE)) {
            try (Tab teacher = new Tab(Look.WIDE);
                    Tab learner = new Tab(look)) {
                Page shown = teacher.page;
                Tab.visit(shown, origin + "/playground?data=xor&hidden=3");
                shown.locator("#stage[data-step]").waitFor();
                shown.locator("#forward").click();
                until(shown, "new URL(location).searchParams.has('state')");
                shown.locator("#prepare").click();
                String link = shown.getByLabel("The link to watch").inputValue();
                shown.goBack();
                until(shown, "document.querySelector('#stage')?.progress?.newest === 1");

                Page page = learner.page;
                Tab.visit(page, link);
                until(page, "document.querySelector('#stage')?.progress?.newest === 1");
                assertThat(page.locator("#play")).hasCount(0);
                assertThat(page.locator("#learningRate")).not().isEditable();
                shown.evaluate("document.querySelector('#stage').act('steps', { count: 4 })");
                until(page, "document.querySelector('#stage').progress.newest === 5");
                page.keyboard().press(",");
                until(page, "document.querySelector('#stage').progress.shown === 4");
                learner.fits();
                learner.isAccessible();
                learner.shoot("watching-" + look.width());
                page.getByText("Make my own copy").click();
                page.locator("#play").waitFor();
                until(page, "document.querySelector('#stage')?.progress?.newest === 5");
                page.locator("#forward").click();
                until(page, "document.querySelector('#stage').progress.newest === 6");
                assertThat(shown.evaluate("document.querySelector('#stage').progress.newest"))
                        .isEqualTo(5);
            }
        }
    }

    @Test
    void everyPartOfThePlanIsOnThePage() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Tab.visit(tab.page, origin + "/playground");
            tab.page.locator("#stage[data-step]").waitFor();
            for (ClassPlan.Part part : ClassPlan.PARTS) {
                assertThat(tab.page
                                .locator("[data-control='" + part.name() + "']")
                                .count())
                        .as(part.name())
                        .isPositive();
            }
        }
    }

    @Test
    void theFormIsUsedOnAPhone() {
        try (Tab tab = new Tab(Look.PHONE_DARK)) {
            Tab.visit(tab.page, origin + "/playground/class?data=xor&lock=data");
            assertThat(tab.page.locator("[name=part-data][value=lock]")).isChecked();
            tab.fits();
            tab.isAccessible();
            tab.shoot("class-plan-form-390");
        }
    }
}
