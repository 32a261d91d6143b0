package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import downhill.store.Store;
import downhill.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A platform opens activities, and everything that does not prove itself is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchTest {
    private final TestPlatform platform = new TestPlatform();
    private final ToolSite site = new ToolSite(platform.settings());

    @AfterAll
    void close() {
        site.close();
        platform.close();
    }

    private String lesson() {
        return site.origin() + "/lessons/step-size";
    }

    private static void isRefused(HttpResponse<String> page, int status, String words) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("This link could not be opened", words).doesNotContain("data-address");
    }

    @Test
    void theLoginAsksThePlatformAsTheSpecificationSays() {
        HttpResponse<String> page = site.post("/lti/login", site.announcement(platform, lesson()), ToolSite.CROSS);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(ToolSite.attribute(page, "data-address")).startsWith(platform.origin() + "/auth?");
        ToolSite.Begun begun = ToolSite.begun(page);
        assertThat(begun.sent())
                .containsEntry("scope", "openid")
                .containsEntry("response_type", "id_token")
                .containsEntry("response_mode", "form_post")
                .containsEntry("prompt", "none")
                .containsEntry("client_id", TestPlatform.CLIENT)
                .containsEntry("redirect_uri", site.origin() + "/lti/launch")
                .containsEntry("login_hint", "377 & co")
                .containsEntry("lti_message_hint", "msg-hint");
        assertThat(begun.nonce()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(begun.state()).doesNotContain(begun.secret());
        assertThat(site.begin(platform).nonce()).isNotEqualTo(begun.nonce());
    }

    @Test
    void theLoginMayAlsoBeALink() {
        HttpResponse<String> page = site.get("/lti/login?" + ToolSite.encoded(site.announcement(platform, lesson())));
        assertThat(ToolSite.begun(page).sent()).containsEntry("login_hint", "377 & co");
    }

    @Test
    void anUnknownPlatformIsRefused() {
        Map<String, String> announced = site.announcement(platform, lesson());
        announced.put("iss", "https://elsewhere.example");
        isRefused(site.post("/lti/login", announced, ToolSite.CROSS), 401, "is not set up here");
        Map<String, String> other = site.announcement(platform, lesson());
        other.put("client_id", "someone-else");
        isRefused(site.post("/lti/login", other, ToolSite.CROSS), 401, "is not set up here");
        Map<String, String> nobody = site.announcement(platform, lesson());
        nobody.remove("login_hint");
        isRefused(site.post("/lti/login", nobody, ToolSite.CROSS), 400, "login_hint");
    }

    @Test
    void aLearnerComesToTheLessonWithAKey() {
        ToolSite.Begun begun = site.begin(platform);
        HttpResponse<String> entered = site.open(begun, platform.sign(platform.resourceLink(begun.nonce(), lesson())));
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(ToolSite.attribute(entered, "data-address")).isEqualTo("/lessons/step-size");
        assertThat(ToolSite.attribute(entered, "data-key")).isNotEmpty();
        assertThat(entered.body()).doesNotContain("Jane", "Doe", TestPlatform.LEARNER);
    }

    @Test
    void nobodyHearsOfATeacherOrOfAPageWithoutALesson() {
        ToolSite.Begun begun = site.begin(platform);
        Map<String, Object> teacher = platform.resourceLink(begun.nonce(), lesson());
        teacher.put(Claims.LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
        assertThat(ToolSite.attribute(site.open(begun, platform.sign(teacher)), "data-key"))
                .isEmpty();
        ToolSite.Begun other = site.begin(platform);
        HttpResponse<String> playground = site.open(
                other, platform.sign(platform.resourceLink(other.nonce(), site.origin() + "/playground?rate=0.1")));
        assertThat(ToolSite.attribute(playground, "data-address")).isEqualTo("/playground?rate=0.1");
        assertThat(ToolSite.attribute(playground, "data-key")).isEmpty();
    }

    @Test
    void aLaunchCountsOnce() {
        ToolSite.Begun begun = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), lesson()));
        assertThat(site.open(begun, token).statusCode()).isEqualTo(200);
        isRefused(site.open(begun, token), 401, "was used before");
        isRefused(
                site.open(begun, platform.sign(platform.resourceLink(begun.nonce(), lesson()))),
                401,
                "was used before");
    }

    @Test
    void aUsedLaunchIsRefusedAfterARestartToo(@TempDir Path folder) {
        String token;
        ToolSite.Begun begun;
        LtiSettings settings = platform.settings();
        try (ToolSite first = new ToolSite(settings, Store.open(StoreSettings.sqlite(folder)))) {
            begun = first.begin(platform);
            token = platform.sign(platform.resourceLink(begun.nonce(), first.origin() + "/lessons"));
            assertThat(first.open(begun, token).statusCode()).isEqualTo(200);
        }
        try (ToolSite second = new ToolSite(settings, Store.open(StoreSettings.sqlite(folder)))) {
            isRefused(second.open(begun, token), 401, "was used before");
        }
    }

    @Test
    void onlyTheBrowserThatBeganComesIn() {
        ToolSite.Begun begun = site.begin(platform);
        ToolSite.Begun others = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), lesson()));
        isRefused(site.prove(begun.state(), token, others.secret()), 401, "another browser");
        isRefused(site.prove(begun.state(), token, ""), 401, "another browser");
        assertThat(site.prove(begun.state(), token, begun.secret()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStateThatThisSiteDidNotMakeIsRefused() {
        ToolSite.Begun begun = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), lesson()));
        String other = begun.state().substring(0, begun.state().lastIndexOf('.') + 1) + "A".repeat(43);
        for (String state : List.of(other, "nothing", begun.state() + ".x", begun.secret())) {
            isRefused(site.launch(state, token), 401, "does not belong to a login here");
        }
        isRefused(
                site.post("/lti/launch", Map.of("id_token", token), ToolSite.CROSS), 401, "does not belong to a login");
        isRefused(site.post("/lti/launch", Map.of("state", begun.state()), ToolSite.CROSS), 400, "no id_token");
    }

    @Test
    void thePlatformsOwnRefusalIsShownAsText() {
        HttpResponse<String> page = site.post(
                "/lti/launch",
                Map.of("error", "login_required", "error_description", "<b>Sign in</b>"),
                ToolSite.CROSS);
        isRefused(page, 401, "&lt;b&gt;Sign in&lt;/b&gt;");
    }

    private record Wrong(String name, int status, String words, Consumer<Map<String, Object>> change) {}

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private Stream<Wrong> wrongs() {
        String deployment = Claims.LTI + "deployment_id";
        long hour = Duration.ofHours(1).toSeconds();
        return Stream.of(
                new Wrong("issuer", 401, "another site", m -> m.put("iss", "https://elsewhere.example")),
                new Wrong("audience", 401, "another site", m -> m.put("aud", List.of("another-client"))),
                new Wrong("no audience", 401, "another site", m -> m.remove("aud")),
                new Wrong("authorized party", 401, "another site", m -> m.put("azp", "another-client")),
                new Wrong("several audiences and no authorized party", 401, "another site", m -> {
                    m.put("aud", List.of(TestPlatform.CLIENT, "another-client"));
                    m.remove("azp");
                }),
                new Wrong("expired", 401, "too old", m -> m.put("exp", now() - 120)),
                new Wrong("no expiry", 401, "too old", m -> m.remove("exp")),
                new Wrong("made long ago", 401, "too old", m -> m.put("iat", now() - hour)),
                new Wrong("made in the future", 401, "too old", m -> m.put("iat", now() + hour)),
                new Wrong("no time", 401, "too old", m -> m.remove("iat")),
                new Wrong("not before", 401, "too old", m -> m.put("nbf", now() + hour)),
                new Wrong("no nonce", 401, "does not belong to this login", m -> m.remove("nonce")),
                new Wrong("nonce", 401, "does not belong to this login", m -> m.put("nonce", "another")),
                new Wrong("deployment", 401, "not set up for this part", m -> m.put(deployment, "unknown")),
                new Wrong("no deployment", 401, "not set up for this part", m -> m.remove(deployment)),
                new Wrong("version", 400, "LTI 1.3", m -> m.put(Claims.LTI + "version", "1.1")),
                new Wrong(
                        "message", 400, "unknown here", m -> m.put(Claims.LTI + "message_type", "LtiStartProctoring")),
                new Wrong("no link", 400, "which activity", m -> m.remove(Claims.LTI + "resource_link")));
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotForThisLoginIsRefused() {
        return wrongs().map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> {
            ToolSite.Begun begun = site.begin(platform);
            Map<String, Object> message = platform.resourceLink(begun.nonce(), lesson());
            wrong.change().accept(message);
            isRefused(site.open(begun, platform.sign(message)), wrong.status(), wrong.words());
        }));
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
                    isRefused(site.open(begun, token), 400, "The activity");
                }));
    }

    @Test
    void theAddressOfTheLaunchItselfLeadsToAllLessons() {
        ToolSite.Begun begun = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), site.origin() + "/lti/launch"));
        assertThat(ToolSite.attribute(site.open(begun, token), "data-address")).isEqualTo("/lessons");
    }

    private void isUntrusted(ToolSite.Begun begun, String token) {
        isRefused(site.launch(begun.state(), token), 401, "not signed by a key of your learning platform");
        isRefused(site.prove(begun.state(), token, begun.secret()), 401, "not signed by a key");
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String key) {
        return new JWSHeader.Builder(algorithm).keyID(key).build();
    }

    @Test
    void onlyASignatureByAPublishedKeyCounts() throws JOSEException, ParseException {
        ToolSite.Begun begun = site.begin(platform);
        Map<String, Object> message = platform.resourceLink(begun.nonce(), lesson());
        RSAKey own = platform.key();
        RSAKey foreign = TestPlatform.newKey();
        isUntrusted(
                begun,
                TestPlatform.sign(message, header(JWSAlgorithm.RS256, own.getKeyID()), TestPlatform.signer(foreign)));
        isUntrusted(
                begun,
                TestPlatform.sign(
                        message, header(JWSAlgorithm.RS256, foreign.getKeyID()), TestPlatform.signer(foreign)));
        isUntrusted(begun, TestPlatform.sign(message, new JWSHeader(JWSAlgorithm.RS256), TestPlatform.signer(own)));
        isUntrusted(
                begun,
                TestPlatform.sign(message, header(JWSAlgorithm.RS512, own.getKeyID()), TestPlatform.signer(own)));
        isUntrusted(begun, new PlainJWT(JWTClaimsSet.parse(message)).serialize());
        byte[] publicKey = own.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        for (byte[] secret : List.of(publicKey, own.toRSAPublicKey().getEncoded())) {
            isUntrusted(
                    begun,
                    TestPlatform.sign(message, header(JWSAlgorithm.HS256, own.getKeyID()), new MACSigner(secret)));
        }
        String good = platform.sign(message);
        String[] parts = good.split("\\.", -1);
        isUntrusted(begun, parts[0] + "." + parts[1] + ".");
        isUntrusted(begun, parts[0] + "." + parts[1].substring(0, 20) + "B" + parts[1].substring(21) + "." + parts[2]);
        isUntrusted(begun, "not a token");
        assertThat(site.open(begun, good).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownKeysMakeTheServerAskAtMostOnceInAWhile() {
        try (TestPlatform other = new TestPlatform();
                ToolSite alone = new ToolSite(other.settings())) {
            for (int i = 0; i < 20; i++) {
                ToolSite.Begun begun = alone.begin(other);
                RSAKey foreign = i == 0 ? other.key() : platform.key();
                String token = TestPlatform.sign(
                        other.resourceLink(begun.nonce(), alone.origin() + "/lessons"),
                        header(JWSAlgorithm.RS256, foreign.getKeyID()),
                        TestPlatform.signer(foreign));
                assertThat(alone.launch(begun.state(), token).statusCode()).isEqualTo(i == 0 ? 200 : 401);
            }
            assertThat(other.keyRequests()).isEqualTo(1);
        }
    }

    @Test
    void aPlatformThatCannotBeAskedIsNoMistakeOfTheLearner() {
        TestPlatform gone = new TestPlatform();
        try (ToolSite alone = new ToolSite(gone.settings())) {
            ToolSite.Begun begun = alone.begin(gone);
            String token = gone.sign(gone.resourceLink(begun.nonce(), alone.origin() + "/lessons"));
            gone.close();
            isRefused(alone.launch(begun.state(), token), 503, "cannot reach your learning platform");
        }
    }

    @Test
    void thePublicKeyIsPublishedAndThePrivateOneIsNot(@TempDir Path folder) throws ParseException {
        String first;
        try (ToolSite one = new ToolSite(platform.settings(), Store.open(StoreSettings.sqlite(folder)))) {
            first = one.get("/lti/keys").body();
        }
        RSAKey key = JWKSet.parse(first).getKeys().getFirst().toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.size()).isEqualTo(2048);
        assertThat(key.getKeyID()).isNotEmpty();
        assertThat(first).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        try (ToolSite two = new ToolSite(platform.settings(), Store.open(StoreSettings.sqlite(folder)))) {
            assertThat(two.get("/lti/keys").body()).isEqualTo(first);
        }
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
        assertThat(policy("/teachers")).contains("frame-ancestors 'none'");
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
