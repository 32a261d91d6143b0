package downhill.web.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import downhill.web.xapi.XapiSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A learning platform with a server and a key pair of its own. It begins with the messages of the specifications' examples. */
public final class TestPlatform implements AutoCloseable {
    static final String CLIENT = "962fa4d8-bcbf-49a0-94b2-2de05ad274af";
    static final String DEPLOYMENT = "07940580-b309-415e-a37c-914d387c1150";
    static final String LEARNER = "a6d5c443-1f51-4783-ba1a-7686ffe3b54a";
    private static final int TOKEN_SECONDS = 300;

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final TestGradebook gradebook;
    private final TestCourse courses;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile List<RSAKey> published = List.of(key);

    /** Starts on a free port. */
    public TestPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gradebook = new TestGradebook(this);
        courses = new TestCourse(this);
        serve("/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, 200, "application/json", new JWKSet(List.copyOf(published)).toString(true));
        });
        server.start();
    }

    /** The answer of a page or a service. */
    interface Service {
        void answer(HttpExchange exchange) throws IOException;
    }

    void serve(String path, Service service) {
        server.createContext(path, service::answer);
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The platform's own key pair. */
    RSAKey key() {
        return key;
    }

    /** The platform's pages. */
    public TestCourse course() {
        return courses;
    }

    /** The platform's gradebook. */
    public TestGradebook gradebook() {
        return gradebook;
    }

    /** Publishes other keys from now on. */
    void publish(RSAKey... keys) {
        published = List.of(keys);
    }

    int keyRequests() {
        return keyRequests.get();
    }

    /** The platform's address, which is also its issuer. */
    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The properties by which a site registers this platform. */
    Properties properties() {
        var properties = new Properties();
        properties.setProperty("test.issuer", origin());
        properties.setProperty("test.client", CLIENT);
        properties.setProperty("test.deployments", "other, " + DEPLOYMENT);
        properties.setProperty("test.login", origin() + "/auth");
        properties.setProperty("test.token", origin() + "/token");
        properties.setProperty("test.keys", origin() + "/keys");
        return properties;
    }

    /** The settings of a site that knows this platform alone. */
    public LtiSettings settings() {
        return settings(Optional.empty());
    }

    /** The same with a learning record store. */
    LtiSettings settings(Optional<XapiSettings> xapi) {
        return LtiSettings.from(properties(), xapi);
    }

    /** The message of an example, made for now and for this platform. */
    Map<String, Object> message(String example, String nonce) {
        try (InputStream file = Objects.requireNonNull(TestPlatform.class.getResourceAsStream(example))) {
            Map<String, Object> message =
                    new HashMap<>(JSONObjectUtils.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
            long now = Instant.now().getEpochSecond();
            message.put("iss", origin());
            message.put("iat", now);
            message.put("exp", now + TOKEN_SECONDS);
            message.put("nonce", nonce);
            return message;
        } catch (IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** A learner's message that opens a page. */
    Map<String, Object> resourceLink(String nonce, String target) {
        Map<String, Object> message = message("resource-link.json", nonce);
        message.put(Claims.LTI + "target_link_uri", target);
        change(message, Claims.GRADES, endpoint -> {
            endpoint.put("lineitem", origin() + TestGradebook.COLUMN + "?type_id=1");
            return endpoint;
        });
        return message;
    }

    /** A teacher's message that asks for a choice. */
    Map<String, Object> deepLinking(String nonce) {
        Map<String, Object> message = message("deep-linking.json", nonce);
        change(message, Claims.DEEP_LINKING + "deep_linking_settings", settings -> {
            settings.put("deep_link_return_url", origin() + "/deep_links");
            return settings;
        });
        return message;
    }

    @SuppressWarnings("unchecked")
    static void change(Map<String, Object> message, String claim, UnaryOperator<Map<String, Object>> change) {
        var value = (Map<String, Object>) Objects.requireNonNull(message.get(claim));
        message.put(claim, change.apply(new HashMap<>(value)));
    }

    /** The message with this platform's signature. */
    String sign(Map<String, Object> message) {
        return sign(
                message,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                signer(key));
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String sign(Map<String, Object> message, JWSHeader header, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(header, JWTClaimsSet.parse(message));
            jwt.sign(signer);
            return jwt.serialize();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The fields of a query or a form. */
    static Map<String, String> fields(String query) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(query.split("&", -1))
                .map(part -> part.split("=", 2))
                .forEach(part -> fields.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
