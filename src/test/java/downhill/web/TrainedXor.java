package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A server with a run of XOR that is twenty steps old, which all tests of a class look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TrainedXor {
    final TestApp app = new TestApp();
    final String run = app.create(XOR);

    TrainedXor() {
        app.post(run + "/steps", "{\"count\": 20}");
    }

    @AfterAll
    void close() {
        app.close();
    }

    /** A step of this run or of another one. */
    JsonNode frame(String of, int step) {
        return json(app.get(of + "/frames/" + step));
    }

    /** The run's answer, which must not be an error. */
    JsonNode post(String path, String body) {
        HttpResponse<String> response = app.post(run + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }
}
