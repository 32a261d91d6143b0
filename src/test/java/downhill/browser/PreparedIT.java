package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A teacher makes a list of scenes and playground states, saves it, opens it again, and starts a class from it. */
class PreparedIT extends Site {
    @Test
    void aListIsMadeSavedOpenedAndStarted() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = new Tab(look)) {
                Page page = tab.page;
                Tab.visit(page, origin + "/teachers");
                page.locator(".start-class a[href$='/prepared']").click();
                page.locator("#title").fill("Monday");
                page.locator("#link-1").fill(origin + "/lessons/step-size/4");
                page.locator("#words-1").fill("Why does nobody move here?");
                page.locator("#link-2").fill(origin + "/playground?data=xor");
                page.locator("#link-2").press("Enter");
                assertThat(page.locator(".prepared-items > li")).hasCount(2);
                assertThat(page.locator("h1")).hasText("Monday");
                tab.isAccessible();
                tab.fits();

                Download file = page.waitForDownload(
                        () -> page.locator(".prepared-keep button").click());
                assertThat(file.suggestedFilename()).isEqualTo("class-list.json");
                Tab.visit(page, origin + "/prepared");
                tab.isAccessible();
                page.locator("#file").setInputFiles(file.path());
                page.locator("form:has(#file) button").click();
                assertThat(page.locator(".prepared-words")).hasText("Why does nobody move here?");

                Tab.visit(page, origin + page.locator(".prepared-keep a").getAttribute("href"));
                page.locator(".prepared-items button").first().click();
                assertThat(page).hasURL(Pattern.compile("/classes/[\\w-]{20,}$"));
                assertThat(page.locator("#scenes-title")).hasText("Everybody is held at scene 4");
            }
        }
    }
}
