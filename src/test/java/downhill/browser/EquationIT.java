package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.insight.explanation.RandomSpecs;
import downhill.insight.explanation.ShownFormula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each number of the equation panel is what the numbers beside it give. */
class EquationIT extends DemoSite {
    /** Specifications of many kinds: every optimizer, several costs and batches, dropout, margin, regularization, groups. */
    private static final List<Integer> SEEDS = List.of(1, 2, 5, 8, 13, 21, 34, 55, 89, 144);

    /** An output of 0.8 whose target is 0.9, which a margin of 0.2 counts as right. */
    private static final String MARGIN = """
            {"seed": 1, "data": {"name": "inline", "inputs": [[0.0, 0.0]], "targets": [[0.9]]},
             "network": {"layers": [2, 1], "activations": ["sigmoid"], "weights": [[[0.0, 0.0]]], "biases": [[1.3862943611198906]]},
             "cost": "half-squared-error", "costMargin": 0.2}""";

    /** A row's own number, then its formula; constants are marked as exact. */
    private static final String ROWS = """
            [...document.querySelectorAll('#stage .opened-row')].filter(row => row.querySelector('.sign')).map(row =>
                [...row.children].filter(e => !e.matches('.note')).map(e => e.matches('.constant') ? '=' + e.textContent
                    : e.matches('.sign') ? e.textContent : e.querySelector('b').textContent))""";

    private static final String ALL_OPEN = """
            [...document.querySelectorAll('#stage .opened-row [aria-expanded=true]')].every(button =>
                document.querySelector('#stage .opened-row [data-path="' + button.dataset.path + '="]'))""";

    /** Presses every number that is not open yet, some times over. */
    private static void openAll(Page page) {
        for (int depth = 0; depth < 4; depth++) {
            page.evaluate(
                    "[...document.querySelectorAll('#stage .opened-row [aria-expanded=false]')].slice(0, 12).forEach(b => b.click())");
            until(page, ALL_OPEN);
        }
    }

    private static Map<String, String> rows(Page page) {
        Map<String, String> rows = new HashMap<>();
        for (Locator row : page.locator("#stage .opened-row").all()) {
            rows.put(
                    row.locator("[data-quantity]").first().getAttribute("data-quantity"),
                    row.innerText().replaceAll("\\s+", " "));
        }
        return rows;
    }

    @Test
    void everyOpenedNumberIsWhatTheNumbersInItsRowGive() {
        for (int seed : SEEDS) {
            String spec = RandomSpecs.of(seed);
            try (Tab tab = open("equation", spec, 2)) {
                Page page = tab.page;
                until(page, "document.querySelectorAll('#stage .opened-row').length === 2");
                openAll(page);
                List<?> rows = (List<?>) page.evaluate(ROWS);
                assertThat(rows).hasSizeGreaterThan(3);
                for (Object row : rows) {
                    List<String> texts = new ArrayList<>();
                    ((List<?>) row).forEach(text -> texts.add((String) text));
                    assertThat(ShownFormula.agrees(texts.getFirst(), texts.subList(2, texts.size())))
                            .as("%s of %s", texts, spec)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aMarginIsToldTruthfullyInTheEquationTheTableAndTheDebugger() {
        try (Tab tab = open("equation", MARGIN, 0)) {
            Page page = tab.page;
            page.locator("#stage .moments [aria-label='deltas of the output layer']")
                    .click();
            assertThat(page.locator("#stage .found [data-quantity='delta.0.0'] b"))
                    .hasText("0");
            page.locator("#stage .opened-row [data-quantity='cost-slope.0'] b").waitFor();
            Map<String, String> rows = rows(page);
            assertThat(rows.get("delta.0.0"))
                    .containsSubsequence("0 =", "0", "×", "0.160")
                    .doesNotContain("−0.1");
            assertThat(page.locator("#stage .opened-row .note"))
                    .hasText("The output is within the margin 0.2 of its target, so its error counts as 0.");
        }
        try (Tab tab = open("table", MARGIN, 0)) {
            assertThat(tab.page
                            .locator("#stage x-table tr:has-text('the output') td")
                            .nth(2))
                    .hasText("0");
        }
    }
}
