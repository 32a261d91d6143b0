package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.archive.NoArchive;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The pages that a platform may open and show in a frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchPagesTest {
    private final TestPlatform platform = new TestPlatform();
    private final ToolSite site = new ToolSite(platform.settings());

    @AfterAll
    void close() {
        site.close();
        platform.close();
    }

    @Test
    void aSiteBelowAPathIsOpenedThere() {
        try (ToolSite mounted = new ToolSite(platform.settings(), new NoArchive(), "/down/hill")) {
            ToolSite.Begun begun = mounted.begin(platform);
            assertThat(begun.sent()).containsEntry("redirect_uri", mounted.origin() + "/lti/launch");
            String target = mounted.origin() + "/lessons/step-size";
            HttpResponse<String> entered =
                    mounted.open(begun, platform.sign(platform.resourceLink(begun.nonce(), target)));
            assertThat(ToolSite.attribute(entered, "data-address")).isEqualTo("/down/hill/lessons/step-size");
            assertThat(entered.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors " + platform.origin());
            for (String outside : List.of("/lessons/step-size", "/down/hillside/lessons", "/down/lessons")) {
                ToolSite.Begun next = mounted.begin(platform);
                String wrong = mounted.origin().replace("/down/hill", outside);
                ToolSite.isRefused(
                        mounted.open(next, platform.sign(platform.resourceLink(next.nonce(), wrong))),
                        400,
                        "does not belong to this site");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> onlyPagesOfTheCourseAreOpened() {
        String origin = site.origin();
        return Stream.of(
                        "https://elsewhere.example/lessons/step-size",
                        origin + ".elsewhere.example/lessons/step-size",
                        origin.replace("http://", "http://user@") + "/lessons/step-size",
                        origin.replace("http://", "https://") + "/lessons/step-size",
                        origin.replaceFirst(":\\d+$", ":1") + "/lessons/step-size",
                        origin + "/lessons/no-such-lesson",
                        origin + "/lessons/step-size/999",
                        origin + "/lessons/step-size/../../classes/x",
                        origin + "//elsewhere.example/",
                        origin + "/classes/x",
                        origin + "/api/runs",
                        "javascript:alert(1)",
                        "/lessons/step-size",
                        "not an address")
                .map(target -> DynamicTest.dynamicTest(target, () -> {
                    ToolSite.Begun begun = site.begin(platform);
                    String token = platform.sign(platform.resourceLink(begun.nonce(), target));
                    ToolSite.isRefused(site.open(begun, token), 400, "The activity");
                }));
    }

    @Test
    void theAddressOfTheLaunchItselfLeadsToAllLessons() {
        ToolSite.Begun begun = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), site.origin() + "/lti/launch"));
        assertThat(ToolSite.attribute(site.open(begun, token), "data-address")).isEqualTo("/lessons");
    }

    @Test
    void otherSitesReachTheTwoStepsOfALaunchAndNothingElse() {
        for (String path :
                List.of("/lti/session", "/lti/choose", "/lti/progress", "/join", "/lti/launch/", "/api/visitors")) {
            assertThat(site.post(path, Map.of("x", "y"), ToolSite.CROSS).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(site.post("/lti/launch", Map.of("x", "y"), ToolSite.CROSS).statusCode())
                .isEqualTo(401);
    }

    @Test
    void platformsMayFrameTheCourseAndNothingElse() {
        for (String path : List.of("/lessons", "/lessons/step-size/1", "/playground", "/privacy", "/lti/login")) {
            assertThat(policy(path)).as(path).contains("frame-ancestors " + platform.origin());
        }
        assertThat(policy("/classes/x")).contains("frame-ancestors 'none'");
        assertThat(policy("/boards/x")).contains("frame-ancestors 'none'");
        assertThat(policy("/join")).contains("frame-ancestors 'none'");
        assertThat(policy("/lessons/step-size/1?embed=1")).contains("frame-ancestors *");
    }

    @Test
    void thePrivacyPageSaysWhatIsKeptOfLearnersFromPlatforms() {
        assertThat(site.get("/privacy").body())
                .contains("From a learning platform", "180 days after you last did something")
                .doesNotContain("learning record store");
    }

    private String policy(String path) {
        return site.get(path).headers().firstValue("Content-Security-Policy").orElse("");
    }
}
