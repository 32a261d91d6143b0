package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.descent.rule.Hyperparameter;
import downhill.json.ApiDescription;
import downhill.json.ApiDescription.Operation;
import downhill.live.RunBuilder;
import downhill.live.Runs;
import downhill.live.ServerLimits;
import downhill.live.Uploads;
import downhill.live.Visitors;
import downhill.live.archive.NoArchive;
import downhill.live.room.Classes;
import downhill.live.watch.FrameMaker;
import downhill.live.work.Trainer;
import downhill.train.history.Footprint;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import downhill.web.api.ApiExample;
import downhill.web.http.ServerSettings;
import downhill.web.lti.Lti;
import downhill.web.lti.LtiSettings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionTest {
    private static final Pattern READING = Pattern.compile("/(readings|accuracies|drawings)$");
    private static final String DIGITS = """
            {"data": {"name": "digits", "count": 20}, "network": {"layers": [784, 4, 10], "activations": ["tanh", "softmax"]}}""";

    private final TestApp app = new TestApp();
    private final String text = app.get("/api/openapi.json").body();
    private final JsonNode document = TestApp.json(app.get("/api/openapi.json"));
    private final List<Operation> operations =
            ApiDescription.read(text.getBytes(StandardCharsets.UTF_8)).groups().stream()
                    .flatMap(group -> group.operations().stream())
                    .toList();

    @AfterAll
    void close() {
        app.close();
    }

    /** A builder for a server that is never asked for a run. */
    private static final class NoRuns implements RunBuilder {
        @Override
        public Footprint footprint(RunSpec spec) {
            throw new IllegalStateException();
        }

        @Override
        public History start(RunSpec spec) {
            throw new IllegalStateException();
        }
    }

    List<Operation> operations() {
        return operations;
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedOneExists() {
        var trainer = new Trainer(2);
        var none = new NoArchive();
        try (var runs = new Runs(
                        new NoRuns(), new FrameMaker(), trainer, ServerLimits.DEFAULT, none, address -> false);
                var classes = new Classes(ServerLimits.DEFAULT, none.classes(), Clock.systemUTC())) {
            var settings = new ServerSettings(0, "127.0.0.1", "", Optional.empty());
            var server = new Server(
                    settings,
                    ServerLimits.DEFAULT,
                    runs,
                    new Uploads(ServerLimits.DEFAULT, none, System::nanoTime),
                    new Visitors(ServerLimits.DEFAULT, none.secret(), System::nanoTime),
                    classes,
                    new Lti(LtiSettings.OFF, settings, none.launches(), none.secret(), Clock.systemUTC()),
                    none.secret());
            List<String> described = operations.stream()
                    .map(operation -> operation.method() + " " + operation.path())
                    .sorted()
                    .toList();
            assertThat(described).isEqualTo(server.interfaceRoutes());
        } finally {
            trainer.close();
        }
    }

    @Test
    void theDocumentIsOpenApiWhoseReferencesAllLead() {
        assertThat(document.get("openapi").stringValue()).isEqualTo("3.1.0");
        var references = new TreeSet<String>();
        document.findValues("$ref").forEach(reference -> references.add(reference.stringValue()));
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        document.get("components")
                .properties()
                .forEach(part -> part.getValue()
                        .properties()
                        .forEach(e ->
                                assertThat(references).contains("#/components/" + part.getKey() + "/" + e.getKey())));
    }

    @Test
    void theOptimizersNumbersAreThoseThatATweakCanChange() {
        List<String> names =
                Arrays.stream(Hyperparameter.values()).map(Hyperparameter::key).toList();
        JsonNode tweak = document.at("/components/schemas/Tweak/properties/optimizer/properties");
        assertThat(tweak.propertyNames()).containsExactlyInAnyOrderElementsOf(names);
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of("name", "nesterov"));
        assertThat(document.at("/components/schemas/Optimizer/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(all);
    }

    /** A run of which every example of an operation can be asked. */
    private String run(Operation operation) {
        String path = operation.path();
        String run = app.create(
                path.contains("/family")
                        ? FamilyTest.FAMILY
                        : READING.matcher(path).find() ? DIGITS : TestApp.XOR);
        app.post(run + "/steps", "{\"count\": 40}");
        return run.substring("/api/runs/".length());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theAnswerIsWhatTheDescriptionSays(Operation operation) {
        assumeTrue(!operation.stream(), "a stream has no end; its frames are tried one by one");
        JsonNode responses = document.get("paths")
                .get(operation.path())
                .get(operation.method().toLowerCase(java.util.Locale.ROOT))
                .get("responses");
        HttpResponse<String> answer = app.send(request(operation, run(operation)));
        JsonNode described = responses.path(String.valueOf(answer.statusCode()));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        assertThat(described.isMissingNode()).isFalse();
        for (Map.Entry<String, JsonNode> content : described.path("content").properties()) {
            if (content.getKey().equals("application/json")) {
                JsonNode schema = content.getValue().get("schema");
                assertThat(Schema.problems(document, schema, TestApp.json(answer)))
                        .isEmpty();
            }
        }
    }

    private HttpRequest.Builder request(Operation operation, String run) {
        String curl = ApiExample.curl(operation);
        String path = curl.substring(curl.indexOf("$DOWNHILL") + "$DOWNHILL".length(), curl.lastIndexOf('"', end(curl)))
                .replace("$RUN", run);
        HttpRequest.Builder request = app.request(path);
        return operation
                .example()
                .map(body -> request.header("Content-Type", operation.type())
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .orElseGet(() -> request.method(operation.method(), HttpRequest.BodyPublishers.noBody()));
    }

    private static int end(String curl) {
        int body = Math.max(curl.indexOf(" \\\n"), curl.indexOf(" -H 'Content-Type"));
        return body < 0 ? curl.length() : body;
    }

    @Test
    void aProblemIsWhatTheDescriptionSays() {
        JsonNode schema = document.at("/components/schemas/Problem");
        HttpResponse<String> refused = app.post("/api/runs", "{\"data\": {\"name\": \"xor\"}, \"netwrok\": 1}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Schema.problems(document, schema, TestApp.json(refused))).isEmpty();
        assertThat(Schema.problems(document, schema, TestApp.json(app.get("/api/runs/none"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theCommandLineOnThePageWorks(Operation operation) throws IOException, InterruptedException {
        assumeTrue(hasCurl(), "there is no curl of 7.82 or later here");
        String page = app.get("/api").body();
        String command = ApiExample.curl(operation);
        assertThat(unescaped(page)).contains(command);
        String tried = command + " -sS -o /dev/null -w '%{http_code}' --max-time " + (operation.stream() ? 2 : 20);
        Process shell = new ProcessBuilder(
                        "sh", "-c", "DOWNHILL=" + app.origin() + "; RUN=" + run(operation) + "\n" + tried)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String status = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(status).as(command).matches("20[014]");
    }

    private static boolean hasCurl() throws InterruptedException {
        try {
            return new ProcessBuilder("sh", "-c", "curl --help all | grep -q -- --json")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
