package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.web.TestApp.Event;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Answers that the description's own examples do not show; the browser's types are generated from the description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribedAnswersTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Map<String, String> SPECS = Map.of("adam", """
            {"data": {"name": "circle", "count": 40, "testShare": 0.5}, "network": {"layers": [2, 3, 1]}, "optimizer": {"name": "adam"},
             "regularization": {"name": "l2", "rate": 0.01}, "batch": {"size": 4}, "frozen": ["biases", {"layer": 1}]}""", "large", """
            {"data": {"name": "circle", "count": 40}, "network": {"layers": [2, 100, 60, 1]}}""", "inline", """
            {"data": {"name": "inline", "inputs": [[1, 2, 3]], "targets": [[1]]}, "network": {"layers": [3, 2, 1]}, "cost": "half-squared-error",
             "costMargin": 0.2}""");

    private final TestApp app = new TestApp();
    private final JsonNode document = TestApp.json(app.get("/api/openapi.json"));

    @AfterAll
    void close() {
        app.close();
    }

    private static String spec(String name) {
        return Objects.requireNonNull(SPECS.get(name));
    }

    private void fits(String path, String method, HttpResponse<String> answer) {
        JsonNode described = document.get("paths")
                .get(path)
                .get(method)
                .get("responses")
                .path(String.valueOf(answer.statusCode()))
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(described.isMissingNode()).as(answer.body()).isFalse();
        assertThat(Schema.problems(document, described, TestApp.json(answer))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adam   | /api/runs/{id}
            adam   | /api/runs/{id}/optimizer
            adam   | /api/runs/{id}/diagnosis
            large  | /api/runs/{id}/diagnosis?step=2
            adam   | /api/runs/{id}/speed
            adam   | /api/runs/{id}/step-times
            inline | /api/runs/{id}/speed
            large  | /api/runs/{id}/landscape?size=9&coarser=true
            adam   | /api/runs/{id}/program?format=numpy
            large  | /api/runs/{id}/program?format=java
            adam   | /api/runs/{id}/aftermath?step=0
            adam   | /api/runs/{id}/costs?evaluate=true
            adam   | /api/runs/{id}/frames/{step}?explain=cost,delta.0.0,weight.0.0.0,gradient.1.0.0
            adam   | /api/runs/{id}/explanations?of=cost,delta.0.0,gradient.0.0.0
            adam   | /api/runs/{id}/landscape?directions=path&size=5
            adam   | /api/runs/{id}/landscape?directions=random&size=5
            adam   | /api/runs/{id}/landscape?directions=weights:0.0.0,0.0.1&size=5
            large  | /api/runs/{id}/frames/{step}
            large  | /api/runs/{id}/frames/{step}?neurons=0,1~7,99~0,30,59~0
            large  | /api/runs/{id}/frames/{step}?detail=full
            inline | /api/runs/{id}
            inline | /api/runs/{id}/data
            inline | /api/runs/{id}/explanations?of=cost,delta.1.0
            """)
    void anAnswerAboutARunIsWhatTheDescriptionSays(String spec, String address) {
        String run = app.create(spec(spec)).substring("/api/runs/".length());
        app.post("/api/runs/" + run + "/steps", "{\"count\": 3}");
        String path = address.replaceFirst("\\?.*", "");
        fits(
                path,
                "get",
                app.get(PARAMETER.matcher(address.replace("{id}", run)).replaceAll("2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"expression": "relu(x) * max(x, y)", "values": {"x": 0, "y": 0}}
            {"expression": "L = (w * x - 1)^2", "values": {"x": 2, "w": 3}, "withRespectTo": "w"}
            """)
    void aGraphIsWhatTheDescriptionSays(String body) {
        fits("/api/expressions", "post", app.post("/api/expressions", body));
    }

    @Test
    void everyHillIsWhatTheDescriptionSays() {
        for (JsonNode hill : TestApp.json(app.get("/api/hills")).get("hills")) {
            String at = "/api/hills/" + hill.get("name").stringValue();
            fits("/api/hills/{name}", "get", app.get(at));
            String body =
                    "{\"start\": " + hill.get("start") + ", \"steps\": 2, \"optimizer\": {\"name\": \"rmsprop\"}}";
            fits("/api/hills/{name}/descents", "post", app.post(at + "/descents", body));
        }
    }

    @Test
    void theEventsOfAStreamAreWhatTheDescriptionSays() {
        String run = app.create(spec("adam"));
        try (var events = app.events(run + "/frames?explain=cost")) {
            isEvent(events.next("frame"), "Frame");
            app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.5}}");
            isEvent(events.next("tweak"), "LoggedTweak");
            app.post(run + "/play", "{\"stepsPerSecond\": 50}");
            isEvent(events.next("state"), "StateEvent");
            app.post(run + "/pause", "{}");
            isEvent(events.next("state"), "StateEvent");
        }
    }

    private void isEvent(Event event, String schema) {
        assertThat(Schema.problems(document, document.at("/components/schemas/" + schema), TestApp.tree(event.data())))
                .isEmpty();
    }
}
