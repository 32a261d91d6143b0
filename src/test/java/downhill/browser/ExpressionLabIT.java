package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExpressionLabIT extends Site {
    private static final String TWO_PATHS =
            "/labs/expressions?expression=a%20=%203*x;%20b%20=%20x%5E2;%20L%20=%20a*b&values=x:2";

    private Tab open(String path, Look look) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + path);
        assertThat(tab.page.locator("x-graph .graph-place")).containsText("0 of");
        return tab;
    }

    /** A node of this name. */
    private static Locator node(Page page, String name) {
        return page.locator(".graph-figure .node")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                ".name",
                                new Page.LocatorOptions()
                                        .setHasText(java.util.regex.Pattern.compile("^" + name + "$")))));
    }

    @Test
    void valuesGoForwardDerivativesComeBackAndWherePathsMeetTheyAreAdded() {
        try (Tab tab = open(TWO_PATHS, Look.WIDE)) {
            Page page = tab.page;
            assertThat(node(page, "x").locator(".value")).hasText("2");
            assertThat(node(page, "L").locator(".value")).hasText("");
            for (int step = 0; step < 3; step++) {
                page.keyboard().press(".");
            }
            assertThat(node(page, "L").locator(".value")).hasText("24");
            assertThat(node(page, "L").locator(".sum")).hasText("?");
            for (int step = 0; step < 3; step++) {
                page.keyboard().press(".");
            }
            assertThat(node(page, "x").locator(".sum")).hasText("24 + …");
            page.keyboard().press(".");
            assertThat(node(page, "x").locator(".sum")).hasText("24 + 12");
            assertThat(node(page, "x").locator(".total")).hasText("= 36");
            page.keyboard().press(",");
            assertThat(node(page, "x").locator(".total")).hasText("");
        }
    }

    @Test
    void aGuessIsJudgedBeforeTheNextNodeIsShown() {
        try (Tab tab = open(TWO_PATHS, Look.WIDE)) {
            Page page = tab.page;
            for (int step = 0; step < 4; step++) {
                page.keyboard().press(".");
            }
            Locator guesses = page.locator(".graph-guesses input");
            guesses.first().fill("4");
            guesses.last().fill("5");
            guesses.last().press("Enter");
            assertThat(page.locator(".verdict").first()).hasText("right");
            assertThat(page.locator(".verdict").last()).hasText("it is 6");
            guesses.last().press("Enter");
            assertThat(page.locator(".graph-place")).hasText("5 of 7");
        }
    }

    @Test
    void aValueIsMovedAndTheAddressKeepsWhatIsShown() {
        try (Tab tab = open(TWO_PATHS, Look.WIDE)) {
            Page page = tab.page;
            page.locator("[data-part=last]").click();
            page.locator("#value-x").fill("3");
            page.locator("#value-x").press("Enter");
            assertThat(node(page, "x").locator(".total")).hasText("= 81");
            page.waitForURL("**/labs/expressions?**values=x%3A3");
            Tab.reload(page);
            assertThat(page.locator("#value-x")).hasValue("3");
        }
    }

    @Test
    void aSlipOfTypingIsShownAtItsPlaceAndTheFigureStays() {
        try (Tab tab = open(TWO_PATHS, Look.WIDE)) {
            tab.expectFaults();
            Page page = tab.page;
            page.locator("#graph-expression").fill("L = (x + 1");
            page.locator("#graph-expression").press("Enter");
            assertThat(page.locator("#graph-fault")).containsText("column 11");
            assertThat((String) page.locator("#graph-fault pre").evaluate("e => e.textContent"))
                    .isEqualTo("L = (x + 1\n          ^");
            assertThat(node(page, "a")).isVisible();
            page.locator("#graph-expression").fill("L = (x + new)");
            page.locator("#graph-expression").press("Enter");
            assertThat(page.locator("#value-new")).hasValue("1");
            assertThat(page.locator("#graph-fault")).hasText("");
        }
    }

    @Test
    void aNodeIsOpenedByKey() {
        try (Tab tab = open(TWO_PATHS, Look.PHONE)) {
            Page page = tab.page;
            page.locator("[data-part=last]").click();
            page.locator(".graph-figure").focus();
            for (int press = 0; press < 4; press++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.locator(".graph-opened")).containsText("L");
            assertThat(page.locator(".graph-opened")).containsText("= 24");
            page.keyboard().press("Escape");
            assertThat(page.locator(".graph-opened")).hasText("");
        }
    }

    @Test
    void thePageIsAccessibleFitsAndIsKeptAsAPicture() {
        for (Look look : Look.all()) {
            try (Tab tab = open("/labs/expressions", look)) {
                tab.page.locator("[data-part=last]").click();
                assertThat(node(tab.page, "w").locator(".sum")).hasText("18");
                tab.fits();
                tab.isAccessible();
                tab.shoot("expressions-" + look.width() + "-"
                        + look.scheme().name().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(origin).isNotEmpty();
    }
}
