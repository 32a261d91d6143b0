package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.sun.net.httpserver.HttpExchange;
import downhill.course.Completion;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.web.xapi.XapiSettings;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A learning record store hears of the learners who come from a platform, under names that say nothing. */
class StatementsTest {
    private static final String SITE = "https://downhill.example.edu";
    private static final String WALK = "{\"start\": [2], \"optimizer\": {\"learningRate\": 0.1}, \"steps\": 3}";
    private static final int LIMIT_SECONDS = 60;

    private final BlockingQueue<Map<?, ?>> statements = new LinkedBlockingQueue<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final TestPlatform platform = new TestPlatform();
    private final ToolSite site = new ToolSite(platform.settings(
            Optional.of(new XapiSettings(URI.create(platform.origin() + "/xapi/"), "downhill", "se:cret", SITE))));

    @BeforeEach
    void open() {
        platform.serve("/xapi/statements", this::take);
    }

    @AfterEach
    void close() {
        site.close();
        platform.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = TestPlatform.body(exchange);
        boolean isGood = "Basic ZG93bmhpbGw6c2U6Y3JldA=="
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && "1.0.3".equals(exchange.getRequestHeaders().getFirst("X-Experience-API-Version"))
                && "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        Integer failure = failures.poll();
        if (isGood && failure == null) {
            try {
                JSONArrayUtils.parse(body).forEach(statement -> statements.add((Map<?, ?>) statement));
            } catch (ParseException e) {
                throw new IOException(e);
            }
        }
        TestPlatform.answer(exchange, failure != null ? failure : isGood ? 200 : 400, "application/json", "[]");
    }

    private Map<?, ?> next() {
        try {
            return Objects.requireNonNull(statements.poll(LIMIT_SECONDS, TimeUnit.SECONDS), "no statement came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Object at(Map<?, ?> tree, String... path) {
        Object value = tree;
        for (String name : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }

    private String launch() {
        ToolSite.Begun begun = site.begin(platform);
        Map<String, Object> message = platform.resourceLink(begun.nonce(), site.origin() + "/lessons/step-size");
        message.remove(Claims.GRADES);
        return ToolSite.attribute(site.open(begun, platform.sign(message)), "data-key");
    }

    private void answer(String key, int scene, String id, String answer) {
        assertThat(site.post(
                                "/lessons/step-size/" + scene + "/answers/" + id,
                                Map.of("answer", answer, "walk", WALK),
                                "Downhill-Launch",
                                key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLessonIsStartedAnsweredAndCompleted() {
        String key = launch();
        Map<?, ?> started = next();
        assertThat(at(started, "verb", "id")).isEqualTo("http://activitystrea.ms/schema/1.0/start");
        assertThat(at(started, "object", "id")).isEqualTo(SITE + "/lessons/step-size");
        assertThat(at(started, "actor", "account", "homePage")).isEqualTo(platform.origin());
        String learner = String.valueOf(at(started, "actor", "account", "name"));
        assertThat(learner).hasSizeGreaterThan(40);
        assertThat(Instant.parse(String.valueOf(at(started, "timestamp")))).isBeforeOrEqualTo(Instant.now());
        assertThat(started.toString()).doesNotContain(TestPlatform.LEARNER, "Jane", "Doe");

        answer(key, 2, "settles", "1");
        Map<?, ?> guessed = next();
        assertThat(at(guessed, "verb", "id")).isEqualTo("http://adlnet.gov/expapi/verbs/answered");
        assertThat(at(guessed, "object", "id")).isEqualTo(SITE + "/lessons/step-size#settles");
        assertThat(guessed.get("result")).isNull();
        answer(key, 2, "settles", "1");
        answer(key, 3, "in-one-step", "2");
        Map<?, ?> wrong = next();
        assertThat(at(wrong, "object", "id")).isEqualTo(SITE + "/lessons/step-size#in-one-step");
        assertThat(at(wrong, "result", "success")).isEqualTo(false);
        assertThat(at(wrong, "actor", "account", "name")).isEqualTo(learner);

        String parts = String.join(
                " ",
                Completion.of(CourseReader.read(Content.onClassPath(), WidgetsReader.onClassPath(), "", warning -> {})
                                .lesson("step-size")
                                .orElseThrow())
                        .parts());
        site.post("/lti/progress", Map.of("lesson", "step-size", "parts", parts), "Downhill-Launch", key);
        Map<?, ?> completed = next();
        assertThat(at(completed, "verb", "id")).isEqualTo("http://adlnet.gov/expapi/verbs/completed");
        assertThat(at(completed, "result", "completion")).isEqualTo(true);
        site.post("/lti/progress", Map.of("lesson", "step-size", "parts", parts), "Downhill-Launch", key);
        assertThat(Stream.of(started, guessed, wrong, completed)
                        .map(each -> each.get("id"))
                        .distinct())
                .hasSize(4);
        assertThat(statements).isEmpty();
    }

    @Test
    void aStoreThatFailsGetsEverythingLaterAndNobodyWaits() {
        failures.addAll(List.of(503, 429));
        String key = launch();
        answer(key, 2, "settles", "1");
        assertThat(at(next(), "verb", "display", "en")).isEqualTo("started");
        assertThat(at(next(), "verb", "display", "en")).isEqualTo("answered");
    }

    @Test
    void thePrivacyPageSaysThatThereIsAStore() {
        assertThat(site.get("/privacy").body())
                .contains("tells a learning record store", "nobody but the record store above hears what you do.")
                .doesNotContain("nobody tracks you");
    }

    @Test
    void learnersWithoutAPlatformAreNotMentioned() {
        answer("", 2, "settles", "1");
        answer("made.9999999999.up", 2, "settles", "1");
        launch();
        assertThat(at(next(), "verb", "display", "en")).isEqualTo("started");
        assertThat(statements).isEmpty();
    }
}
