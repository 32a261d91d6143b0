package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
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

/** Tokens open something only if they are new, of the platform, and for this site and this login. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdTokensTest {
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
            ToolSite.isRefused(site.open(begun, platform.sign(message)), wrong.status(), wrong.words());
        }));
    }

    private void isUntrusted(ToolSite.Begun begun, String token) {
        ToolSite.isRefused(site.launch(begun.state(), token), 401, "not signed by a key of your learning platform");
        ToolSite.isRefused(site.prove(begun.state(), token, begun.secret()), 401, "not signed by a key");
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
            ToolSite.isRefused(alone.launch(begun.state(), token), 503, "cannot reach your learning platform");
        }
    }
}
