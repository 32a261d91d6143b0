package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import downhill.browser.Tab.Look;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExpressionLabIT extends Site {
    private static final String TWO_PATHS =
            "/labs/expressions?expression=a%20=%203*x;%20b%20=%20x%5E2;%20L%20=%20a*b&values=x:2";

    private static final String LARGE = "/labs/expressions?expression="
            + java.net.URLEncoder.encode(
                    "h1 = tanh(a*x + b*y + c); h2 = tanh(d*x + f*y + g); h3 = sigmoid(k*h1 + m*h2 + n);"
                            + " h4 = sigmoid(p*h1 + q*h2 + r); L = (h3 - s)^2/2 + (h4 - t)^2/2",
                    java.nio.charset.StandardCharsets.UTF_8);

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
    void theGraphFadesWhileTheFormulaIsWrongAndThePageSaysSo() {
        try (Tab tab = open(TWO_PATHS, Look.WIDE)) {
            tab.expectFaults();
            Page page = tab.page;
            Locator graph = page.locator("x-graph");
            page.locator("#graph-expression").fill("L = ln(x)");
            page.locator("#graph-expression").press("Enter");
            assertThat(page.locator("#graph-fault")).containsText("Write log: here it is the natural logarithm.");
            assertThat(page.locator("#graph-fault"))
                    .containsText("The graph still shows the last formula and values that worked.");
            assertThat(graph).hasAttribute("data-stale", "");
            page.locator("#graph-expression").fill("L = log(x)");
            page.locator("#graph-expression").press("Enter");
            assertThat(page.locator("#graph-fault")).containsText("log is the natural logarithm, with the base e.");
            assertThat(graph).not().hasAttribute("data-stale", "");
            page.locator("#graph-expression").fill("L = xy + 1");
            page.locator("#graph-expression").press("Enter");
            assertThat(page.locator("#graph-fault"))
                    .hasText("xy is one variable with a name of 2 letters. For a product write x*y.");
        }
    }

    @Test
    void aLargeGraphIsFittedEnlargedAndMovedByKeysAndButtons() {
        try (Tab tab = open(LARGE, Look.WIDE)) {
            Page page = tab.page;
            Locator figure = page.locator(".graph-figure");
            double usual = width(page);
            page.locator("[data-zoom=whole]").click();
            assertThat(page.locator("[data-zoom=whole]")).isVisible();
            double whole = width(page);
            assertThat(whole).isLessThan(usual).isLessThanOrEqualTo(figure.boundingBox().width);
            figure.focus();
            page.keyboard().press("+");
            page.keyboard().press("+");
            page.keyboard().press("+");
            page.keyboard().press("+");
            assertThat(width(page)).isGreaterThan(2 * whole);
            int before = (int) figure.evaluate("e => e.scrollLeft");
            page.keyboard().press("Shift+ArrowRight");
            assertThat((int) figure.evaluate("e => e.scrollLeft")).isGreaterThan(before);
            page.keyboard().press("0");
            assertThat(width(page)).isEqualTo(whole);
            for (int press = 0; press < 12; press++) {
                page.keyboard().press("-");
            }
            assertThat(page.locator("[data-zoom=out]")).isDisabled();
        }
    }

    private static double width(Page page) {
        return page.locator(".graph-figure svg").boundingBox().width;
    }

    @Test
    void theNextButtonOfALargeGraphIsInViewOnASmallLaptop() {
        try (Tab tab = open(LARGE, new Look(1366, 768, ColorScheme.LIGHT))) {
            BoundingBox next = tab.page.locator("[data-part=next]").boundingBox();
            assertThat(next.y).isPositive();
            assertThat(next.y + next.height).isLessThanOrEqualTo(768);
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
