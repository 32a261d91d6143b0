package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downhill.browser.Tab.Look;
import java.util.List;
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
}
