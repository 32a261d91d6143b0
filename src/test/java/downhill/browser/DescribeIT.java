package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import downhill.browser.Tab.Look;
import downhill.course.Widget;
import downhill.course.reading.WidgetsReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** "Describe" on stages of runs: its words are about what the figure shows, and hold no more. */
class DescribeIT extends Site {
    /** The run may go on during the check, so figure and words are read at the same time. */
    private static final String SAME_SHARES = """
            () => {
                const text = selector => document.querySelector(selector).textContent;
                const drawn = text("#weights x-contour-map").match(/([0-9.]+)% of the gradient and ([0-9.]+)%/);
                const description = text("#weights x-describe")
                    .match(/In this plane lie ([0-9.]+)% of the gradient and ([0-9.]+)% of the way that training took\\./);
                return drawn && description && drawn[1] === description[1] && drawn[2] === description[2];
            }""";

    /** The published worked example, reference/mazur.json. */
    private static final String MAZUR = """
            {"data": {"name": "inline", "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]},
             "network": {"layers": [2, 2, 2], "activations": ["sigmoid", "sigmoid"],
                         "weights": [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]],
                         "biases": [[0.35, 0.35], [0.60, 0.60]]},
             "optimizer": {"learningRate": 0.5}, "frozen": ["biases"]}""";

    /** A page whose stage of this name is described. */
    private Tab describe(String path, String stage) {
        Tab tab = new Tab(Look.WIDE);
        Tab.visit(tab.page, origin + path);
        until(tab.page, "!!document.querySelector('" + stage + "')?.picture");
        tab.page.locator(stage + " details.describe > summary").click();
        return tab;
    }

    private String mazur(Tab tab) {
        String created = tab.page
                .request()
                .post(
                        origin + "/api/runs",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(MAZUR))
                .text();
        return JsonMapper.shared().readTree(created).get("id").stringValue();
    }

    @Test
    void insideAStepTheSubstepIsDescribedAndNothingLater() {
        try (Tab first = new Tab(Look.WIDE);
                Tab tab = describe("/widgets/debugger?run=" + mazur(first), "#stage")) {
            Page page = tab.page;
            Locator description = page.locator("#stage x-describe");
            assertThat(description).containsText("At step 0 the cost of the batch is 0.298");
            substep(page, "z of the hidden layer").click();
            assertThat(description)
                    .containsText(
                            "Hidden neuron 1 adds up 0.150 times 0.0500 plus 0.200 times 0.100 and its bias 0.350: z is 0.3775.");
            assertThat(description).not().containsText("0.298");
            assertThat(description.locator("td").last()).hasText("not yet");
            substep(page, "gradients into the output layer").click();
            assertThat(description).containsText("delta 0.138 times activation 0.593 is its gradient, 0.082167041.");
            assertThat(description).not().containsText("0.000438568");
            page.locator("#stage [data-part=by] input[value=neuron]").check();
            assertThat(description).containsText("neuron 1 of 2");
            page.locator("#stage x-debugger [data-part=after]").click();
            assertThat(description).containsText("neuron 2 of 2");
            substep(page, "the new cost").click();
            assertThat(description).containsText("The cost was 0.298371109 and is 0.291027774 now");
            page.locator("#stage [data-part=whole]").click();
            assertThat(description).containsText("At step 0 the cost of the batch is 0.298");
            tab.isAccessible();
        }
    }

    private static Locator substep(Page page, String name) {
        return page.locator("#stage .moments button[aria-label='" + name + "']");
    }

    @Test
    void aSliceIsToldWithTheSharesThatTheFigureNames() {
        try (Tab tab = describe("/widgets/landscape", "#weights")) {
            Locator description = tab.page.locator("#weights x-describe");
            assertThat(description)
                    .containsText(
                            "The slice is cut along two of the weights; the 7 other weights and biases are held still.");
            tab.page.waitForFunction(SAME_SHARES);
            assertThat(description)
                    .containsText("From left to right goes the weight from hidden neuron 1 to the output");
            tab.isAccessible();
        }
    }

    @Test
    void theSelectedWeightsTugOfWarIsTold() {
        try (Tab tab = describe("/widgets/tug-of-war", "#stage")) {
            Locator description = tab.page.locator("#stage x-describe");
            assertThat(description).containsText("examples want the weight from hidden neuron 1 to the output larger");
            tab.page.locator("#stage .network-figure").focus();
            tab.page.evaluate("document.getElementById('stage').select({ kind: 'weight', at: [0, 1, 0] }, 'hold')");
            assertThat(description).containsText("examples want the weight from input x₁ to hidden neuron 2 larger");
        }
    }

