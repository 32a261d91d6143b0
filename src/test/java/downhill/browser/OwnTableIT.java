package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import downhill.browser.Tab.Look;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A learner trains on a table of their own, from the playground alone. */
class OwnTableIT extends Site {
    private static final String HOUSES = """
            area;age;town;price
            50;10,5;north;1,5
            100;20,5;south;3,5
            150;5,5;north;5,5
            """;

    private static Locator part(Page page, String name) {
        return page.locator("x-own-table [data-part=" + name + "]");
    }

    private static Page opened(Tab tab, String origin) {
        Tab.visit(tab.page, origin + "/playground?hidden=3");
        until(tab.page, "!!document.querySelector('#stage')?.setup");
        tab.page.locator("#use-own-table").click();
        return tab.page;
    }

    private static void use(Page page, int column, String role) {
        part(page, "table").locator("select").nth(column - 1).selectOption(role);
    }

    @Test
    void aPastedTableWithDecimalCommasIsTrainedOnScaled() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = new Tab(look)) {
                Page page = opened(tab, origin);
                part(page, "paste").fill(HOUSES);
                assertThat(part(page, "understood")).containsText("3 examples and 4 columns, separated by semicolons");
                assertThat(part(page, "table").locator("tfoot tr").first().locator("td"))
                        .hasText(new String[] {"100", "12.17", "–", "3.5"});
                use(page, 2, "target");
                assertThat(part(page, "table").locator("select").nth(3)).hasValue("input");
                tab.isAccessible();
                tab.fits();
                tab.shoot("own-table-" + look.width());
                part(page, "train").click();
                until(
                        page,
                        "/[?]run=/.test(location.href) && document.querySelector('#stage')?.setup?.data.inputs.length === 3");
                assertThat(page.evaluate("JSON.stringify(document.querySelector('#stage').setup.spec.network.layers)"))
                        .isEqualTo("[2,3,1]");
                assertThat(page.evaluate("document.querySelector('#stage').setup.data.inputs[1][0]"))
                        .isEqualTo(0);
                assertThat(page.locator("#data-given")).isChecked();
                page.locator("#forward").click();
                assertThat(page.locator("#stage")).hasAttribute("data-step", "1");
            }
        }
    }

    @Test
    void aWrongCellIsNamedByRowAndColumnAndMendedInPlace() {
        try (Tab tab = new Tab(Look.WIDE)) {
            tab.expectFaults();
            Page page = opened(tab, origin);
            part(page, "paste").fill(HOUSES.replace("20,5", "20.5"));
            assertThat(part(page, "understood")).containsText("3 examples");
            part(page, "train").click();
            assertThat(part(page, "error")).containsText("Row 3, column 2: \"20.5\" has a point");
            part(page, "paste").fill("1;2\n3\n");
            assertThat(part(page, "error")).containsText("Row 2: 1 column where the first row has 2");
            assertThat(part(page, "train")).isDisabled();
            byte[] file = "\uFEFFx\tclass\n1\ta\n2\tb\n".getBytes(StandardCharsets.UTF_16LE);
            part(page, "file").setInputFiles(new FilePayload("towns.txt", "text/plain", file));
            assertThat(part(page, "understood")).containsText("2 examples and 2 columns, separated by tabs");
            assertThat(part(page, "error")).isEmpty();
            use(page, 2, "unused");
            assertThat(part(page, "error")).containsText("No column is the target");
            use(page, 2, "target");
            part(page, "train").click();
            until(
                    page,
                    "/[?]run=/.test(location.href) && document.querySelector('#stage')?.setup?.data.inputs.length === 2");
        }
    }
}
