package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import downhill.browser.Tab.Look;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index of widgets, as a teacher uses it. */
class GalleryIT extends Site {
    private static final String SHOWN = ".demos li:not([hidden]) h3";

    @Test
    void aTeacherFindsAFigureChoosesItsSettingsAndOpensIt() {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets");
            page.getByLabel("Find a figure").fill("Diagram select");
            assertThat(page.locator(SHOWN).filter(new Locator.FilterOptions().setVisible(true)))
                    .hasText(new String[] {"Network diagram"});
            assertThat(page.locator("[data-part=found]")).hasText("1 figure");
            Locator card = page.locator(".demos li:not([hidden])").filter(new Locator.FilterOptions().setVisible(true));
            card.locator("summary").click();
            card.getByLabel("Data set").selectOption("circle");
            card.getByLabel("Hidden neurons").selectOption("4-2");
            assertThat(card.locator("textarea"))
                    .hasValue(
                            "<iframe src=\"" + origin + "/widgets/network?embed=1&amp;data=circle&amp;hidden=4-2\""
                                    + " title=\"Network diagram · Downhill\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>");
            tab.isAccessible();
            card.getByText("Open").click();
            page.waitForURL("**/widgets/network?data=circle&hidden=4-2");
            until(page, "document.querySelector('#stage')?.progress?.shown === 60");
            page.locator("#stage [data-key='.']").click();
            until(page, "document.querySelector('#stage').progress.shown === 61");
        }
    }

    @Test
    void aSearchWithoutAFigureSaysSoAndEscapeEndsIt() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets");
            page.getByLabel("Find a figure").fill("zebra");
            assertThat(page.locator("[data-part=none]")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-part=none]")).isHidden();
            assertThat(page.locator(SHOWN).first()).isVisible();
            tab.fits();
            tab.isAccessible();
        }
    }

    /** The pictures of the other theme and those far below are not fetched. */
    @Test
    void theFirstViewFetchesOnlyPicturesNearIt() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Tab tab = new Tab(new Look(1366, 768, scheme))) {
                Page page = tab.page;
                List<Response> answers = new ArrayList<>();
                page.onResponse(answers::add);
                Tab.visit(page, origin + "/widgets");
                page.waitForLoadState(LoadState.NETWORKIDLE);
                long bytes = 0;
                int pictures = 0;
                for (Response answer : List.copyOf(answers)) {
                    bytes += answer.request().sizes().responseBodySize;
                    pictures += answer.url().endsWith(".webp") ? 1 : 0;
                    assertThat(answer.url()).doesNotContain(scheme == ColorScheme.LIGHT ? "/dark.webp" : "/light.webp");
                }
                assertThat(pictures).as("pictures of the first view").isBetween(4, 12);
                assertThat(bytes).as("bytes of the first view").isLessThan(200_000);
                page.reload();
                tab.isLegible();
            }
        }
    }
}
