package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures of the lesson on a network with 900,150 weights: its speed, the time of a step, the pixels behind an answer. */
class NineHundredThousandIT extends Site {
    private static final String LESSON = "/lessons/nine-hundred-thousand/";
    private static final Pattern MILLIONS = Pattern.compile("\\d+(\u202f\\d{3}){2,}");
    private static final String SPEAKS_OF_THE_NEWEST_STEP = """
            document.querySelector('x-training-speed .note').textContent
                .endsWith('step ' + document.querySelector('#stage').progress.newest + '.')""";
    private static final Pattern MILLISECONDS = Pattern.compile("[\\d.]+ ms");

    private Tab open(Look look, int scene) {
        Tab tab = Tab.touched(look);
        Tab.visit(tab.page, origin + LESSON + scene);
        until(tab.page, "!!document.querySelector('#stage')?.picture");
        return tab;
    }

    @Test
    void theSpeedIsShownWhileTheNetworkTrains() {
        try (Tab tab = open(Look.PHONE_DARK, 2)) {
            Page page = tab.page;
            Locator facts = page.locator("x-training-speed dd");
            assertThat(facts).hasText(new String[] {"–", "–", "13.7%"});
            page.locator("form[data-part=play] button").press("Enter");
            assertThat(facts.first()).hasText(MILLIONS);
            until(page, "document.querySelector('#stage').progress.newest > 20");
            page.locator("form[data-part=play] button").press("Enter");
            until(page, "document.querySelector('#stage').progress.state === 'paused'");
            until(page, SPEAKS_OF_THE_NEWEST_STEP);
            assertThat(facts.last()).not().hasText("13.7%");
            tab.isAccessible();
            tab.fits();
        }
    }

    @Test
    void aStepIsTimedInItsThreeParts() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look, 3)) {
                Page page = tab.page;
                assertThat(page.locator(".step-times tbody tr")).hasCount(0);
                page.locator("x-step-times button").press("Enter");
                assertThat(page.locator(".step-times tbody th"))
                        .hasText(new String[] {"Forward pass", "Backward pass", "Update", "Together"});
                for (Locator time :
                        page.locator(".step-times tbody td:last-child").all()) {
                    assertThat(time).hasText(MILLISECONDS);
                }
                tab.isAccessible();
                tab.fits();
            }
        }
    }

    @Test
    void aSliceSaysHowMuchOfThePathItShows() {
        try (Tab tab = open(Look.WIDE_DARK, 6)) {
            assertThat(tab.page.locator("x-contour-map .note"))
                    .containsText("10.6% of the gradient and 86.2% of the path");
        }
    }

    @Test
    void anOutputIsFollowedBackToThePixelsByKeyboard() {
        for (Look look : List.of(Look.WIDE, Look.PHONE_DARK)) {
            try (Tab tab = open(look, 7)) {
                Page page = tab.page;
                assertThat(page.locator("x-pixel-shares .note")).hasText("Draw a digit, or put in an example.");
                page.locator("x-digit-pad button:text('Put in an example')").press("Enter");
                Locator chosen = page.locator(".outputs-choice [aria-pressed=true]");
                assertThat(chosen).hasText("0");
                assertThat(page.locator(".share-sums dt")).containsText(new String[] {
                    "pixels for it", "pixels against it", "from the biases", "weighted sum of output 0"
                });
                page.locator(".outputs-choice [data-output='6']").press("Enter");
                assertThat(chosen).hasText("6");
                assertThat(page.locator(".share-legend")).containsText("speaks against the 6");
                page.locator("details.describe > summary").press("Enter");
                assertThat(page.locator(".described")).containsText("For output 6:");
                tab.isAccessible();
                tab.fits();
                page.locator("x-digit-pad button:text('Clear')").press("Enter");
                assertThat(chosen).hasCount(0);
            }
        }
    }

    @Test
    void aDigitDrawnByFingerHasItsShares() {
        try (Tab tab = open(Look.PHONE, 7)) {
            Page page = tab.page;
            Locator pad = page.locator("x-digit-pad .pad");
            pad.scrollIntoViewIfNeeded();
            var box = pad.boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + 30);
            page.mouse().down();
            page.mouse().move(box.x + box.width / 2, box.y + box.height - 30);
            page.mouse().up();
            assertThat(page.locator(".outputs-choice [aria-pressed=true]")).hasCount(1);
            assertThat(page.locator(".share-sums div")).hasCount(4);
            tab.fits();
        }
    }
}
