package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import downhill.course.Widget.Demo;
import downhill.course.reading.WidgetsReader;
import downhill.web.widget.Gallery;
import downhill.web.widget.WidgetRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The pictures on the index of widgets, in each widget's folder: the figure, photographed on its demo page in both themes.
 * With {@code -Ddownhill.pictures=all}, or the names of some widgets with commas between them, they are made again.
 */
class WidgetPicturesIT extends Site {
    private static final Path STATIC = Path.of("web", "static");
    private static final int WIDTH = 720;
    private static final int HEIGHT = 450;

    /** The fewest bytes of one picture: a blank one has about 930. */
    private static final long LEAST_BYTES = 1_500;

    /** The most bytes of one picture: the first view of the index shows about a dozen. */
    private static final int MOST_BYTES = 21_000;

    /** Settings with which a figure shows more than in its usual state. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("decision-map", "&data=circle&hidden=4-2&step=500"),
            Map.entry("confusion", "&data=moons&hidden=1&step=10"),
            Map.entry("cost-chart", "&step=500"),
            Map.entry("timeline", "&step=500"),
            Map.entry("network", "&data=circle&hidden=4-2&step=500"),
            Map.entry("hinton", "&data=circle&hidden=8&step=500"),
            Map.entry("contour-map", "&figure=valley"),
            Map.entry("profile", "&figure=descent"));

    /** Buttons to press before the figure shows anything. */
    private static final Map<String, String> PRESSES = Map.of(
            "seeds", "Train 8 seeds",
            "counting", "Count and time both ways",
            "ablation", "Take each unit out",
            "rules", "Train with both rules",
            "step-times", "Time one step",
            "prove-it", "Prove it",
            "digit-pad", "Put in an example",
            "pixel-shares", "Put in an example");

    /** Figures whose parts lie on the whole stage. */
    private static final Set<String> WHOLE_STAGE =
            Set.of("timeline", "landscape", "pixel-shares", "sketch", "training-speed");

    private static Path file(Demo demo, String theme) {
        return STATIC.resolve(Gallery.folder(demo)).resolve(theme + ".webp");
    }

    private static List<Demo> demos() {
        return WidgetRoutes.demos(WidgetsReader.onClassPath());
    }

    @Test
    void eachDemoPageHasAPictureInBothThemes() throws IOException {
        for (Demo demo : demos()) {
            for (String theme : List.of("light", "dark")) {
                Path file = file(demo, theme);
                assertThat(file)
                        .as("made by this test with -Ddownhill.pictures=%s", demo.name())
                        .exists();
                assertThat(Files.size(file)).as(file.toString()).isBetween(LEAST_BYTES, (long) MOST_BYTES);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "downhill.pictures", matches = ".+")
    void makesThem() throws IOException {
        List<String> wanted = List.of(System.getProperty("downhill.pictures").split(","));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = Chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(WIDTH, HEIGHT)
                            .setDeviceScaleFactor(0.8)
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE))) {
                Page page = context.newPage();
                for (Demo demo : demos()) {
                    if (wanted.contains("all") || wanted.contains(demo.name())) {
                        Files.write(file(demo, scheme.name().toLowerCase(Locale.ROOT)), picture(page, demo));
                    }
                }
            }
        }
    }

    private byte[] picture(Page page, Demo demo) {
        String name = demo.name();
        page.navigate(origin + "/widgets/" + name + "?embed=1" + SETTINGS.getOrDefault(name, ""));
        until(page, "!!document.querySelector('x-stage')?.picture");
        until(page, "!document.querySelector(':not(:defined)')");
        prepare(page, name);
        page.evaluate("document.querySelector('.heading').hidden = true");
        page.waitForTimeout(name.equals("speed") ? 12_000 : 2500);
        page.evaluate("scrollTo(0, 0)");
        Locator figure = page.locator(
                        WHOLE_STAGE.contains(name)
                                        || page.locator("x-stage x-" + name).count() == 0
                                ? "x-stage"
                                : "x-stage x-" + name)
                .first();
        var box = figure.boundingBox();
        double top = box.height > HEIGHT - 20 ? box.y - 12 : box.y + box.height / 2 - HEIGHT / 2.0;
        double lowest = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue() - HEIGHT;
        byte[] png = page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.PNG)
                .setFullPage(true)
                .setClip(0, Math.max(0, Math.min(top, lowest)), WIDTH, HEIGHT));
        return webp(page, png);
    }

    private static void prepare(Page page, String name) {
        Locator forward = page.locator(".hill-stage [data-key='.']");
        for (int step = 0; forward.count() > 0 && step < 9; step++) {
            forward.first().click();
            page.waitForTimeout(300);
        }
        if (Set.of("tug-of-war", "prove-it", "wiggle", "neuron").contains(name)) {
            page.evaluate("document.querySelector('x-stage').select({ kind: 'weight', at: [1, 0, 0] }, 'hold')");
        }
        if (name.equals("wiggle")) {
            page.locator("x-wiggle input[type=range]").first().focus();
            for (int press = 0; press < 24; press++) {
                page.keyboard().press(press < 8 ? "ArrowLeft" : "ArrowRight");
                page.waitForTimeout(150);
            }
        }
        if (PRESSES.containsKey(name)) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(PRESSES.get(name)))
                    .first()
                    .click();
            page.waitForTimeout(4000);
        }
    }

    /** The same picture in WebP, which the browser itself writes. */
    private static byte[] webp(Page page, byte[] png) {
        Object data = page.evaluate("""
                async (base64) => {
                    const image = new Image();
                    image.src = `data:image/png;base64,${base64}`;
                    await image.decode();
                    const canvas = document.createElement("canvas");
                    canvas.width = image.naturalWidth;
                    canvas.height = image.naturalHeight;
                    canvas.getContext("2d").drawImage(image, 0, 0);
                    return canvas.toDataURL("image/webp", 0.8).split(",")[1];
                }""", Base64.getEncoder().encodeToString(png));
        return Base64.getDecoder().decode((String) data);
    }
}
