package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionsTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private JsonNode answer(String body) {
        HttpResponse<String> response = app.post("/api/expressions", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    @Test
    void anExpressionBecomesItsGraphWithValuesAndGradients() {
        JsonNode answer = answer("""
                {"expression": "L = (w*x + b - y)^2", "values": {"w": 2, "x": 3, "b": 1, "y": 4}}""");
        JsonNode nodes = answer.get("nodes");
        assertThat(nodes.valueStream().map(n -> n.get("name").asString("")))
                .containsExactly("w", "x", "", "b", "", "y", "", "", "L");
        assertThat(nodes.valueStream().map(n -> n.get("operation").stringValue()))
                .containsExactly("variable", "variable", "*", "variable", "+", "variable", "-", "constant", "^");
        assertThat(nodes.valueStream().map(n -> n.get("value").doubleValue()))
                .containsExactly(2.0, 3.0, 6.0, 1.0, 7.0, 4.0, 3.0, 2.0, 9.0);
        // dL/d(error) = 2 * 3, carried on by w 3 and x 2
        assertThat(nodes.valueStream().map(n -> n.get("gradient").doubleValue()).limit(7))
                .containsExactly(18.0, 12.0, 6.0, 6.0, 6.0, -6.0, 6.0);
        assertThat(nodes.get(2).get("operands").toString()).isEqualTo("[0,1]");
        assertThat(nodes.get(2).get("localDerivatives").toString()).isEqualTo("[3.0,2.0]");
        assertThat(nodes.get(2).get("derivativeRules").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(nodes.get(0).get("localDerivatives").size()).isZero();
        assertThat(answer.get("backwardOrder").toString()).isEqualTo("[8,7,6,5,4,3,2,1,0]");
        assertThat(answer.get("backward").get(6).toString())
                .isEqualTo("{\"node\":2,\"gradient\":6.0,\"contributions\":["
                        + "{\"operand\":0,\"localDerivative\":3.0,\"contribution\":18.0,\"sum\":18.0},"
                        + "{\"operand\":1,\"localDerivative\":2.0,\"contribution\":12.0,\"sum\":12.0}]}");
    }

    @Test
    void forwardModeIsRunForAVariableOnRequest() {
        JsonNode answer =
                answer("{\"expression\": \"(x + y)*x\", \"values\": {\"x\": 3, \"y\": 4}, \"withRespectTo\": \"x\"}");
        assertThat(answer.get("forward").get("variable").intValue()).isZero();
        assertThat(answer.get("forward")
                        .get("steps")
                        .valueStream()
                        .map(s -> s.get("derivative").doubleValue()))
                .containsExactly(1.0, 0.0, 1.0, 10.0);
    }

    @Test
    void anExpressionWithoutVariablesTakesNoValues() {
        assertThat(answer("{\"expression\": \"2^3^2\"}").get("value").doubleValue())
                .isEqualTo(512);
    }

    @Test
    void aConventionAtAKinkIsTold() {
        JsonNode nodes =
                answer("{\"expression\": \"abs(x)\", \"values\": {\"x\": 0}}").get("nodes");
        assertThat(nodes.get(0).get("note").isNull()).isTrue();
        assertThat(nodes.get(1).get("note").stringValue()).contains("corner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 400 | ''",
                "[] | 400 | ''",
                "{} | 400 | /expression",
                "{\"expression\": 3} | 400 | /expression",
                "{\"expression\": null} | 400 | /expression",
                "{\"expression\": \"1\", \"value\": {}} | 400 | /value",
                "{\"expression\": \"x\", \"values\": [1]} | 400 | /values",
                "{\"expression\": \"x\", \"values\": null} | 400 | /values",
                "{\"expression\": \"x\", \"values\": {\"x\": \"1\"}} | 400 | /values/x",
                "{\"expression\": \"x\", \"values\": {\"x\": null}} | 400 | /values/x",
                "{\"expression\": \"x\", \"values\": {\"x\": 1, \"x\": 2}} | 400 | ''",
                "{\"expression\": \"x\", \"values\": {\"x\": NaN}} | 400 | ''",
                "{\"expression\": \"x\", \"values\": {\"x\": 1e999}} | 422 | /values/x",
                "{\"expression\": \"x\", \"values\": {\"x\": 1}, \"withRespectTo\": 1} | 400 | /withRespectTo",
                "{\"expression\": \"x\", \"values\": {\"x\": 1}, \"withRespectTo\": \"y\"} | 422 | /withRespectTo",
                "{\"expression\": \"x\"} | 422 | /values",
                "{\"expression\": \"x\", \"values\": {\"x\": 1, \"a/b~\": 2}} | 422 | /values/a~1b~0",
                "{\"expression\": \"\"} | 422 | /expression",
                "{\"expression\": \"1 +\"} | 422 | /expression",
                "{\"expression\": \"log(x)\", \"values\": {\"x\": -1}} | 422 | /expression",
            })
    void aBadRequestIsNamedByItsPlace(String body, int status, String pointer) {
        HttpResponse<String> response = app.post("/api/expressions", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).get("detail").stringValue()).isNotBlank().doesNotContain("Exception", "downhill.");
        assertThat(response.body()).contains("\"pointer\":\"" + pointer + "\"");
    }

    @Test
    void aSyntaxErrorSaysLineColumnAndWhatWasExpected() {
        HttpResponse<String> response = app.post("/api/expressions", "{\"expression\": \"a = 1\\nb = a * * 2\"}");
        assertThat(response.statusCode()).isEqualTo(422);
        for (JsonNode place :
                List.of(json(response), json(response).get("errors").get(0))) {
            assertThat(place.get("line").intValue()).isEqualTo(2);
            assertThat(place.get("column").intValue()).isEqualTo(9);
            assertThat(place.get("expected").stringValue()).startsWith("a number, a name");
            assertThat(place.get("detail").stringValue()).startsWith("Line 2, column 9: expected a number, a name");
        }
    }

    @Test
    void aNumberThatIsNotFiniteNamesItsNode() {
        HttpResponse<String> response =
                app.post("/api/expressions", "{\"expression\": \"q = x - 1; L = 1/q\", \"values\": {\"x\": 1}}");
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode problem = json(response);
        assertThat(problem.get("node").intValue()).isEqualTo(4);
        assertThat(problem.get("detail").stringValue()).contains("the value of \"1/q\" is not a finite number");
    }

    @Test
    void theLimitsHold() {
        for (String text : List.of("x".repeat(501), "(".repeat(51) + "1" + ")".repeat(51), "sin(".repeat(4000))) {
            String body = JsonNodeFactory.instance
                    .objectNode()
                    .put("expression", text)
                    .toString();
            HttpResponse<String> response = app.post("/api/expressions", body);
            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(json(response).get("detail").stringValue()).contains("at most 50");
        }
    }

    @Test
    void manyStrangeValuesGetAShortAnswer() {
        var body = JsonNodeFactory.instance.objectNode().put("expression", "x");
        var values = body.putObject("values").put("x", 1);
        for (int i = 0; i < 50_000; i++) {
            values.put("strange" + i, i);
        }
        HttpResponse<String> response = app.post("/api/expressions", body.toString());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).hasSizeLessThan(5000);
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        assertThat(app.get("/api/expressions").statusCode()).isEqualTo(405);
        assertThat(app.post("/api/expressions?x=1", "{\"expression\": \"1\"}").statusCode())
                .isEqualTo(400);
        assertThat(app.send(app.request("/api/expressions").POST(HttpRequest.BodyPublishers.ofString("1+1")))
                        .statusCode())
                .isEqualTo(415);
    }
}
