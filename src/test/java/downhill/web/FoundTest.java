package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.web.http.ClientAddresses;
import downhill.web.http.ServerSettings;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pages as search engines and link previews find them, also behind a proxy and below a path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundTest {
    private final TestApp app = new TestApp();
    private final TestApp mounted = new TestApp(
            ServerLimits.DEFAULT,
            new ServerSettings(
                    0,
                    "127.0.0.1",
                    "/sub",
                    ClientAddresses.trusting("127.0.0.1"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));

    @AfterAll
    void close() {
        app.close();
        mounted.close();
    }

    private HttpResponse<String> proxied(String path) {
        return mounted.send(mounted.request(path).header("X-Forwarded-Proto", "https"));
    }

    private String behindProxy() {
        return "https://127.0.0.1:" + mounted.port() + "/sub";
    }

    @Test
    void theSiteMapListsPagesThatExistByAbsoluteAddresses() throws Exception {
        HttpResponse<String> map = app.get("/sitemap.xml");
        assertThat(map.statusCode()).isEqualTo(200);
        assertThat(map.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        List<String> addresses = addresses(map.body());
        assertThat(addresses)
                .doesNotHaveDuplicates()
                .contains(
                        app.origin() + "/",
                        app.origin() + "/lessons/the-hill/1",
                        app.origin() + "/playground",
                        app.origin() + "/widgets/network",
                        app.origin() + "/teachers/the-hill")
                .allMatch(address -> address.startsWith(app.origin() + "/"))
                .hasSizeGreaterThan(100);
        for (String address : addresses) {
            if (!address.contains("/lessons/") || address.contains("/the-hill/")) {
                String path = address.substring(app.origin().length());
                HttpResponse<String> page = app.get(path);
                assertThat(page.statusCode()).as(address).isEqualTo(200);
                assertThat(page.body()).contains("<link rel=\"canonical\" href=\"" + address + "\">");
            }
        }
    }

    private static List<String> addresses(String xml) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("loc");
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    void behindAProxyAndBelowAPathTheAddressesAreTheVisitors() throws Exception {
        assertThat(addresses(proxied("/sub/sitemap.xml").body()))
                .contains(behindProxy() + "/lessons/the-hill/1")
                .allMatch(address -> address.startsWith(behindProxy() + "/"));
        HttpResponse<String> robots = proxied("/sub/robots.txt");
        assertThat(robots.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(robots.body()).contains("Disallow: /sub/api/runs", "Sitemap: " + behindProxy() + "/sitemap.xml");
        String scene = proxied("/sub/lessons/the-hill/2").body();
        assertThat(scene).contains("rel=\"canonical\" href=\"" + behindProxy() + "/lessons/the-hill/2\"");
        assertThat(meta(scene, "og:image")).isEqualTo(behindProxy() + "/cards/the-hill.png");
        assertThat(app.send(app.request("/").header("X-Forwarded-Proto", "https"))
                        .body())
                .as("nobody's proxy is believed where none is trusted")
                .contains("rel=\"canonical\" href=\"http://127.0.0.1");
    }

    private static String meta(String page, String name) {
        Matcher found = Pattern.compile("<meta (?:property|name)=\"" + name + "\" content=\"([^\"]*)\">")
                .matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void aLinkPreviewHasTitleWordsAndPicture() {
        String page = app.get("/lessons/the-hill").body();
        assertThat(page).contains("rel=\"canonical\" href=\"" + app.origin() + "/lessons/the-hill/1\"");
        assertThat(meta(page, "og:title")).contains("The hill");
        assertThat(meta(page, "og:description")).isEqualTo("How do you get down a hill that you cannot see?");
        assertThat(meta(page, "og:image:width")).isEqualTo("1200");
        assertThat(meta(page, "og:image:height")).isEqualTo("630");
        assertThat(meta(page, "og:image:alt")).startsWith("Downhill, lesson 1: The hill.");
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(meta(page, "twitter:image")).isEqualTo(app.origin() + "/cards/the-hill.png");
        assertThat(meta(app.get("/glossary").body(), "og:image")).endsWith("/cards/downhill.png");
    }

    @Test
    void aPreviewOfThePlaygroundKeepsItsSettings() {
        String page = app.get("/playground?data=circle&hidden=3").body();
        assertThat(page).contains("rel=\"canonical\" href=\"" + app.origin() + "/playground\"");
        assertThat(meta(page, "og:url")).endsWith("/playground?data=circle&amp;hidden=3");
        assertThat(meta(page, "og:image")).endsWith("/cards/playground.png");
    }
}
