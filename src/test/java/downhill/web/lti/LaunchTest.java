package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import downhill.store.Store;
import downhill.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A platform opens activities, each once, in the browser that began. */
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
        ToolSite.isRefused(site.post("/lti/login", announced, ToolSite.CROSS), 401, "is not set up here");
        Map<String, String> other = site.announcement(platform, lesson());
        other.put("client_id", "someone-else");
        ToolSite.isRefused(site.post("/lti/login", other, ToolSite.CROSS), 401, "is not set up here");
        Map<String, String> nobody = site.announcement(platform, lesson());
        nobody.remove("login_hint");
        ToolSite.isRefused(site.post("/lti/login", nobody, ToolSite.CROSS), 400, "login_hint");
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
        ToolSite.isRefused(site.open(begun, token), 401, "was used before");
        ToolSite.isRefused(
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
            ToolSite.isRefused(second.open(begun, token), 401, "was used before");
        }
    }

    @Test
    void aLoginThatBeganAtOneServerEndsAtAnotherOfTheSameDatabase(@TempDir Path folder) {
        Store store = Store.open(StoreSettings.sqlite(folder));
        try (ToolSite one = new ToolSite(platform.settings(), store);
                ToolSite other = new ToolSite(platform.settings(), store)) {
            ToolSite.Begun begun = one.begin(platform);
            String token = platform.sign(platform.resourceLink(begun.nonce(), other.origin() + "/lessons"));
            assertThat(other.open(begun, token).statusCode()).isEqualTo(200);
            ToolSite.isRefused(one.open(begun, token), 401, "was used before");
        }
    }

    @Test
    void aLearnerHasOneCodeInAllLessonsAndItIsNotTheName() {
        String first = owner("learner-one", "/lessons/step-size");
        assertThat(first).hasSize(16).isEqualTo(owner("learner-one", "/lessons/the-hill"));
        assertThat(owner("learner-two", "/lessons/the-hill")).hasSize(16).isNotEqualTo(first);
    }

    private String owner(String learner, String path) {
        ToolSite.Begun begun = site.begin(platform);
        Map<String, Object> message = platform.resourceLink(begun.nonce(), site.origin() + path);
        message.put("sub", learner);
        return ToolSite.attribute(site.open(begun, platform.sign(message)), "data-owner");
    }

    @Test
    void onlyTheBrowserThatBeganComesIn() {
        ToolSite.Begun begun = site.begin(platform);
        ToolSite.Begun others = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), lesson()));
        ToolSite.isRefused(site.prove(begun.state(), token, others.secret()), 401, "another browser");
        ToolSite.isRefused(site.prove(begun.state(), token, ""), 401, "another browser");
        assertThat(site.prove(begun.state(), token, begun.secret()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStateThatThisSiteDidNotMakeIsRefused() {
        ToolSite.Begun begun = site.begin(platform);
        String token = platform.sign(platform.resourceLink(begun.nonce(), lesson()));
        String other = begun.state().substring(0, begun.state().lastIndexOf('.') + 1) + "A".repeat(43);
        for (String state : List.of(other, "nothing", begun.state() + ".x", begun.secret())) {
            ToolSite.isRefused(site.launch(state, token), 401, "does not belong to a login here");
        }
        ToolSite.isRefused(
                site.post("/lti/launch", Map.of("id_token", token), ToolSite.CROSS), 401, "does not belong to a login");
        ToolSite.isRefused(
                site.post("/lti/launch", Map.of("state", begun.state()), ToolSite.CROSS), 400, "no id_token");
    }

    @Test
    void thePlatformsOwnRefusalIsShownAsText() {
        HttpResponse<String> page = site.post(
                "/lti/launch",
                Map.of("error", "login_required", "error_description", "<b>Sign in</b>"),
                ToolSite.CROSS);
        ToolSite.isRefused(page, 401, "&lt;b&gt;Sign in&lt;/b&gt;");
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
}
