package downhill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one browser of all tests: Debian's chromium if it is installed, else Playwright's own. */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** Started at its first use, ended with the JVM: each start unpacks a driver of 125 MB. */
    private static final class Holder {
        static final Browser BROWSER = launch();
    }

    static Browser browser() {
        return Holder.BROWSER;
    }

    private static Browser launch() {
        Optional<Path> installed = installed();
        var playwright = new Playwright.CreateOptions();
        installed.ifPresent(path -> playwright.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
        installed.ifPresent(options::setExecutablePath);
        return Playwright.create(playwright).chromium().launch(options);
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        Path path = Path.of(named == null || named.isBlank() ? "/usr/bin/chromium" : named);
        return Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
    }
}
