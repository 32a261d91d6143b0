package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A teacher chooses an activity, and the platform gets a signed link to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoosingTest {
    private final TestPlatform platform = new TestPlatform();
    private final ToolSite site = new ToolSite(platform.settings());

    ChoosingTest() {
        platform.gradebook().trust(site.origin() + "/lti/keys");
    }

    @AfterAll
    void close() {
        site.close();
        platform.close();
    }

    private HttpResponse<String> offer() {
        ToolSite.Begun begun = site.begin(platform);
        return site.open(begun, platform.sign(platform.deepLinking(begun.nonce())));
    }

    private HttpResponse<String> choose(String choice, String activity, String figure) {
        return site.post("/lti/choose", Map.of("choice", choice, "activity", activity, "figure", figure));
    }

    private Map<?, ?> item(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        JWTClaimsSet claims = platform.gradebook().verified(ToolSite.hidden(page, "JWT"));
        var items = (List<?>) Objects.requireNonNull(claims.getClaim(Claims.DEEP_LINKING + "content_items"));
        assertThat(items).hasSize(1);
        return (Map<?, ?>) items.getFirst();
    }

    @Test
    void theLessonsTheFiguresAndThePlaygroundAreOffered() {
        HttpResponse<String> offer = offer();
        assertThat(offer.statusCode()).isEqualTo(200);
        assertThat(offer.body())
                .contains("value=\"lessons/the-hill\"", "value=\"lessons/step-size\"", "value=\"playground\"")
                .contains("<option value=\"network\">")
                .doesNotContain("Jane");
    }

    @Test
    void aChosenLessonGoesBackWithAColumnForItsScore() {
        HttpResponse<String> page = choose(ToolSite.hidden(offer(), "choice"), "lessons/step-size", "");
        Map<?, ?> item = item(page);
        assertThat(item.get("type")).isEqualTo("ltiResourceLink");
        assertThat(item.get("url")).isEqualTo(site.origin() + "/lessons/step-size");
        assertThat(String.valueOf(item.get("title"))).isNotEmpty();
        assertThat(String.valueOf(item.get("lineItem"))).contains("scoreMaximum", "step-size");

        JWTClaimsSet claims = platform.gradebook().verified(ToolSite.hidden(page, "JWT"));
        assertThat(claims.getIssuer()).isEqualTo(TestPlatform.CLIENT);
        assertThat(claims.getAudience()).containsExactly(platform.origin());
        assertThat(claims.getExpirationTime().toInstant()).isAfter(Instant.now());
        assertThat(String.valueOf(claims.getClaim("nonce"))).hasSizeGreaterThan(20);
        assertThat(claims.getClaims())
                .containsEntry(Claims.LTI + "message_type", "LtiDeepLinkingResponse")
                .containsEntry(Claims.LTI + "version", "1.3.0")
                .containsEntry(Claims.LTI + "deployment_id", TestPlatform.DEPLOYMENT)
                .containsEntry(Claims.DEEP_LINKING + "data", "csrftoken:c7fbba78-7b75-46e3-9201-11e6d5f36f53");

        assertThat(page.body()).contains("action=\"" + platform.origin() + "/deep_links\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' " + platform.origin())
                .contains("frame-ancestors " + platform.origin());
    }

    @Test
    void theLinkOpensTheActivity() {
        Object url = item(choose(ToolSite.hidden(offer(), "choice"), "figure", "network"))
                .get("url");
        ToolSite.Begun begun = site.begin(platform);
        HttpResponse<String> opened =
                site.open(begun, platform.sign(platform.resourceLink(begun.nonce(), String.valueOf(url))));
        assertThat(ToolSite.attribute(opened, "data-address")).isEqualTo("/widgets/network");
        Map<?, ?> playground = item(choose(ToolSite.hidden(offer(), "choice"), "playground", ""));
        assertThat(playground.get("url")).isEqualTo(site.origin() + "/playground");
        assertThat(playground.get("lineItem")).isNull();
    }

    @Test
    void aChoiceThatWasNotOfferedIsRefused() {
        String choice = ToolSite.hidden(offer(), "choice");
        for (String activity : List.of("lessons/no-such", "lessons/", "no-such", "figure", "../teachers")) {
            assertThat(choose(choice, activity, "no-such").statusCode())
                    .as(activity)
                    .isEqualTo(400);
        }
        assertThat(choose(choice.substring(0, choice.length() - 4) + "AAAA", "playground", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(choose(site.begin(platform).state(), "playground", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPlatformThatTakesNoLinksOrNamesNoWayBackIsRefused() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("accept_types", List.of("file")),
                Map.of("deep_link_return_url", "javascript:alert(1)"),
                Map.of("deep_link_return_url", "http://elsewhere.example/"),
                Map.of("data", "x".repeat(9000)))) {
            ToolSite.Begun begun = site.begin(platform);
            Map<String, Object> message = platform.deepLinking(begun.nonce());
            TestPlatform.change(message, Claims.DEEP_LINKING + "deep_linking_settings", settings -> {
                settings.putAll(wrong);
                return settings;
            });
            assertThat(site.open(begun, platform.sign(message)).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
    }
}
