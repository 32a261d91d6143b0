package downhill.web.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform's gradebook: it gives access tokens for signed assertions alone, and takes scores with a token. */
public final class TestGradebook {
    static final String COLUMN = "/2344/lineitems/1234/lineitem";

    /** The access token of the specification's example. */
    private static final String TOKEN = "dkj4985kjaIAJDJ89kl8rkn5";

    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private static final int LIMIT_SECONDS = 60;

    private final TestPlatform platform;
    private final BlockingQueue<Map<String, Object>> scores = new LinkedBlockingQueue<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String toolKeys = "";

    TestGradebook(TestPlatform platform) {
        this.platform = platform;
        platform.serve("/token", this::token);
        platform.serve(COLUMN + "/scores", this::score);
    }

    /** Fetches the tool's public keys there. */
    public void trust(String keys) {
        toolKeys = keys;
    }

    /** Answers the next request for a score with this status. */
    void failNext(int status) {
        failures.add(status);
    }

    int tokens() {
        return tokens.get();
    }

    /** The next score that comes in. */
    public Map<String, Object> next() {
        try {
            Map<String, Object> score = scores.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (score == null) {
                throw new AssertionError("no score came");
            }
            return score;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean isEmpty() {
        return scores.isEmpty();
    }

    /** The claims of a token that the tool signed with a key that it publishes. */
    public JWTClaimsSet verified(String token) {
        try {
            String keys = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(toolKeys)).build(), BodyHandlers.ofString())
                    .body();
            SignedJWT jwt = SignedJWT.parse(token);
            var key =
                    JWKSet.parse(keys).getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
            if (!jwt.verify(new RSASSAVerifier(key))) {
                throw new AssertionError("wrong signature");
            }
            return jwt.getJWTClaimsSet();
        } catch (IOException | ParseException | JOSEException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> fields = TestPlatform.fields(TestPlatform.body(exchange));
        JWTClaimsSet claims = verified(fields.getOrDefault("client_assertion", ""));
        Instant now = Instant.now();
        boolean isGood = "client_credentials".equals(fields.get("grant_type"))
                && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".equals(fields.get("client_assertion_type"))
                && SCOPE.equals(fields.get("scope"))
                && TestPlatform.CLIENT.equals(claims.getIssuer())
                && TestPlatform.CLIENT.equals(claims.getSubject())
                && claims.getAudience().contains(platform.origin() + "/token")
                && claims.getExpirationTime().toInstant().isAfter(now)
                && !claims.getIssueTime().toInstant().isAfter(now)
                && !claims.getJWTID().isEmpty();
        tokens.incrementAndGet();
        TestPlatform.answer(
                exchange,
                isGood ? 200 : 400,
                "application/json",
                isGood
                        ? "{\"access_token\": \"" + TOKEN
                                + "\", \"token_type\": \"bearer\", \"expires_in\": 3600, \"scope\": \"" + SCOPE + "\"}"
                        : "{\"error\": \"invalid_client\"}");
    }

    private void score(HttpExchange exchange) throws IOException {
        String body = TestPlatform.body(exchange);
        boolean isGood = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && "application/vnd.ims.lis.v1.score+json"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                && exchange.getRequestMethod().equals("POST")
                && "type_id=1".equals(exchange.getRequestURI().getRawQuery());
        Integer failure = failures.poll();
        int status = failure != null ? failure : isGood ? 204 : 400;
        if (status == 204) {
            try {
                scores.add(JSONObjectUtils.parse(body));
            } catch (ParseException e) {
                status = 400;
            }
        }
        TestPlatform.answer(exchange, status, "application/json", "");
    }
}
