package downhill.browser;

import com.microsoft.playwright.Page;
import downhill.App;
import downhill.live.Limits;
import downhill.web.http.Settings;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A server of its own for the tests of a class, on a free port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Site {
    private final App app = new App(new Settings(0, "127.0.0.1", "", Optional.empty()), Limits.DEFAULT);

    /** The address of the site, without a slash at its end. */
    String origin = "";

    @BeforeAll
    void start() {
        origin = "http://127.0.0.1:" + app.start();
    }

    /** Waits until this is true in the page. The page's policy forbids the evaluation that Playwright's own waiting needs. */
    static void until(Page page, String expression) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(expression)));
    }

    @AfterAll
    void stop() {
        app.close();
    }
}
