package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Figures as files: each widget's, as a drawing and as pixels, with a caption. */
class SaveFigureIT extends Site {
    private static final String MENU = "x-stage:last-of-type details.save-figure >> nth=-1";

    /** Widgets that draw small signs, controls or words only; their numbers are in the tables and texts of the page. */
    private static final Set<String> NO_FIGURES =
            Set.of("timeline", "walk", "walkers", "speed", "value", "readout", "log-range", "describe", "notice");

    /** Figures that show nothing before somebody presses their button. */
    private static final Set<String> AFTER_A_PRESS = Set.of("Step times", "Two rules", "Without one unit", "Nudge");

    private static void openMenu(Page page) {
        until(page, "!!document.querySelector('x-stage[data-step], x-stage')?.picture");
        until(page, "!document.querySelector(':not(:defined)')");
        page.locator(MENU).locator("> summary").click();
        until(page, "!!document.querySelector('x-save-figure:last-of-type li, x-save-figure .note:not(:empty)')");
    }

    private static Download save(Page page, Locator button) {
        return page.waitForDownload(button::click);
    }

    private static Document parsed(Download file) throws Exception {
        var builder = DocumentBuilderFactory.newInstance();
        builder.setNamespaceAware(true);
        try (var in = Files.newInputStream(file.path())) {
            return builder.newDocumentBuilder().parse(in);
        }
    }

    private static BufferedImage pixels(Download file) throws IOException {
        return ImageIO.read(file.path().toFile());
    }

