package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same network from eight seeds. */
class SeedsIT extends Site {
    @Test
    void eightNetworksAreTrainedWhenTheLearnerAsks() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/watch-it-fall/8");
            assertThat(page.locator(".seeds b")).hasCount(8);
            assertThat(page.locator(".seeds b").allTextContents())
                    .containsOnly("?")
                    .hasSize(8);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Train 8 seeds"))
                    .click();
            assertThat(page.locator(".seeds + .note")).containsText("The lowest cost is 0.00119 with seed 8");
            List<String> costs = page.locator(".seeds b").allTextContents();
            assertThat(costs).hasSize(8).doesNotContain("?");
            assertThat(costs.stream().filter(cost -> Double.parseDouble(cost) < 0.01))
                    .hasSize(3);
            page.locator("details.describe > summary").click();
            assertThat(page.locator(".described")).containsText("the highest is 0.0848 with seed 3.");
            assertThat(page.locator(".described > section h2, .described > section h3")
                            .last())
                    .hasText("The eight seeds");
            tab.isAccessible();
        }
    }

    /** Holds the answer back, and answers these shares of the work one after the other; the last one again and again. */
    private static List<Route> hold(Page page, Double... shares) {
        List<Route> held = new ArrayList<>();
        var asked = new AtomicInteger();
        page.route("**/seeds?*", held::add);
        page.route("**/api/progress/*", route -> {
            int next = Math.min(asked.getAndIncrement(), shares.length - 1);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"share\": " + shares[next] + "}"));
        });
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Train 8 seeds"))
                .click();
        return held;
    }

    @Test
    void aBarShowsTheShareThatIsDoneUntilTheAnswerComes() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/watch-it-fall/8");
            List<Route> held = hold(page, 0.2, 0.2, 0.2, 0.439);
            assertThat(page.locator("x-seeds .progress")).hasText("20 %");
            assertThat(page.locator("x-seeds .progress")).hasText("43 %");
            assertThat(page.locator("x-seeds progress")).hasAttribute("aria-label", "Progress");
            tab.isAccessible();
            held.getFirst().resume();
            assertThat(page.locator(".seeds + .note")).containsText("The lowest cost is 0.00119 with seed 8");
            assertThat(page.locator("x-seeds .progress")).isHidden();
        }
    }

    @Test
    void theBarGoesWhenTheServerRefuses() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/lessons/watch-it-fall/8");
            List<Route> held = hold(page, 0.5);
            tab.expectFaults();
            assertThat(page.locator("x-seeds .progress")).hasText("50 %");
            held.getFirst()
                    .fulfill(new Route.FulfillOptions()
                            .setStatus(422)
                            .setContentType("application/problem+json")
                            .setBody("{\"detail\": \"That would take too long.\"}"));
            assertThat(page.locator(".seeds + .note")).hasText("That would take too long.");
            assertThat(page.locator("x-seeds .progress")).isHidden();
        }
    }
}
