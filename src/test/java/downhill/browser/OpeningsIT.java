package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import downhill.browser.Tab.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first words of a page are in lines, whatever styles the page's figures bring along. */
class OpeningsIT extends Site {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/lessons", "/api"})
    void theOpeningIsWiderThanHigh(String address) {
        for (Look look : new Look[] {Look.WIDE, Look.PHONE}) {
            try (Tab tab = new Tab(look)) {
                Tab.visit(tab.page, origin + address);
                BoundingBox lead = tab.page.locator("p.lead").first().boundingBox();
                assertThat(lead.width).isGreaterThan(lead.height);
            }
        }
    }
}
