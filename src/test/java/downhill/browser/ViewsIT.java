package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address names a run by its view: the learner's own tab goes on with the run, and everyone else gets a copy. */
class ViewsIT extends Site {
    private static final String XOR = "/playground?data=xor&hidden=4&learningRate=3&batchSize=0";

    /** A learner's page with a run of some steps. */
    private Tab trained(int steps) {
        Tab tab = new Tab(Look.WIDE);
        Tab.visit(tab.page, origin + XOR);
        until(tab.page, "!!document.querySelector('#stage')?.setup");
        tab.page.locator("#forward").click();
        tab.page.waitForURL("**/playground?**run=**");
        until(tab.page, "!document.querySelector('.htmx-request, .htmx-settling')");
        for (int step = 1; step < steps; step++) {
            isAt(tab.page, step);
            tab.page.keyboard().press(".");
        }
        isAt(tab.page, steps);
        return tab;
    }

    private static void isAt(Page page, int step) {
        until(
                page,
                "document.querySelector('#stage')?.progress?.newest === " + step
                        + " && document.querySelector('#stage').picture?.step === " + step);
    }

    /** The id that drives the page's run. */
    private static String id(Page page) {
        return String.valueOf(page.evaluate("document.querySelector('#stage').run.frames.split('/').at(-2)"));
    }

    private static String view(Page page) {
        return page.url().replaceFirst(".*run=([\\w-]+).*", "$1");
    }

    /** Every number of a step, as the server has it. */
    private String frame(Page page, int step) {
        return page.request()
                .get(origin + "/api/runs/" + id(page) + "/frames/" + step)
                .text();
    }

    @Test
    void theAddressReadsAndSomebodyElseGetsACopyOfTheirOwn() {
        try (Tab tab = trained(3);
                Tab other = new Tab(Look.WIDE)) {
            Page page = tab.page;
            assertThat(page.url()).doesNotContain(id(page));
            assertThat(page.content()).doesNotContain(id(page).concat("/export"));
            String address = page.url();
            Tab.visit(other.page, address);
            isAt(other.page, 3);
            other.page.waitForURL(url -> !url.equals(address));
            assertThat(id(other.page)).isNotEqualTo(id(page));
            assertThat(frame(other.page, 3)).isEqualTo(frame(page, 3));
            other.page.keyboard().press(".");
            isAt(other.page, 4);
            assertThat(page.request().get(origin + "/api/runs/" + id(page)).text())
                    .contains("\"step\":3");
            String copy = id(other.page);
            Tab.reload(other.page);
            isAt(other.page, 4);
            assertThat(id(other.page)).isEqualTo(copy);
        }
    }

    @Test
    void aReloadAndTheWayBackGoOnWithTheLearnersOwnRun() {
        try (Tab tab = trained(2)) {
            Page page = tab.page;
            String own = id(page);
            Tab.reload(page);
            isAt(page, 2);
            assertThat(id(page)).isEqualTo(own);
            page.keyboard().press(".");
            isAt(page, 3);
            Tab.visit(page, origin + "/glossary");
            page.goBack();
            isAt(page, 3);
            assertThat(id(page)).isEqualTo(own);
        }
    }

    /** A second tab cannot know what the first one does, so it has a run of its own: neither moves under the learner's hands. */
    @Test
    void aSecondTabOfTheSameLearnerGetsACopyToo() {
        try (Tab tab = trained(2);
                Page second = tab.page.context().newPage()) {
            Tab.visit(second, tab.page.url());
            isAt(second, 2);
            assertThat(id(second)).isNotEqualTo(id(tab.page));
            second.keyboard().press(".");
            isAt(second, 3);
            isAt(tab.page, 2);
        }
    }

