package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import downhill.browser.Tab.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The menu of what a learner takes along, and brings back. */
class TakeAlongIT extends Site {
    private static final String WEIGHTS =
            "JSON.stringify(document.querySelector('#stage').setup?.spec.network.weights ?? null)";

    private static Tab open(Look look, String origin) {
        Tab tab = new Tab(look);
        Tab.visit(tab.page, origin + "/playground?data=xor&hidden=3");
        tab.page.locator("#stage[data-step]").waitFor();
        return tab;
    }

    private static void bring(Page page, String json) {
        page.locator("x-take-along input[type=file]")
                .setInputFiles(
                        new FilePayload("weights.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String taken(Page page, String format) throws IOException {
        Download download = page.waitForDownload(() ->
                page.locator("x-take-along [data-format='" + format + "']").click());
        return Files.readString(download.path());
    }

    @Test
    void weightsThatAreTakenAlongBeginAnotherRun() throws IOException {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look, origin)) {
                Page page = tab.page;
                page.locator("#take-along > summary").click();
                assertThat(page.locator("x-take-along [data-part=none]")).isVisible();
                page.locator("#take-along > summary").click();
                page.locator("#forward").click();
                until(page, "document.querySelector('#stage')?.progress?.newest === 1");
                page.locator("#take-along > summary").click();
                assertThat(page.locator("x-take-along [data-part=none]")).isHidden();
                tab.fits();
                tab.isAccessible();
                tab.shoot("take-along-" + look.width());
                String weights = taken(page, "weights-json");
                assertThat(weights).contains("\"step\":1", "\"weights\":[[[");
                assertThat(taken(page, "weights-pytorch")).contains("(\"2.bias\", torch.tensor([");
                String numpy = taken(page, "weights-numpy");
                assertThat(taken(page, "csv&points=2000&evaluate=true"))
                        .startsWith("step,epoch,cost,learningRate,trainCost,testCost");

                bring(page, "{\"weights\": 3}");
                assertThat(page.locator("x-take-along .error")).containsText("This file holds no weights.");
                bring(page, "{\"weights\": [[[1]]], \"biases\": [[1]]}");
                assertThat(page.locator("x-take-along .error")).containsText("weights");
                tab.expectFaults();
                bring(page, look.equals(Look.WIDE) ? numpy : weights);
                until(page, WEIGHTS + " !== 'null' && document.querySelector('#stage').picture?.step === 0");
                assertThat(weights).contains((String) page.evaluate(WEIGHTS));
                page.locator("#take-along > summary").click();
                page.locator("#undo").click();
                until(
                        page,
                        "document.querySelector('#stage').setup != null && " + WEIGHTS
                                + " === 'null' && document.querySelector('#stage').progress?.newest === 1");
            }
        }
    }
}