    /** Holds a file to its promises: it is drawn, explains itself and needs nothing else. */
    private static Element checked(Document svg, String name) throws IOException {
        Element root = svg.getDocumentElement();
        assertThat(root.getLocalName()).as(name).isEqualTo("svg");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .as(name)
                .isNotBlank();
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .as(name)
                .hasSizeGreaterThan(30);
        NodeList all = root.getElementsByTagName("*");
        int drawn = 0;
        int words = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (int k = 0; k < element.getAttributes().getLength(); k++) {
                String value = element.getAttributes().item(k).getNodeValue();
                String key = element.getAttributes().item(k).getNodeName();
                if (!key.startsWith("xmlns") && !value.startsWith("data:image/png;base64,")) {
                    assertThat(value).as(name + " " + key).doesNotContain("http", "var(", "url(\"", "light-dark");
                }
                assertThat(key).as(name).isNotIn("style", "class", "onclick");
            }
            assertThat(element.getLocalName()).as(name).isNotIn("style", "script", "foreignObject", "a");
            Element parent = (Element) element.getParentNode();
            if (parent.getAttribute("data-part").equals("caption")) {
                words++;
            } else if (Set.of("path", "line", "rect", "circle", "text", "image", "polyline", "polygon")
                    .contains(element.getLocalName())) {
                drawn++;
            }
        }
        assertThat(words).as(name + ": lines of its caption").isGreaterThan(2);
        // The ground is a rectangle too.
        assertThat(drawn).as(name + ": shapes").isGreaterThan(1);
        return root;
    }

    private static boolean isTwice(BufferedImage image, Element root) {
        return image.getWidth() == 2 * Integer.parseInt(root.getAttribute("width"))
                && image.getHeight() == 2 * Integer.parseInt(root.getAttribute("height"));
    }

    private static boolean isBlank(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight() / 2; y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void everyFigureIsSavedWithItsCaption() throws Exception {
        Set<String> saved = new HashSet<>();
        Set<String> without = new HashSet<>();
        Set<String> declared = new HashSet<>();
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets");
            List<String> pages = page.locator(".demos a[href]:not([data-part])").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .distinct()
                    .toList();
            for (String demo : pages) {
                Tab.visit(page, origin + demo);
                if (page.locator(MENU).count() == 0) {
                    continue;
                }
                openMenu(page);
                until(page, "[...document.querySelectorAll('x-surface canvas')].every((canvas) => canvas.width > 300)");
                for (Object name : (List<?>)
                        page.evaluate(
                                "[...document.querySelectorAll('x-stage *')].filter((e) => e.figure).map((e) => e.figure.name)")) {
                    declared.add((String) name);
                }
                for (Object name : (List<?>) page.evaluate("""
                        [...document.querySelectorAll("x-stage *")].filter((e) => e.figure === null && [...e.querySelectorAll("svg, canvas")]
                            .some((drawing) => !drawing.closest("button, summary, label"))).map((e) => e.localName.slice(2))""")) {
                    without.add((String) name);
                }
                for (String name : saveNew(page, saved)) {
                    saved.add(name);
                }
            }
        }
        declared.removeAll(AFTER_A_PRESS);
        assertThat(saved).as("figures that were saved").containsAll(declared).hasSizeGreaterThan(28);
        without.removeAll(NO_FIGURES);
        assertThat(without)
                .as("widgets that draw without a name for their figure")
                .isEmpty();
    }

    private static List<String> saveNew(Page page, Set<String> known) throws Exception {
        List<String> names = new ArrayList<>();
        for (Locator row : page.locator("x-save-figure").last().locator("li").all()) {
            String name = row.locator("span").textContent();
            if (known.contains(name)) {
                continue;
            }
            Download drawing = save(page, row.locator("[data-kind=svg]"));
            assertThat(drawing.suggestedFilename()).matches("downhill-[a-z0-9-]+\\.svg");
            Element root = checked(parsed(drawing), name);
            Download file = save(page, row.locator("[data-kind=png]"));
            assertThat(file.suggestedFilename())
                    .isEqualTo(drawing.suggestedFilename().replace(".svg", ".png"));
            BufferedImage image = pixels(file);
            for (int again = 0; again < 5 && !isTwice(image, root); again++) {
                // Its pictures came only after the first file.
                root = checked(parsed(save(page, row.locator("[data-kind=svg]"))), name);
                image = pixels(save(page, row.locator("[data-kind=png]")));
            }
            assertThat(image.getWidth()).as(name).isEqualTo(2 * Integer.parseInt(root.getAttribute("width")));
            assertThat(image.getHeight()).as(name).isEqualTo(2 * Integer.parseInt(root.getAttribute("height")));
            assertThat(isBlank(image)).as(name + " is blank").isFalse();
            names.add(name);
        }
        return names;
    }

    /** A dark page saves what is readable on white paper, and stays dark. */
    @Test
    void aDarkPageSavesLightFigures() throws Exception {
        try (Tab tab = new Tab(Look.PHONE_DARK)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets/sensitivity");
            openMenu(page);
            for (Locator row :
                    page.locator("x-save-figure").last().locator("li").all()) {
                BufferedImage image = pixels(save(page, row.locator("[data-kind=png]")));
                assertThat(image.getRGB(2, 2) & 0xff).isGreaterThan(230);
            }
            Element root = checked(
                    parsed(save(
                            page, page.locator("x-save-figure [data-kind=svg]").last())),
                    "dark");
            Element words = (Element) root.getElementsByTagName("text").item(0);
            assertThat(words.getAttribute("fill"))
                    .as("the light theme's soft ink")
                    .isEqualTo("rgb(92, 87, 77)");
            assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo("rgb(239, 233, 221)");
        }
    }

    @Test
    void wordsThatLieOnAPictureLieOnItInTheFileToo() throws Exception {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/widgets/decision-map");
            openMenu(page);
            Element root = checked(
                    parsed(save(
                            page, page.locator("x-save-figure [data-kind=svg]").first())),
                    "Decision map");
            NodeList all = root.getElementsByTagName("*");
            List<String> order = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                boolean isText = all.item(i).getNodeName().equals("text");
                order.add(isText ? all.item(i).getTextContent() : all.item(i).getNodeName());
            }
            assertThat(order.subList(order.indexOf("image") + 1, order.size()))
                    .anyMatch(text -> text.matches("x₂|input 2"));
        }
    }

    @Test
    void keysAndTheMenuOfThePlaygroundLeadToTheFigures() throws Exception {
        try (Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            Tab.visit(page, origin + "/playground?data=xor&hidden=3");
            page.locator("#stage[data-step]").waitFor();
            page.keyboard().press("s");
            page.locator(".asides x-save-figure li").first().waitFor();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.ariaLabel")).isEqualTo("Save Network diagram as SVG");
            Download file = page.waitForDownload(() -> page.keyboard().press("Enter"));
            assertThat(file.suggestedFilename()).isEqualTo("downhill-network-diagram-xor-step-0.svg");
            page.locator("#take-along > summary").click();
            page.locator("#take-along details > summary").click();
            page.locator("#take-along x-save-figure li").nth(2).waitFor();
            assertThat(page.locator("#take-along x-save-figure li span").allTextContents())
                    .contains("Network diagram", "Decision map", "Cost chart");
            tab.fits();
            tab.isAccessible();
        }
    }
}
