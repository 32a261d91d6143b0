package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import org.junit.jupiter.api.Test;

/** A perceptron's line: placed by hand, turned by the rule, and two lines of hidden neurons. */
class PerceptronIT extends Site {
    private static final String LESSON = "/lessons/perceptron/";

    private static void drag(Page page, Locator handle, double dx, double dy) {
        BoundingBox box = handle.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
        page.mouse().up();
    }

    private static Locator right(Page page) {
        return page.locator(".line-facts div", new Page.LocatorOptions().setHasText("right"))
                .first()
                .locator("dd");
    }

    @Test
    void theLineIsDraggedAndTheVerdictIsTheServers() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "1");
            assertThat(right(page)).hasText("3 of 4");
            double unit = page.locator(".square-plane").boundingBox().width * 376 / 420 / 2;
            drag(page, page.locator("[data-end='0'] .grip"), 0, -unit);
            drag(page, page.locator("[data-end='1'] .grip"), 0, 0.1 * unit);
            assertThat(right(page)).hasText("4 of 4");
            page.locator(
                            "x-question[data-id=and-by-hand] button[type=submit], x-question[data-id=and-by-hand] form button")
                    .first()
                    .click();
            assertThat(page.locator("x-question[data-id=and-by-hand] [data-verdict=right]"))
                    .isVisible();
            tab.isAccessible();
        }
    }

    @Test
    void theLineIsMovedByKeysAndItsSidesAreSwapped() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "2");
            assertThat(right(page)).hasText("2 of 4");
            Locator end = page.locator("[data-end='0']");
            for (int i = 0; i < 20; i++) {
                end.press("ArrowUp");
            }
            assertThat(right(page)).hasText("1 of 4");
            page.locator("button", new Page.LocatorOptions().setHasText("Swap sides"))
                    .click();
            assertThat(right(page)).hasText("3 of 4");
            page.reload();
            page.getByText("Bring back my figure").click();
            assertThat(right(page)).hasText("3 of 4");
        }
    }

    @Test
    void eachVisitIsToldAndTheCycleIsFound() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "6");
            Locator words = page.locator(".line-words");
            assertThat(words).containsText("There is no line yet");
            for (int i = 0; i < 12; i++) {
                page.locator("form[data-part=step] button").click();
            }
            assertThat(words).containsText("After 12 visits the weights were the same as after 8.");
            page.locator("details.describe > summary").click();
            assertThat(page.locator(".described")).containsText("It gets 2 of the 4 examples right, after 9 mistakes.");
            page.locator("[data-corner='3']").click();
            assertThat(page.locator("[data-corner='3']")).hasAttribute("data-target", "1");
            assertThat(words).containsText("There is no line yet");
            tab.isAccessible();
        }
    }

    @Test
    void theMarginIsDrawnOnDemandWithItsNumberAndTheRadius() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "5");
            Locator margin = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the margin"));
            assertThat(page.locator("x-line-plane .widest .band")).isHidden();
            margin.click();
            assertThat(margin).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("x-line-plane .widest .band")).isVisible();
            assertThat(page.locator("x-line-plane .line-facts")).containsText("margin γ0.243");
            assertThat(page.locator("x-line-plane .line-facts")).containsText("radius R1.73");
            tab.isAccessible();
            margin.click();
            assertThat(page.locator("x-line-plane .widest .band")).isHidden();
        }
    }

    @Test
    void theHiddenPlaneFollowsTheNetwork() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + LESSON + "9");
            assertThat(page.locator(".truth tbody tr").nth(1)).containsText("0.968");
            page.locator("details.describe > summary").click();
            assertThat(page.locator(".described"))
                    .containsText("the line of the output has 2 of the 4 examples on its upper side");
            assertThat(page.locator(".two-planes .line-of:not([data-away])").count())
                    .isEqualTo(3);
            tab.isAccessible();
        }
    }
}
