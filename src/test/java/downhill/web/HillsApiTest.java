package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.HillInfo;
import downhill.descent.Hills;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HillsApiTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void allHillsAreListedWithWhatIsKnownOfThem() {
        JsonNode hills = json(app.get("/api/hills")).get("hills");
        assertThat(hills.valueStream().map(h -> h.get("name").stringValue()))
                .containsExactlyElementsOf(
                        Hills.all().stream().map(HillInfo::name).toList());
        JsonNode valley = hills.get(1);
        assertThat(valley).isEqualTo(json(app.get("/api/hills/elongated-valley")));
        assertThat(valley.get("formula").stringValue()).isEqualTo("h = x^2/2 + 8*y^2");
        assertThat(valley.get("domain").toString()).isEqualTo("[[-4.0,4.0],[-2.0,2.0]]");
        assertThat(valley.get("curvature").toString()).isEqualTo("[1.0,16.0]");
        assertThat(valley.get("minima").toString())
                .isEqualTo("[{\"position\":[0.0,0.0],\"height\":0.0,\"curvature\":[1.0,16.0]}]");
        assertThat(json(app.get("/api/hills/rosenbrock")).get("curvature").isNull())
                .isTrue();
    }

    @Test
    void aDescentIsATrailOfPlaces() {
        HttpResponse<String> response = app.post(
                "/api/hills/parabola/descents",
                "{\"start\": [4], \"optimizer\": {\"learningRate\": 0.25, \"momentum\": 0.5}, \"steps\": 2}");
        assertThat(response.body())
                .isEqualTo(
                        "{\"hill\":\"parabola\",\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.25,"
                                + "\"momentum\":0.5,\"weightDecay\":0.0},\"complete\":true,\"trail\":["
                                + "{\"number\":0,\"position\":[4.0],\"height\":16.0,\"slope\":[8.0],\"velocity\":[0.0],\"step\":[-2.0]},"
                                + "{\"number\":1,\"position\":[2.0],\"height\":4.0,\"slope\":[4.0],\"velocity\":[-2.0],\"step\":[-2.0]},"
                                + "{\"number\":2,\"position\":[0.0],\"height\":0.0,\"slope\":[0.0],\"velocity\":[-2.0],\"step\":[-1.0]}]}");
    }

    @Test
    void aDescentThatDivergesEndsBeforeTheNumbersDo() {
        JsonNode answer = json(app.post(
                "/api/hills/bowl/descents",
                "{\"start\": [1, 1], \"optimizer\": {\"learningRate\": 5}, \"steps\": 1000}"));
        assertThat(answer.get("complete").booleanValue()).isFalse();
        assertThat(answer.get("trail").size()).isBetween(50, 1000);
    }

    @Test
    void withoutAnOptimizerTheHillsOwnRateIsUsed() {
        JsonNode answer = json(app.post("/api/hills/rosenbrock/descents", "{\"start\": [-1.2, 1], \"steps\": 10000}"));
        assertThat(answer.get("optimizer").get("learningRate").doubleValue()).isEqualTo(0.001);
        assertThat(answer.get("trail").size()).isEqualTo(10_001);
        assertThat(answer.get("trail").get(10_000).get("height").doubleValue()).isLessThan(0.01);
    }

    @Test
    void heightsOverAGridDrawTheHill() {
        JsonNode map = json(app.get("/api/hills/bowl/heights?size=3"));
        assertThat(map.get("axes").toString()).isEqualTo("[[-3.0,0.0,3.0],[-3.0,0.0,3.0]]");
        assertThat(map.get("heights").toString()).isEqualTo("[[18.0,9.0,18.0],[9.0,0.0,9.0],[18.0,9.0,18.0]]");
        assertThat(json(app.get("/api/hills/parabola/heights?size=3"))
                        .get("heights")
                        .toString())
                .isEqualTo("[[9.0,0.0,9.0]]");
        assertThat(json(app.get("/api/hills/saddle/heights")).get("heights").size())
                .isEqualTo(61);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parabola | nonsense | 400 | ''",
                "parabola | {} | 400 | /start",
                "parabola | {\"start\": [1]} | 400 | /steps",
                "parabola | {\"start\": 1, \"steps\": 1} | 400 | /start",
                "parabola | {\"start\": [\"1\"], \"steps\": 1} | 400 | /start/0",
                "parabola | {\"start\": [1], \"steps\": 1.5} | 400 | /steps",
                "parabola | {\"start\": [1], \"steps\": 1, \"speed\": 1} | 400 | /speed",
                "parabola | {\"start\": [1], \"steps\": 1, \"optimizer\": \"adam\"} | 400 | /optimizer",
                "parabola | {\"start\": [1], \"steps\": 1, \"optimizer\": {\"beta1\": 0.9}} | 400 | /optimizer/beta1",
                "parabola | {\"start\": [1, 2], \"steps\": 1} | 422 | /start",
                "bowl | {\"start\": [1], \"steps\": 1} | 422 | /start",
                "bowl | {\"start\": [], \"steps\": 1} | 422 | /start",
                "bowl | {\"start\": [1e200, 0], \"steps\": 1} | 422 | /start",
                "bowl | {\"start\": [1e999, 0], \"steps\": 1} | 422 | /start/0",
                "bowl | {\"start\": [1, 2], \"steps\": -1} | 422 | /steps",
                "bowl | {\"start\": [1, 2], \"steps\": 10001} | 422 | /steps",
                "bowl | {\"start\": [1, 2], \"steps\": 1, \"optimizer\": {\"name\": \"adamw\"}} | 422 | /optimizer/name",
                "bowl | {\"start\": [1, 2], \"steps\": 1, \"optimizer\": {\"learningRate\": 0}} | 422 | /optimizer/learningRate",
                "bowl | {\"start\": [1, 2], \"steps\": 1, \"optimizer\": {\"momentum\": 1}} | 422 | /optimizer/momentum",
            })
    void aBadDescentIsNamedByItsPlace(String hill, String body, int status, String pointer) {
        HttpResponse<String> response = app.post("/api/hills/" + hill + "/descents", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"pointer\":\"" + pointer + "\"");
    }

    @Test
    void walkersAreDescribedWithTheNumbersOfTheDescent() {
        JsonNode description = json(
                app.post(
                        "/api/hills/parabola/telling",
                        "{\"walkers\": [{\"name\": \"Ada\", \"start\": [2], \"optimizer\": {\"learningRate\": 0.25}, \"steps\": 1}]}"));
        assertThat(description.get("step").intValue()).isEqualTo(1);
        JsonNode walkers = description.get("figures").get(0);
        assertThat(walkers.get("of").stringValue()).isEqualTo("walkers");
        assertThat(walkers.get("sentences").get(0).stringValue())
                .isEqualTo("Ada stands at x = 1, at height 1, after 1 step.");
        assertThat(walkers.get("tables").get(0).get("rows").get(0).toString())
                .isEqualTo("[\"Ada\",\"0.250\",\"1\",\"1\",\"1\",\"2\",\"1\",\"−3\",\"1\"]");
    }

    @Test
    void inFogTheWordsHoldNoMoreThanOneSees() {
        String way = "\"walkers\": [{\"name\": \"You\", \"way\": [[2, 1.5], [1.9, 1.5]]}]";
        String clear = app.post("/api/hills/bowl/telling", "{" + way + "}").body();
        String foggy = app.post("/api/hills/bowl/telling", "{" + way + ", \"fog\": 0.9}")
                .body();
        assertThat(clear).contains("The bottom of the valley");
        assertThat(foggy).contains("You stand at x = 1.900, y = 1.500").doesNotContain("bottom");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 400 | ''",
                "{} | 400 | /walkers",
                "{\"walkers\": []} | 422 | /walkers",
                "{\"walkers\": {}} | 400 | /walkers",
                "{\"walkers\": [1]} | 400 | /walkers/0",
                "{\"walkers\": [{\"start\": [1], \"steps\": 1}]} | 400 | /walkers/0/name",
                "{\"walkers\": [{\"name\": \"\", \"start\": [1], \"steps\": 1}]} | 422 | /walkers/0/name",
                "{\"walkers\": [{\"name\": \"A\", \"steps\": 1}]} | 400 | /walkers/0/start",
                "{\"walkers\": [{\"name\": \"A\", \"start\": [1, 2], \"steps\": 1}]} | 422 | /walkers/0/start",
                "{\"walkers\": [{\"name\": \"A\", \"start\": [1e300], \"steps\": 1}]} | 422 | /walkers/0/start",
                "{\"walkers\": [{\"name\": \"A\", \"start\": [1], \"steps\": 10001}]} | 422 | /walkers/0/steps",
                "{\"walkers\": [{\"name\": \"A\", \"start\": [1], \"steps\": 1, \"speed\": 1}]} | 400 | /walkers/0/speed",
                "{\"walkers\": [{\"name\": \"A\", \"way\": []}]} | 422 | /walkers/0/way",
                "{\"walkers\": [{\"name\": \"A\", \"way\": [[1], [1, 2]]}]} | 422 | /walkers/0/way/1",
                "{\"walkers\": [{\"name\": \"A\", \"way\": [[1], [1e300]]}]} | 422 | /walkers/0/way",
                "{\"walkers\": [{\"name\": \"A\", \"way\": [[1]], \"steps\": 3}]} | 400 | /walkers/0/steps",
                "{\"walkers\": [{\"name\": \"A\", \"way\": [[1]]}], \"fog\": 0} | 422 | /fog",
                "{\"walkers\": [{\"name\": \"A\", \"way\": [[1]]}], \"fog\": null} | 400 | /fog",
            })
    void aBadWalkIsNamedByItsPlace(String body, int status, String pointer) {
        HttpResponse<String> response = app.post("/api/hills/parabola/telling", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"pointer\":\"" + pointer + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/hills/bowle | 404 | Did you mean \\\"bowl\\\"?",
                "/api/hills/everest/heights | 404 | There is no hill of this name.",
                "/api/hills/bowl/heights?size=1 | 422 | from 2 to 201",
                "/api/hills/bowl/heights?size=many | 400 | whole number",
                "/api/hills?name=bowl | 400 | no query parameter",
                "/api/hills/bowl/descents | 405 | does not accept GET",
            })
    void aBadAddressIsAProblem(String path, int status, String detail) {
        HttpResponse<String> response = app.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains(detail);
    }
}
