package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.App;
import downhill.browser.Tab.Look;
import downhill.live.ServerLimits;
import downhill.web.http.ServerSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A link opens a copy of the very state, also on a server that knows nothing of the run. */
class LinksIT extends Site {
    /** All that a link carries, as the page shows it, with every digit of the shown step. */
    private static final String SHOWN = """
            (() => {
                const stage = document.querySelector('#stage');
                const { progress: { newest, shown, state, branch, branches, off }, picture, held } = stage;
                const tree = [...branches, ...off].sort((a, b) => a.place - b.place).map(({ id, parent, from, label, tweaks, newest: last }) =>
                    [parent, from, label, tweaks, id === branch ? newest : last, id === branch]);
                return JSON.stringify([newest, shown, state, tree, off.length, held, stage.example, picture.example, picture.weights, picture.cost,
                    picture.deltas, [...stage.querySelectorAll('details[open][id]')].map(({ id }) => id),
                    stage.querySelector('input[name=scale]:checked').value, document.querySelector('#learningRate').value]);
            })()""";

    private static App server() {
        return new App(new ServerSettings(0, "127.0.0.1", "", Optional.empty()), ServerLimits.DEFAULT);
    }

    private static void is(Page page, String progress, int value) {
        until(page, "document.querySelector('#stage')?.progress?." + progress + " === " + value);
    }

    private static String run(Page page) {
        return String.valueOf(page.evaluate("document.querySelector('#stage').run.frames"));
    }

    /** Trains, makes two branches, takes one off the view, selects, opens, and looks back at a step. */
    private static void workOn(Page page) {
        until(page, "!!document.querySelector('#stage')?.setup");
        page.locator("#forward").click();
        is(page, "newest", 1);
        page.evaluate("document.querySelector('#stage').act('steps', { count: 29 })");
        is(page, "newest", 30);
        for (String rate : List.of("0.5", "0.25")) {
            page.evaluate("document.querySelector('#stage').seek(12)");
            is(page, "shown", 12);
            page.locator("#learningRate").fill(rate);
            page.locator("#learningRate").press("Enter");
            assertThat(page.locator(".fork[aria-current=true]")).containsText("rate " + rate);
            page.evaluate("document.querySelector('#stage').act('steps', { count: 8 })");
            is(page, "newest", 20);
        }
        page.locator(".fork-off").nth(1).click();
        assertThat(page.locator(".fork")).hasCount(2);
        page.locator("#inside-layers summary").click();
        page.locator("label:has([name=scale][value=log])").click();
        page.evaluate("document.querySelector('#stage').look(2)");
        until(page, "document.querySelector('#stage').picture.example === 2");
        page.evaluate("document.querySelector('#stage').select({ kind: 'weight', at: [0, 1, 0] }, 'hold')");
        page.evaluate("document.querySelector('#stage').seek(17)");
        is(page, "shown", 17);
    }

    /** Copies the link of a page with its button. */
    private static String copied(Page page) {
        page.locator("#copy-link").click();
        assertThat(page.locator("x-share [role=status]")).hasText("Link copied");
        return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    }

    @Test
    void aFreshBrowserOnARestartedServerShowsTheVeryState() {
        String link;
        String shown;
        App first = server();
        String before = "http://127.0.0.1:" + first.start();
        try (Tab tab = new Tab(Look.WIDE)) {
            tab.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Tab.visit(tab.page, before + "/playground?data=xor&hidden=4&learningRate=3&batchSize=0");
            workOn(tab.page);
            shown = (String) tab.page.evaluate(SHOWN);
            link = copied(tab.page);
            // The page's own address holds the same state.
            until(
                    tab.page,
                    "new URL(location).searchParams.get('state') === '" + link.replaceFirst(".*state=", "") + "'");
        } finally {
            first.close();
        }
        assertThat(link).doesNotContain("run=");
        App second = server();
        String after = "http://127.0.0.1:" + second.start();
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, link.replace(before, after));
            opened(page, shown);
            tab.isAccessible();
            String copy = run(page);
            until(page, "new URL(location).searchParams.has('state')");
            Tab.reload(page);
            opened(page, shown);
            assertThat(run(page)).isEqualTo(copy);
            try (Tab other = new Tab(Look.WIDE)) {
                Tab.visit(other.page, page.url());
                opened(other.page, shown);
                assertThat(run(other.page)).isNotEqualTo(copy);
            }
            page.locator("#now").click();
            is(page, "shown", 20);
            page.locator("#forward").click();
            is(page, "newest", 21);
        } finally {
            second.close();
        }
    }

    private static void opened(Page page, String shown) {
        is(page, "shown", 17);
        until(
                page,
                "document.querySelector('#stage').example === 2 && document.querySelectorAll('details[open][id]').length === 1");
        until(page, "document.querySelector('#stage').progress.off.length === 1");
        assertThat(page.evaluate(SHOWN)).isEqualTo(shown);
    }

    @Test
    void aBrowserThatKeepsItsClipboardShowsTheLinkToBeCopiedByHand() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = new Tab(look)) {
                Page page = tab.page;
                page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
                Tab.visit(page, origin + "/playground?data=xor");
                until(page, "!!document.querySelector('#stage')?.setup");
                page.locator("#forward").click();
                is(page, "newest", 1);
                page.locator("#copy-link").click();
                assertThat(page.locator("x-share input")).isFocused();
                assertThat(page.locator("x-share input"))
                        .hasValue(java.util.regex.Pattern.compile("^http.*state=1\\..+"));
                assertThat(page.locator("x-share [role=status]")).hasText("Copy this link:");
                tab.fits();
                tab.isAccessible();
                tab.shoot("link-by-hand-" + look.width());
            }
        }
    }

    @Test
    void aBrokenLinkShowsANewNetworkAndSaysWhy() {
        for (Look look : List.of(Look.WIDE, Look.PHONE)) {
            try (Tab tab = new Tab(look)) {
                Page page = tab.page;
                Tab.visit(page, origin + "/playground?data=xor&state=1.XVHJcoMwDP0X");
                assertThat(page.locator("#link-said")).containsText("This link is damaged");
                until(page, "document.querySelector('#stage').picture?.step === 0");
                tab.fits();
                tab.isAccessible();
                page.locator("#forward").click();
                is(page, "newest", 1);
                assertThat(page.locator("#link-said")).isHidden();
            }
        }
    }
}
