package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.App;
import downhill.live.ServerLimits;
import downhill.live.archive.Archive;
import downhill.live.archive.NoArchive;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** This app as a site that a platform opens, and a browser without cookies that goes from the one to the other. */
public final class ToolSite implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final App app;
    private final int port;
    private final String base;

    /** Starts on a free port; it keeps nothing. */
    public ToolSite(LtiSettings settings) {
        this(settings, new NoArchive());
    }

    ToolSite(LtiSettings settings, Archive archive) {
        this(settings, archive, "");
    }

    ToolSite(LtiSettings settings, Archive archive, String base) {
        this.base = base;
        app = new App(
                new ServerSettings(0, "127.0.0.1", base, Optional.empty()), ServerLimits.DEFAULT, archive, settings);
        port = app.start();
    }

    /** The site's address. */
    public String origin() {
        return "http://127.0.0.1:" + port + base;
    }

    /** A login that has begun: the fields that the platform gets, and the secret that the browser keeps. */
    record Begun(Map<String, String> sent, String secret) {
        String nonce() {
            return sent.getOrDefault("nonce", "");
        }

        String state() {
            return sent.getOrDefault("state", "");
        }
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    /** Sends a form as a page does. */
    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The announcement of a learner by a platform. */
    Map<String, String> announcement(TestPlatform platform, String target) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("iss", platform.origin());
        fields.put("login_hint", "377 & co");
        fields.put("target_link_uri", target);
        fields.put("lti_message_hint", "msg-hint");
        fields.put("client_id", TestPlatform.CLIENT);
        fields.put("lti_deployment_id", TestPlatform.DEPLOYMENT);
        return fields;
    }

    Begun begin(TestPlatform platform) {
        return begun(post("/lti/login", announcement(platform, origin() + "/lessons/step-size"), CROSS));
    }

    /** The platform's address with a login that another browser began. */
    public String begunElsewhere(TestPlatform platform) {
        return attribute(post("/lti/login", announcement(platform, origin() + "/lessons"), CROSS), "data-address");
    }

    static final String[] CROSS = {"Sec-Fetch-Site", "cross-site", "Origin", "https://platform.example"};

    static Begun begun(HttpResponse<String> page) {
        String address = attribute(page, "data-address");
        return new Begun(
                TestPlatform.fields(address.substring(address.indexOf('?') + 1)), attribute(page, "data-secret"));
    }

    static String attribute(HttpResponse<String> page, String name) {
        return find(page, Pattern.quote(name) + "=\"([^\"]*)\"");
    }

    static String hidden(HttpResponse<String> page, String name) {
        return find(page, "name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    private static String find(HttpResponse<String> page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + page.statusCode() + " " + page.body());
        }
        return found.group(1).replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** The platform's answer, as the browser brings it. */
    HttpResponse<String> launch(String state, String token) {
        return post("/lti/launch", Map.of("state", state, "id_token", token), CROSS);
    }

    /** The browser's proof. */
    HttpResponse<String> prove(String state, String token, String secret) {
        return post(
                "/lti/session",
                Map.of("state", state, "id_token", token, "secret", secret),
                "Sec-Fetch-Site",
                "same-origin");
    }

    /** The whole way of a message that answers a login. */
    HttpResponse<String> open(Begun begun, String token) {
        HttpResponse<String> proof = launch(begun.state(), token);
        return proof.statusCode() == 200
                ? prove(hidden(proof, "state"), hidden(proof, "id_token"), begun.secret())
                : proof;
    }

    /** The answer is a page that says in words why nothing was opened. */
    static void isRefused(HttpResponse<String> page, int status, String words) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("This link could not be opened", words).doesNotContain("data-address");
    }

    @Override
    public void close() {
        app.close();
    }
}
