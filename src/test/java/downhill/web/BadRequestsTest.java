package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each bad request, and the problem document that it is answered with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
    private final TestApp app = new TestApp();
    private final String run = app.create(XOR);

    @AfterAll
    void close() {
        app.close();
    }

    static void isProblem(HttpResponse<String> response, int status, String pointer) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotContain("Exception", "downhill.");
        if (!pointer.isEmpty()) {
            assertThat(problem.get("errors").toString()).contains("\"pointer\":\"" + pointer + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/steps | {} | 400 | /count",
                "/steps | {\"count\": 0} | 422 | /count",
                "/steps | {\"count\": 100001} | 422 | /count",
                "/steps | {\"count\": 1.5} | 400 | /count",
                "/steps | {\"count\": \"3\"} | 400 | /count",
                "/steps | {\"count\": 1, \"more\": 2} | 400 | /more",
                "/steps | nonsense | 400 | ''",
                "/play | {\"stepsPerSecond\": -1} | 422 | /stepsPerSecond",
                "/play | {\"speed\": 1} | 400 | /speed",
                "/pause | {\"now\": true} | 400 | /now",
                "/tweaks | {} | 400 | ''",
                "/tweaks | {\"optimizer\": {\"learningRate\": \"fast\"}} | 400 | /optimizer/learningRate",
                "/tweaks | {\"optimizer\": {\"learningRate\": 0}} | 422 | /optimizer/learningRate",
                "/tweaks | {\"optimizer\": {\"rate\": 1}} | 400 | /optimizer/rate",
                "/tweaks | {\"weights\": [{\"at\": [0, 0], \"value\": 1}]} | 400 | /weights/0/at",
                "/tweaks | {\"weights\": [{\"at\": [0, 9, 0], \"value\": 1}]} | 422 | /weights/0/at",
                "/tweaks | {\"optimizer\": {\"beta1\": 0.5}} | 422 | /optimizer/beta1",
            })
    void aBadBodyIsNamedByItsPlace(String path, String body, int status, String pointer) {
        isProblem(app.post(run + path, body), status, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [3, 1]}} | 422 | /network/layers/0",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 5]}} | 422 | /network/layers",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 90000, 90000, 1]}} | 422 | /network/layers",
                "{\"data\": {\"name\": \"inline\", \"inputs\": [], \"targets\": []}, \"network\": {\"layers\": [2, 1]}} | 422 | /data/inputs",
                "{\"data\": {\"name\": \"inline\", \"inputs\": [[1, 2], [3]], \"targets\": [[1], [2]]}, \"network\": {\"layers\": [2, 1]}} | 422 | /data/inputs/1",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1], \"activations\": [\"tanh\"]}, \"cost\": \"cross-entropy\"} | 422 | /cost",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 2, 1], \"activations\": [\"softmax\", \"sigmoid\"]}} | 422 | /network/activations/0",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 2, 1], \"activations\": [\"tanh\"]}} | 422 | /network/activations",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"frozen\": [{\"layer\": 4}]} | 422 | /frozen/0",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"dropout\": [0.5]} | 422 | /dropout",
            })
    void aSpecificationThatCannotBeBuiltIsNamedByItsPlace(String spec, int status, String pointer) {
        isProblem(app.post("/api/runs", spec), status, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/frames/x | 400",
                "/frames/-1 | 422",
                "/frames/99 | 404",
                "/frames/0?example=4 | 422",
                "/frames/0?detail=most | 422",
                "/frames/0?digits=0 | 422",
                "/frames/0?colour=red | 400",
                "/costs?points=1 | 422",
                "/nothing | 404",
            })
    void aBadAddressIsAProblem(String path, int status) {
        isProblem(app.get(run + path), status, "");
    }

    @Test
    void aRunThatIsNotThereIsNotFound() {
        isProblem(app.get("/api/runs/none"), 404, "");
        isProblem(app.post("/api/runs/none/steps", "{\"count\": 1}"), 404, "");
    }

    @Test
    void aWrongMethodIs405() {
        isProblem(app.delete("/api/runs"), 405, "");
        isProblem(app.get(run + "/steps"), 405, "");
    }

    @Test
    void aBodyOfAnotherTypeIs415() {
        isProblem(app.send(app.request("/api/runs").POST(HttpRequest.BodyPublishers.ofString(XOR))), 415, "");
    }

    @Test
    void aBodyThatIsTooLargeIs413() {
        String large = " ".repeat(17 * 1024 * 1024);
        isProblem(app.post("/api/runs", large), 413, "");
    }

    @Test
    void anAddressWithHiddenPartsIsRefused() {
        assertThat(app.get("/assets/..%2F..%2Fpom.xml").statusCode()).isBetween(400, 499);
        assertThat(app.get("/lib/uplot/../x").statusCode()).isBetween(400, 499);
    }

    @Test
    void aBrowserGetsAPageThatSaysItAndLeadsBack() {
        HttpResponse<String> response =
                app.send(app.request("/lessons/no-such-lesson").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(response.body())
                .contains("<h1>Not found</h1>", "There is no lesson with this name.", "href=\"/lessons\"");
    }

    @Test
    void theInterfaceAnswersABrowserWithAProblemDocumentToo() {
        isProblem(app.send(app.request("/api/runs/none").header("Accept", "text/html")), 404, "");
    }
}
