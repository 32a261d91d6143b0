package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One step of the published worked example, reference/mazur.json, taken apart in the browser: the page shows its numbers. */
class DebuggerIT extends DemoSite {
    /** The figure's name of each published number, by the substep that computes it. */
    private static final Map<String, Map<String, String>> PUBLISHED = Map.ofEntries(
            Map.entry("z of the hidden layer", Map.of("z.0.0", "net_h1")),
            Map.entry("activations of the hidden layer", Map.of("a.0.0", "out_h1", "a.0.1", "out_h2")),
            Map.entry("z of the output layer", Map.of("z.1.0", "net_o1")),
            Map.entry("activations of the output layer", Map.of("a.1.0", "out_o1", "a.1.1", "out_o2")),
            Map.entry("the cost", Map.of("cost", "E")),
            Map.entry("gradients into the output layer", Map.of("own.1.0.0", "dE_dw5")),
            Map.entry("gradients into the hidden layer", Map.of("own.0.0.0", "dE_dw1")),
            Map.entry(
                    "update into the hidden layer",
                    Map.of("new.0.0.0", "w1", "new.0.0.1", "w2", "new.0.1.0", "w3", "new.0.1.1", "w4")),
            Map.entry(
                    "update into the output layer",
                    Map.of("new.1.0.0", "w5", "new.1.0.1", "w6", "new.1.1.0", "w7", "new.1.1.1", "w8")));

    private static final List<String> SUBSTEPS = List.of(
            "z of the hidden layer",
            "activations of the hidden layer",
            "z of the output layer",
            "activations of the output layer",
            "the cost",
            "deltas of the output layer",
            "gradients into the output layer",
            "deltas of the hidden layer",
            "gradients into the hidden layer",
            "mean over the batch",
            "update into the hidden layer",
            "update into the output layer",
            "activations of the hidden layer, with the new weights",
            "activations of the output layer, with the new weights",
            "the new cost");

    private final JsonNode mazur = mazur();

