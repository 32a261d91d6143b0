package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardRoutesTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void aCardMayBeKeptAndShownAnywhere() {
        HttpResponse<String> card = app.send(app.anonymous("/cards/the-hill.png"));
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(card.headers().firstValue("Cache-Control")).contains("public, max-age=86400");
        assertThat(card.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(card.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = card.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = app.send(app.request("/cards/the-hill.png").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void siteAndPlaygroundHaveCardsOfTheirOwn() {
        String site =
                app.get("/cards/downhill.png").headers().firstValue("ETag").orElseThrow();
        String playground =
                app.get("/cards/playground.png").headers().firstValue("ETag").orElseThrow();
        assertThat(site).isNotEqualTo(playground);
    }

    @Test
    void theSiteCanBeInstalledWhereItIsMounted() {
        try (TestApp mounted = new TestApp(ServerLimits.DEFAULT, "/sub")) {
            HttpResponse<String> page = mounted.get("/sub/glossary");
            assertThat(page.body()).contains("<link rel=\"manifest\" href=\"/sub/manifest.webmanifest\">");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("manifest-src 'self'");
            HttpResponse<String> manifest = mounted.get("/sub/manifest.webmanifest");
            assertThat(manifest.headers().firstValue("Content-Type")).contains("application/manifest+json");
            assertThat(TestApp.json(manifest).get("start_url").stringValue()).isEqualTo("/sub/");
            assertThat(TestApp.json(manifest).get("scope").stringValue()).isEqualTo("/sub/");
            for (JsonNode icon : TestApp.json(manifest).get("icons")) {
                HttpResponse<String> picture = mounted.get(icon.get("src").stringValue());
                assertThat(picture.statusCode()).isEqualTo(200);
                assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
                assertThat(picture.headers().firstValue("ETag")).isPresent();
            }
            assertThat(mounted.get("/sub/icons/193.png").statusCode()).isEqualTo(404);
        }
        assertThat(TestApp.json(app.get("/manifest.webmanifest"))
                        .get("start_url")
                        .stringValue())
                .isEqualTo("/");
    }

    @Test
    void nothingIsDrawnForAnyOtherName() {
        for (String name :
                new String[] {"no-such-lesson.png", "the-hill.svg", "the-hill", ".png", "..%2Fthe-hill.png"}) {
            HttpResponse<String> refused = app.get("/cards/" + name);
            assertThat(refused.statusCode()).as(name).isBetween(400, 404);
            assertThat(refused.headers().firstValue("Content-Type")).as(name).contains("application/problem+json");
        }
    }
}
