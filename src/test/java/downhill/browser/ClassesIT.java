package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three classes and more in the playground: the map by class, its legend, and the confusion matrix beside it. */
class ClassesIT extends Site {
    private static final String READY = "!!document.querySelector('#stage')?.setup";

    /** The numbers of the confusion matrix, row by row. */
    private static final String COUNTS =
            "[...document.querySelectorAll('x-confusion tbody tr')].map(r => [...r.querySelectorAll('td')].map(c => Number(c.textContent)))";

    @Test
    void pinwheelIsDrawnByClassWithALegendAndNumbersUnderThePointer() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=pinwheel");
            until(page, READY);
            Locator legend = page.locator(".map-classes li");
            assertThat(legend).hasCount(3);
            assertThat(page.locator("x-network .class-mark")).hasCount(3);
            page.locator("x-decision-map canvas").hover();
            assertThat(page.locator(".map-at")).hasText(java.util.regex.Pattern.compile("x₁ .*, x₂ .*: [ABC]"));
            until(
                    page,
                    "Math.abs([...document.querySelectorAll('.map-classes output')].reduce((s, o) => s + Number(o.textContent), 0) - 1) < 0.01");
            assertThat(page.locator(".map-classes [data-leads]")).hasCount(1);
            page.locator("x-network").focus();
            tab.fits();
        }
    }

    @Test
    void confusionMatrixFollowsTheStepAndCountsTestPointsToo() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = new Tab(look)) {
                Page page = tab.page;
                Tab.visit(page, origin + "/playground?data=four-heaps&hidden=none");
                until(page, READY);
                page.locator("#class-counts > summary").click();
                assertThat(page.locator("x-confusion tbody tr")).hasCount(4);
                assertThat(page.locator("x-confusion .note")).containsText("140 training examples are right at step 0");
                page.locator("#forward").click();
                assertThat(page.locator("x-confusion .note")).containsText("at step 1");
                page.locator("x-confusion label:has-text('test')").click();
                assertThat(page.locator("x-confusion .note")).containsText("60 test examples");
                until(page, COUNTS + ".flat().reduce((a, b) => a + b, 0) === 60");
                tab.isAccessible();
                tab.fits();
            }
        }
    }

    @Test
    void pastedTableKeepsTheNamesOfItsClasses() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?hidden=3");
            until(page, READY);
            page.locator("#use-own-table").click();
            page.locator("x-own-table [data-part=paste]")
                    .fill(
                            "length,width,flower\n1,2,iris\n2,1,rose & lily\n3,3,<b>tulip</b>\n1,2.1,iris\n2,1.1,rose & lily\n3,3.1,<b>tulip</b>\n");
            assertThat(page.locator("x-own-table [data-part=understood]")).containsText("6 examples");
            page.locator("x-own-table [data-part=share]").fill("0");
            page.locator("x-own-table [data-part=train]").click();
            until(page, "document.querySelector('#stage')?.setup?.data.inputs.length === 6");
            assertThat(page.locator(".map-classes span")).hasText(new String[] {"<b>tulip</b>", "iris", "rose & lily"});
            page.locator("#class-counts > summary").click();
            assertThat(page.locator("x-confusion tbody th"))
                    .hasText(new String[] {"<b>tulip</b>", "iris", "rose & lily"});
            assertThat(page.locator("x-confusion input[value=test]")).isDisabled();
        }
    }
}