    private static JsonNode mazur() {
        try (InputStream in = DebuggerIT.class.getResourceAsStream("/reference/mazur.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The numbers on the page at this substep, as text, by their quantities. */
    private static Map<String, String> numbers(Page page) {
        Map<String, String> numbers = new HashMap<>();
        for (Locator line : page.locator("#stage .found [data-quantity]").all()) {
            numbers.put(line.getAttribute("data-quantity"), line.locator("b").textContent());
        }
        return numbers;
    }

    /** A number without the parentheses behind it. */
    private static String value(String text) {
        int end = text.indexOf(" (");
        return end < 0 ? text : text.substring(0, end);
    }

    private static String rounded(String text, String published) {
        String digits = value(text).replace('\u2212', '-');
        int decimals = new BigDecimal(published).scale();
        return new BigDecimal(digits).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private void holdAgainstPublished(Map<String, String> numbers, String substep) {
        PUBLISHED.getOrDefault(substep, Map.of()).forEach((quantity, name) -> {
            String published = mazur.get("published").get(name).stringValue();
            assertThat(rounded(numbers.getOrDefault(quantity, "0"), published))
                    .as(name)
                    .isEqualTo(published);
        });
    }

    @Test
    void everySubstepOfThePublishedStepIsShownForwardAndBack() {
        try (Tab tab = open("debugger")) {
            Page page = tab.page;
            List<Map<String, String>> seen = new ArrayList<>();
            Locator after = page.locator("#stage [data-part=after]");
            for (String substep : SUBSTEPS) {
                after.click();
                until(
                        page,
                        "document.querySelector('#stage .moments [aria-current]')?.ariaLabel === '" + substep + "'");
                until(page, "document.querySelector('#stage .found')?.children.length > 0");
                until(page, "document.querySelector('#stage').picture.exact");
                Map<String, String> numbers = numbers(page);
                holdAgainstPublished(numbers, substep);
                seen.add(numbers);
            }
            assertThat(after.isDisabled()).isTrue();
            double cost = mazur.get("runs_after_n_updates")
                    .get("simultaneous")
                    .get("1")
                    .get("E")
                    .doubleValue();
            String measured = value(seen.getLast().getOrDefault("after", ""));
            assertThat(new BigDecimal(measured))
                    .isEqualByComparingTo(new BigDecimal(cost).setScale(9, RoundingMode.HALF_UP));

            after.evaluate("button => button.blur()");
            for (int i = SUBSTEPS.size() - 2; i >= 0; i--) {
                page.locator("#stage .moments [aria-current]").focus();
                page.keyboard().press("ArrowLeft");
                until(
                        page,
                        "document.querySelector('#stage .moments [aria-current]')?.ariaLabel === '" + SUBSTEPS.get(i)
                                + "'");
                until(page, "document.querySelector('#stage .found')?.children.length > 0");
                assertThat(numbers(page)).as("again, at " + SUBSTEPS.get(i)).isEqualTo(seen.get(i));
            }
            page.keyboard().press("ArrowLeft");
            until(page, "document.querySelector('#stage .moments [aria-current]') === null");
        }
    }

    @Test
    void theFigureShowsOnlyWhatIsKnownAtTheSubstep() {
        try (Tab tab = open("debugger")) {
            Page page = tab.page;
            page.locator("#stage .moments .z").first().click();
            Locator found = page.locator("#stage .inside text");
            until(page, "document.querySelectorAll('#stage .inside text.z').length === 2");
            assertThat(found.count()).isEqualTo(2);
            page.locator("#stage .moments .delta").first().click();
            until(page, "document.querySelectorAll('#stage .inside text.delta').length === 2");
            assertThat(page.locator("#stage .inside text.a").count()).isEqualTo(2);
            assertThat(page.locator("#stage .inside .active").count()).isEqualTo(2);
        }
    }

    @Test
    void aNumberOpensIntoItsFactorsDownToTheInputs() {
        try (Tab tab = open("equation")) {
            Page page = tab.page;
            page.locator("#stage .moments [aria-label='gradients into the hidden layer']")
                    .click();
            page.locator("#stage x-equation button:has-text('all decimals')").click();
            until(page, "document.querySelector('#stage').picture.exact");
            Locator tree = page.locator("#stage x-equation .opened").first();
            for (String opened : List.of("delta.0.0", "back.0.0", "delta.1.0", "cost-slope.0", "slope.0.0")) {
                tree.locator("button[data-quantity='" + opened + "']").first().click();
            }
            for (Map.Entry<String, String> one : Map.of("back.0.0", "dE_dout_h1", "slope.0.0", "dout_h1_dnet")
                    .entrySet()) {
                String published = mazur.get("published").get(one.getValue()).stringValue();
                String text = tree.locator("button[data-quantity='" + one.getKey() + "'] b")
                        .first()
                        .textContent();
                assertThat(rounded(text, published)).as(one.getValue()).isEqualTo(published);
            }
            assertThat(tree.locator("button[data-quantity='target.0'] b")
                            .first()
                            .textContent())
                    .isEqualTo("0.01");
            assertThat(tree.locator("button[data-quantity='input.0'] b").first().textContent())
                    .isEqualTo("0.05");
        }
    }

    /** Layers are in parentheses wherever a letter carries one: a raised 2 would read as a square. */
    @Test
    void layersStandInParentheses() {
        try (Tab tab = open("equation")) {
            Page page = tab.page;
            page.locator("#stage .moments [aria-label='gradients into the hidden layer']")
                    .click();
            PlaywrightAssertions.assertThat(
                            page.locator("#stage x-equation .opened-row math").first())
                    .hasText("∂C∂w11(1)");
            String layers = "'#stage :is(msubsup > :last-child, .moments sup, .laws msup > :last-child:not(mi))'";
            Object all = page.evaluate("[...document.querySelectorAll(" + layers + ")].map(e => e.textContent)");
            assertThat((List<?>) all)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(layer -> assertThat((String) layer).matches("\\(([0-9]|[lL]|l[+−]1)\\)"));
        }
    }

    /** The weight from k to j in the text is the weight from k to j in the panel. */
    @Test
    void aDeltaCollectsTheWeightsThatLeadAwayFromItsNeuron() {
        try (Tab tab = open("equation")) {
            Page page = tab.page;
            page.locator("#stage .moments [aria-label='deltas of the hidden layer']")
                    .click();
            until(page, "document.querySelector('#stage .laws [data-law=back][data-now]') !== null");
            assertThat(page.locator("#stage .laws [data-law=back] math").textContent())
                    .isEqualTo("δk(l)=(∑jwjk(l+1)δj(l+1))·σ′(zk(l))");
            page.locator("#stage x-equation button[data-quantity='back.0.0']").click();
            assertThat(page.locator("#stage x-equation .opened .opened [data-quantity='weight.1.1.0'] math")
                            .first()
                            .textContent())
                    .isEqualTo("w21(2)");
        }
    }

    /** The transposed matrix has the weights that leave a neuron in a row, and each number opens. */
    @Test
    void matricesHaveRowsColumnsAndNumbersThatOpen() {
        try (Tab tab = open("equation")) {
            Page page = tab.page;
            page.locator("#stage .moments [aria-label='deltas of the hidden layer']")
                    .click();
            page.locator("#stage x-equation").getByText("matrices").click();
            until(page, "document.querySelectorAll('#stage .matrix').length === 4");
            Locator transposed = page.locator("#stage .matrix").nth(1);
            assertThat(transposed.getAttribute("aria-label"))
                    .isEqualTo("weights of layer 2, transposed, 2 rows, 2 columns");
            assertThat(transposed.locator("button").allTextContents())
                    .containsExactly("0.400", "0.500", "0.450", "0.550");
            page.locator("#stage .matrix button[data-quantity='delta.1.1']").click();
            until(
                    page,
                    "document.querySelector('#stage .opened-row [data-quantity]').dataset.quantity === 'delta.1.1'");
            assertThat(page.locator("#stage .opened-row button").count()).isEqualTo(2);
        }
    }
}
