package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several values of one setting, compared in the playground. */
class SweepIT extends Site {
    static Stream<Look> windows() {
        return Stream.of(Look.WIDE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void theBestOfThreeRatesIsMarkedAndOpened(Look look) {
        try (Tab tab = new Tab(look)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=moons&count=60");
            page.locator("#stage[data-step]").waitFor();
            page.locator("#sweep > summary").press("Enter");
            Locator sweep = page.locator("x-sweep");
            sweep.locator("[name=values]").fill("0.001 0.1 0.003");
            sweep.locator("[name=values]").press("Enter");
            assertThat(sweep.locator(".note")).containsText("The best end has the learning rate 0.1:");
            assertThat(sweep.locator(".sweep-tiles canvas")).hasCount(3);
            assertThat(sweep.locator(".sweep-curves .curve")).hasCount(3);
            assertThat(sweep.locator("tbody tr.best th")).hasText("0.1 (best)");
            List<String> costs = sweep.locator("tbody td:nth-child(2)").allTextContents();
            assertThat(Double.parseDouble(costs.get(1))).isLessThan(Double.parseDouble(costs.get(0)));
            tab.isAccessible();
            tab.fits();
            sweep.locator("li.best a").press("Enter");
            page.waitForURL("**learningRate=0.1**");
            page.locator("#stage[data-step]").waitFor();
            assertThat(page.locator("#learningRate")).hasValue("0.1");
        }
    }
}
