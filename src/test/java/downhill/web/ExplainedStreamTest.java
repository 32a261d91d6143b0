package downhill.web;

import static downhill.web.TestApp.XOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The explanations that the frames of a stream bring. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedStreamTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String stepped(int steps) {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": " + steps + "}");
        return run;
    }

    @Test
    void framesBringTheExplanationsThatAreNamed() {
        String run = stepped(3);
        try (var events = app.events(run + "/frames?explain=delta.1.0,new.0.0.1&from=1")) {
            for (int step = 2; step <= 5; step++) {
                JsonNode frame = TestApp.tree(events.next("frame").data());
                JsonNode description = TestApp.json(app.get(run + "/explanations?of=delta.1.0,new.0.0.1&step=" + step));
                assertThat(frame.get("explanations"))
                        .isEqualTo(description.get("explanations"))
                        .hasSize(2);
                assertThat(frame.at("/explanations/0/value")).isEqualTo(frame.at("/deltas/1/0"));
                app.post(run + "/steps", "{\"count\": 1}");
            }
        }
        assertThat(TestApp.json(app.get(run + "/frames/2")).has("explanations")).isFalse();
    }

    @Test
    void unknownOrTooManyQuantitiesAreRefused() {
        String run = app.create(XOR);
        for (String address : List.of("/frames/0?explain=", "/frames?explain=")) {
            var unknown = app.send(app.request(run + address + "delta.9.0").header("Accept", "text/event-stream"));
            assertThat(unknown.statusCode()).isEqualTo(422);
            assertThat(unknown.body()).contains("explain", "This network has no quantity \\\"delta.9.0\\\"");
            var many = app.send(
                    app.request(run + address + "cost" + ",cost".repeat(100)).header("Accept", "text/event-stream"));
            assertThat(many.statusCode()).isEqualTo(422);
            assertThat(many.body()).contains("explain", "At most 100 quantities are explained at once; here are 101.");
        }
    }
}
