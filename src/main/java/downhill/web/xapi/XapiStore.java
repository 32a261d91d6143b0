package downhill.web.xapi;

import downhill.json.page.StatementJson;
import downhill.live.launch.Happening;
import downhill.live.launch.StatementStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A learning record store behind HTTP. */
public final class XapiStore implements StatementStore {
    private static final Logger LOG = LoggerFactory.getLogger(XapiStore.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final XapiSettings settings;
    private final URI statements;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public XapiStore(XapiSettings settings) {
        this.settings = settings;
        this.statements = URI.create(settings.endpoint().toString().replaceFirst("/+$", "") + "/statements");
    }

    @Override
    public boolean send(List<Happening> happenings) throws InterruptedException {
        byte[] body = StatementJson.all(happenings.stream().map(this::statement).toList());
        HttpRequest request = HttpRequest.newBuilder(statements)
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + key())
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            boolean mayPass = status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
            if (status >= 300 && !mayPass) {
                LOG.warn("The learning record store refused {} statements with status {}", happenings.size(), status);
            }
            return !mayPass;
        } catch (IOException e) {
            return false;
        }
    }

    private String key() {
        String pair = settings.user() + ":" + settings.password();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private StatementJson statement(Happening happening) {
        return new StatementJson(
                happening.id().toString(),
                StatementJson.Verb.valueOf(happening.verb().name()),
                happening.issuer(),
                happening.learner(),
                settings.site() + "/lessons/" + happening.lesson(),
                happening.question(),
                happening.isRight(),
                happening.time().toString());
    }
}