    /** A tweak acts on the update from the newest step on, so it belongs to the step that is copied. */
    @Test
    void theCopyHasTheTweakThatWaitsForItsNextStep() {
        try (Tab tab = trained(2);
                Tab other = new Tab(Look.WIDE)) {
            tab.page.locator("#learningRate").fill("0.5");
            tab.page.locator("#learningRate").press("Enter");
            until(tab.page, "document.querySelector('#stage').curve.marks.length === 1");
            Tab.visit(other.page, tab.page.url());
            isAt(other.page, 2);
            assertThat(frame(other.page, 2)).isEqualTo(frame(tab.page, 2));
            for (Page page : List.of(tab.page, other.page)) {
                page.locator("#forward").click();
                isAt(page, 3);
            }
            assertThat(frame(other.page, 3)).isEqualTo(frame(tab.page, 3));
        }
    }

    @Test
    void anotherBranchOfSomebodyElseIsCopiedOnceItIsChosen() {
        try (Tab tab = trained(3);
                Tab other = new Tab(Look.WIDE)) {
            Page page = tab.page;
            page.keyboard().press(",");
            until(page, "document.querySelector('#stage').progress.shown === 2");
            page.locator("#learningRate").fill("0.5");
            page.locator("#learningRate").press("Enter");
            page.waitForURL("**branches=**");
            Tab.visit(other.page, page.url());
            assertThat(other.page.locator(".fork")).hasCount(2);
            other.page.locator(".fork").first().click();
            isAt(other.page, 3);
            other.page.keyboard().press(".");
            isAt(other.page, 4);
            assertThat(ids(page)).doesNotContainAnyElementsOf(ids(other.page));
            page.locator(".fork").first().click();
            isAt(page, 3);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> ids(Page page) {
        return (List<Object>) page.evaluate("document.querySelector('#stage').progress.branches.map(({ id }) => id)");
    }

    @Test
    void aLessonsLinkShowsACopyAndKeepsTheReadersOwnRun() {
        try (Tab tab = new Tab(Look.WIDE);
                Tab other = new Tab(Look.WIDE)) {
            String lesson = origin + "/lessons/sensitivity/4";
            for (Page page : List.of(tab.page, other.page)) {
                Tab.visit(page, lesson);
                until(page, "!!document.querySelector('#stage')?.picture");
            }
            step(other.page);
            int readers = newest(other.page);
            step(tab.page);
            step(tab.page);
            tab.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            tab.page.locator("[data-part=link]").press("Enter");
            assertThat(tab.page.locator("[data-part=said]")).containsText("Link copied");
            String link = String.valueOf(tab.page.evaluate("navigator.clipboard.readText()"));
            assertThat(link).contains("?run=").doesNotContain(id(tab.page));
            Tab.visit(other.page, link);
            isAt(other.page, newest(tab.page));
            assertThat(frame(other.page, newest(tab.page))).isEqualTo(frame(tab.page, newest(tab.page)));
            assertThat(id(other.page)).isNotEqualTo(id(tab.page));
            assertThat(view(other.page)).isNotEqualTo(view(tab.page));
            other.page.locator("[data-part=mine]").click();
            isAt(other.page, readers);
        }
    }

    private static int newest(Page page) {
        return ((Number) page.evaluate("document.querySelector('#stage').progress.newest")).intValue();
    }

    private static void step(Page page) {
        int before = newest(page);
        page.keyboard().press(".");
        isAt(page, before + 1);
    }

    /** A saved file may be handed in, so it tells how to make a run again and holds no id. */
    @Test
    void theSavedProgressHasNoIdThatDrives() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/sensitivity/4");
            until(page, "!!document.querySelector('#stage')?.picture");
            step(page);
            String id = id(page);
            until(page, "localStorage.getItem('progress').includes('" + id + "')");
            Tab.visit(page, origin + "/lessons");
            Object saved = page.evaluate("""
                    () => new Promise((resolve) => {
                        const make = URL.createObjectURL;
                        URL.createObjectURL = (blob) => { blob.text().then(resolve); return make.call(URL, blob); };
                        document.querySelector("[data-part=export]").click();
                    })""");
            assertThat(String.valueOf(saved)).contains("sensitivity").doesNotContain(id);
            assertThat(Map.of("saved", saved).toString()).contains("\"tweaks\"");
        }
    }
}
