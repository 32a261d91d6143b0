package downhill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import downhill.App;
import downhill.live.ServerLimits;
import downhill.web.http.ServerSettings;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The site that browser tests visit: one server for all of them, which ends with the JVM. They run beside each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
abstract class Site {
    /** The page itself looks again and again for a second: asking it from here as often would keep the processor busy. */
    private static final String BECOMES_TRUE = """
            () => new Promise((resolve, reject) => {
                const end = performance.now() + 1000;
                const look = () => {
                    try {
                        const isTrue = (EXPRESSION) === true;
                        if (isTrue || performance.now() > end) {
                            resolve(isTrue);
                        } else {
                            setTimeout(look, 20);
                        }
                    } catch (error) {
                        reject(error);
                    }
                };
                look();
            })""";

    private static final class Shared {
        static final String ORIGIN = "http://127.0.0.1:" + start();

        private static int start() {
            var limits = new Properties();
            // All tests are one visitor.
            limits.setProperty("runsPerVisitor", "20000");
            // The runs of pages that were closed would take the processor from the pages of other tests.
            limits.setProperty("unwatchedPauseSeconds", "5");
            return new App(new ServerSettings(0, "127.0.0.1", "", Optional.empty()), ServerLimits.from(limits)).start();
        }
    }

    /** The address of the site, without a slash at its end. */
    final String origin = Shared.ORIGIN;

    /** Waits until this is true in the page. The page's policy forbids the evaluation that Playwright's own waiting needs. */
    static void until(Page page, String expression) {
        String script = BECOMES_TRUE.replace("EXPRESSION", expression);
        page.waitForCondition(() -> isTrue(page, script));
    }

    private static boolean isTrue(Page page, String script) {
        try {
            return Boolean.TRUE.equals(page.evaluate(script));
        } catch (PlaywrightException e) {
            if (String.valueOf(e.getMessage()).contains("Execution context was destroyed")) {
                return false; // another page has come: the question is for that one
            }
            throw e;
        }
    }
}
