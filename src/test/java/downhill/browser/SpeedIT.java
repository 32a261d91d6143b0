package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast the pages are here and now. It reports; what a machine takes beside its other work is nothing to assert. */
class SpeedIT extends Site {
    private static final List<String> FIRST_VIEWS = List.of(
            "/",
            "/playground",
            "/lessons/the-hill/1",
            "/lessons/step-size/1",
            "/lessons/sensitivity/1",
            "/lessons/cost-is-height/1",
            "/lessons/one-neuron/1",
            "/lessons/chain-rule/1",
            "/lessons/layer-by-layer/1",
            "/lessons",
            "/labs/expressions",
            "/labs/digits",
            "/widgets");

    /** The start page, the heaviest lesson, and the page with the most parts. */
    private static final List<String> FEW_VIEWS = List.of("/", "/lessons/layer-by-layer/1", "/playground");

    /** The most that a page may move while it comes to be, as browsers count it: "good" to the reader. */
    private static final double STILL = 0.1;

    private static final String WATCH = """
            window.longTasks = [];
            window.moved = 0;
            const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
            watch("longtask", (task) => longTasks.push(Math.round(task.duration)));
            watch("layout-shift", (shift) => (moved += shift.value));""";

    @Test
    void aFrameOfADeepNetworkIsDrawnAndTimed() {
        try (Tab tab = new Tab(Look.WIDE)) {
            tab.page.navigate(origin + "/widgets/speed");
            tab.page.waitForSelector("x-speed[data-median]");
            String figures = tab.page.locator("x-speed dl").innerText().replaceAll("\\s+", " ");
            report("drawing 2-8-8-8-1: " + figures);
            assertThat(figures).containsPattern("[0-9.]+ ms");
        }
    }

    @Test
    void firstViewsAreWeighedTheirLongTasksCountedAndTheyStandStill() {
        Thoroughness.of(FIRST_VIEWS, FEW_VIEWS).forEach(this::firstView);
    }

    /** A view by a browser that knows nothing, of a server that has shown the page before: it compresses each file once. */
    private void firstView(String path) {
        try (Tab tab = new Tab(Look.WIDE)) {
            open(tab.page, path);
        }
        try (Tab tab = new Tab(Look.WIDE)) {
            AtomicLong bytes = weighed(tab.page);
            tab.page.addInitScript(WATCH);
            Chromium.browser()
                    .startTracing(tab.page, new Browser.StartTracingOptions().setCategories(List.of("toplevel")));
            open(tab.page, path);
            tab.page.waitForTimeout(1000);
            double longest = longest(Chromium.browser().stopTracing());
            double moved = ((Number) tab.page.evaluate("window.moved")).doubleValue();
            report(String.format(
                    Locale.ROOT,
                    "first view of %s: %.1f KB on the wire, tasks over 50 ms: %s, the longest had the processor for %.0f ms, moved by %.3f",
                    path,
                    bytes.get() / 1000.0,
                    tab.page.evaluate("window.longTasks"),
                    longest,
                    moved));
            assertThat(bytes.get()).isPositive();
            assertThat(moved).as("how much moves while %s comes to be", path).isLessThan(STILL);
        }
    }

    /** The most milliseconds for which a task of a page had the processor: what a task takes longer it waits for others. */
    private static double longest(byte[] trace) {
        List<JsonNode> events = new ArrayList<>();
        JsonMapper.shared().readTree(trace).get("traceEvents").forEach(events::add);
        List<String> pages = events.stream()
                .filter(event -> event.path("args").path("name").asString("").equals("CrRendererMain"))
                .map(SpeedIT::thread)
                .toList();
        return events.stream()
                .filter(event -> event.path("name").asString("").endsWith("RunTask") && pages.contains(thread(event)))
                .mapToDouble(event -> event.path("tdur").asDouble(0) / 1000)
                .max()
                .orElse(0);
    }

    private static String thread(JsonNode event) {
        return event.get("pid") + " " + event.get("tid");
    }

    private void open(Page page, String path) {
        page.navigate(origin + path);
        until(page, "!document.querySelector('x-stage') || !!document.querySelector('x-stage').picture");
    }

    /** The bytes that the page receives from now on, compressed and with their headers. */
    private static AtomicLong weighed(Page page) {
        var bytes = new AtomicLong();
        CDPSession session = page.context().newCDPSession(page);
        session.on(
                "Network.loadingFinished",
                (JsonObject event) ->
                        bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        return bytes;
    }

    private static void report(String line) {
        System.out.println("SPEED " + line);
    }
}
