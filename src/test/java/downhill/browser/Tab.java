package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One open page. Whatever goes wrong in it is noted: an error on the console (a report of the security policy is one), a
 * request that failed, an exception; {@link #close} fails if there was any. What the driver says of its own speed where there is no
 * graphics card is none.
 */
final class Tab implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "screenshots");

    final Page page;
    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    private boolean expectsFaults;

    /** The window and the theme with which a test opens a page. */
    record Look(int width, int height, ColorScheme scheme) {
        static final Look WIDE = new Look(1440, 900, ColorScheme.LIGHT);
        static final Look WIDE_DARK = new Look(1440, 900, ColorScheme.DARK);
        static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT);
        static final Look PHONE_DARK = new Look(390, 844, ColorScheme.DARK);

        static List<Look> all() {
            return List.of(WIDE, WIDE_DARK, PHONE, PHONE_DARK);
        }
    }

    Tab(Look look) {
        this(look, false, false, ReducedMotion.REDUCE);
    }

    /** A page under fingers. */
    static Tab touched(Look look) {
        return new Tab(look, true, false, ReducedMotion.REDUCE);
    }

    /** A page whose browser keeps what was opened; other tests hold requests back, which a service worker would hide from them. */
    static Tab keeping(Look look) {
        return new Tab(look, false, true, ReducedMotion.REDUCE);
    }

    /** A page for someone who wants to see things move; all others are for one who does not, which is faster. */
    static Tab moving(Look look) {
        return new Tab(look, false, false, ReducedMotion.NO_PREFERENCE);
    }

    private Tab(Look look, boolean touch, boolean keeps, ReducedMotion motion) {
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setHasTouch(touch)
                        .setAcceptDownloads(true)
                        .setViewportSize(look.width(), look.height())
                        .setColorScheme(look.scheme())
                        .setReducedMotion(motion));
        context.setDefaultTimeout(Chromium.LIMIT_MS);
        context.addInitScript(
                "document.addEventListener('begun', () => (document.documentElement.dataset.begun = ''))");
        if (!keeps) {
            context.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
        }
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean driver = message.text().contains("GL Driver Message");
            if (!driver && (message.type().equals("error") || message.type().equals("warning"))) {
                faults.add(message.type() + ": " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> faults.add("exception: " + error));
        page.onRequestFailed(request -> {
            boolean closed = request.failure().contains("ERR_ABORTED");
            if (!closed) {
                faults.add("request failed: " + request.url() + " " + request.failure());
            }
        });
    }

    /** Opens a page and waits until all that it opens with is there: only then a key acts at once. */
    static Response visit(Page page, String address) {
        Response response = page.navigate(address);
        begun(page);
        return response;
    }

    /** The same for the page that is open. */
    static void reload(Page page) {
        page.reload();
        begun(page);
    }

    private static void begun(Page page) {
        Site.until(page, "document.documentElement.dataset.begun !== undefined");
    }

    /** Takes the connection away, or gives it back. */
    void cut(boolean away) {
        context.setOffline(away);
    }

    /** Allows answers to be errors from here on: the test provokes one. */
    void expectFaults() {
        expectsFaults = true;
    }

    /** Asserts that axe finds nothing wrong with the page for people who do not see it, or not well, or use no pointer. */
    void isAccessible() {
        assertThat(Axe.violations(page)).isEmpty();
    }

    /** The same for what depends on the colours alone. */
    void isLegible() {
        assertThat(Axe.violations(page, "color-contrast")).isEmpty();
    }

    /** Nothing is wider than the page. */
    void fits() {
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as("pixels too wide").isLessThanOrEqualTo(0);
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        if (!expectsFaults) {
            assertThat(faults).isEmpty();
        }
    }
}
