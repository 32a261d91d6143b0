package downhill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of all tests of a thread: Debian's chromium if it is installed, else Playwright's own. */
final class Chromium {
    /** The time in milliseconds after which a failing test ends; it is far longer than a page takes on a slow and busy machine. */
    static final int LIMIT_MS = 60_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            // the drawing's process costs a tenth of a page's work, and draws nothing else here
            "--in-process-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The places of the browser; the headless one needs about half of the processor time of the other. */
    private static final List<String> PLACES = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    /** Started at a thread's first use, since its objects belong to that thread, and ended with the JVM. */
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::launch);

    private Chromium() {}

    static Browser browser() {
        return BROWSER.get();
    }

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
        Optional<Path> installed = installed();
        var playwright = new Playwright.CreateOptions();
        installed.ifPresent(path -> playwright.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
        installed.ifPresent(options::setExecutablePath);
        return Playwright.create(playwright).chromium().launch(options);
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        Stream<String> places = named == null || named.isBlank() ? PLACES.stream() : Stream.of(named);
        return places.map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
