package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An update opens, on the page, into what the optimizer remembers. */
class UpdateIT extends DemoSite {
    /** A number of the equation panel, by what it is. */
    private static double opened(Page page, String quantity) {
        Locator number = page.locator("#stage x-equation [data-quantity='" + quantity + ".1.0.0'] b, "
                        + "#stage x-equation [data-quantity='" + quantity + "'] b")
                .first();
        String text = number.textContent().replace('\u2212', '-');
        int power = text.indexOf(" × 10");
        if (power < 0) {
            return Double.parseDouble(text);
        }
        String exponent = text.substring(power + 5)
                .codePoints()
                .collect(StringBuilder::new, (b, c) -> b.append(plain(c)), StringBuilder::append)
                .toString();
        return Double.parseDouble(text.substring(0, power) + "e" + exponent);
    }

    private static char plain(int raised) {
        int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(raised);
        return digit < 0 ? '-' : (char) ('0' + digit);
    }

    private static void press(Page page, String... quantities) {
        for (String quantity : quantities) {
            page.locator("#stage x-equation button[data-quantity='" + quantity + ".1.0.0'][aria-expanded=false]")
                    .first()
                    .click();
        }
    }

    private static String optimizedBy(String optimizer) {
        return """
            {"data": {"name": "xor"}, "network": {"layers": [2, 2, 1]}, "optimizer": %s}""".formatted(optimizer);
    }

    @Test
    void anUpdateOpensIntoTheVelocityAndIntoWhatDecays() {
        String spec =
                optimizedBy("{\"learningRate\": 0.5, \"momentum\": 0.9, \"nesterov\": true, \"weightDecay\": 0.01}");
        try (Tab tab = open("equation", spec, 5)) {
            Page page = tab.page;
            page.getByText("all decimals").last().click();
            press(page, "update", "ruled", "new-velocity");
            double g = opened(page, "gradient");
            double velocity = 0.9 * opened(page, "velocity") - 0.5 * g;
            double ruled = 0.9 * velocity - 0.5 * g;
            assertThat(opened(page, "new-velocity")).isCloseTo(velocity, within(2e-9));
            assertThat(opened(page, "ruled")).isCloseTo(ruled, within(2e-9));
            assertThat(opened(page, "update")).isCloseTo(ruled - 0.01 * (opened(page, "weight") + ruled), within(2e-9));
        }
    }

    @Test
    void anUpdateOpensIntoTheMomentsOfAdam() {
        try (Tab tab = open("equation", optimizedBy("{\"name\": \"adam\"}"), 5)) {
            Page page = tab.page;
            page.getByText("all decimals").last().click();
            press(page, "update", "corrected-first", "corrected-second");
            double mean = opened(page, "new-first") / (1 - Math.pow(0.9, 6));
            double square = opened(page, "new-second") / (1 - Math.pow(0.999, 6));
            assertThat(opened(page, "corrected-first")).isCloseTo(mean, within(2e-8));
            assertThat(opened(page, "update")).isCloseTo(-0.01 * mean / (Math.sqrt(square) + 1e-8), within(1e-7));
        }
    }
}