    @Test
    void aProofAndAWiggleAreToldOnceTheyAreOnScreen() {
        try (Tab tab = describe("/widgets/prove-it", "#stage")) {
            Locator description = tab.page.locator("#stage x-describe");
            assertThat(description).not().containsText("The proof");
            tab.page.locator("#stage x-prove-it button").click();
            assertThat(description).containsText("is moved by 0.000100 to both sides, and the network run again");
            assertThat(description).containsText("digits of both agree.");
            tab.isAccessible();
        }
        try (Tab tab = describe("/widgets/wiggle", "#stage")) {
            Locator description = tab.page.locator("#stage x-describe");
            Locator slider = tab.page.locator("#stage x-wiggle input");
            assertThat(tab.page.locator("#stage .wiggle-said")).containsText("Move the slider");
            assertThat(description).not().containsText("The wiggle");
            slider.press("ArrowRight");
            slider.press("ArrowRight");
            assertThat(description).containsText("changed by 0 to +0.200 while everything else stays");
        }
    }

    @Test
    void aGraphIsDescribedUpToItsShownStep() {
        try (Tab tab = describe(
                "/labs/expressions?expression=a%20=%203*x;%20b%20=%20x%5E2;%20L%20=%20a*b&values=x:2", "x-stage")) {
            Locator description = tab.page.locator("x-describe");
            assertThat(description).containsText("Step 0 of 7. The graph of L stands at x = 2.");
            assertThat(description).not().containsText("24");
            for (int step = 0; step < 6; step++) {
                tab.page.keyboard().press(".");
            }
            assertThat(description).containsText("Step 6 of 7.");
            assertThat(description).containsText("so far");
            tab.page.keyboard().press(".");
            assertThat(description).containsText("L is 24 at x = 2.");
            assertThat(description.locator("tbody tr").first()).containsText("36");
        }
    }

    @Test
    void aDrawingAndThePictureOfAUnitAreDescribed() {
        try (Tab tab = describe("/labs/digits", "x-stage")) {
            Page page = tab.page;
            Locator description = page.locator("x-describe");
            assertThat(description).containsText("are a picture of 28 by 28. Ink raises its answer most");
            assertThat(description).containsText("The film shows the picture of hidden neuron 1 at");
            page.getByText("Put in an example").click();
            Locator verdict = page.locator("x-digit-pad .verdict-line");
            assertThat(verdict).containsText("It says");
            String digit = verdict.textContent().replaceAll("\\D", "");
            assertThat(description).containsText("The network says " + digit + ", with ");
            page.getByText("Clear", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(description).not().containsText("Your drawing");
        }
    }

    @Test
    void powersOfTenAreWrittenForTheEyeAndSpelledForTheEar() {
        try (Tab tab = describe("/widgets/network?recording=1e9", "section[aria-labelledby=recorded] x-stage")) {
            Locator cell = tab.page.locator("x-describe td span[aria-hidden]").first();
            assertThat(cell).hasText(Pattern.compile("[\\d.]+ × 10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+"));
            assertThat(tab.page.locator("x-describe td .unseen").first()).containsText(" times 10 to the ");
            tab.isAccessible();
        }
    }

    /** Words that the reader opens later include the earlier drawing. */
    @Test
    void theDescriptionIncludesTheEarlierDrawing() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/labs/digits");
            page.getByText("Put in an example").click();
            assertThat(page.locator("x-digit-pad .verdict-line")).containsText("It says");
            page.locator("details.describe > summary").click();
            assertThat(page.locator("x-describe")).containsText("Your drawing");
        }
    }

    @Test
    void everyWidgetOfARunHasWordsOfItsOwn() {
        for (Widget.Demo demo : WidgetsReader.onClassPath().demos()) {
            if (!demo.isOfRun()) {
                continue;
            }
            try (Tab tab = describe("/widgets/" + demo.name(), "#stage")) {
                Locator sections = tab.page.locator("#stage .described > section");
                assertThat(sections.nth(1)).isVisible();
                assertThat(sections.first()).containsText("the cost of the batch is");
                tab.fits();
            }
        }
    }
}
