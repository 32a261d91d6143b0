package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.XOR;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bad question to a run, and the problem document that it is answered with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInstrumentRequestsTest {
    private final TestApp app = new TestApp();
    private final String run = app.create(XOR);

    @AfterAll
    void close() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/branches | {} | 400 | /step",
                "/branches | {\"step\": 1} | 422 | /step",
                "/branches | {\"step\": -1} | 422 | /step",
                "/branches | {\"step\": \"0\"} | 400 | /step",
                "/branches | {\"step\": 0, \"tweaks\": {}} | 400 | /tweaks",
                "/branches | {\"step\": 0, \"tweak\": []} | 400 | /tweak",
                "/branches | {\"step\": 0, \"tweak\": {\"rate\": 1}} | 400 | /tweak/rate",
                "/branches | {\"step\": 0, \"tweak\": {\"optimizer\": {\"learningRate\": -1}}} | 422 | /tweak/optimizer/learningRate",
                "/branches | {\"step\": 0, \"tweak\": {\"optimizer\": {\"beta1\": 0.5}}} | 422 | /tweak/optimizer/beta1",
                "/branches | {\"step\": 0, \"tweak\": {\"weights\": [{\"at\": [0, 9, 0], \"value\": 1}]}} | 422 | /tweak/weights/0/at",
                "/nudges | {} | 400 | /at",
                "/nudges | {\"at\": [0, 0, 0]} | 400 | /by",
                "/nudges | {\"at\": [0], \"by\": 1} | 400 | /at",
                "/nudges | {\"at\": [0, 0, 0, 0], \"by\": 1} | 400 | /at",
                "/nudges | {\"at\": \"b\", \"by\": 1} | 400 | /at",
                "/nudges | {\"at\": [0, 3], \"by\": 1} | 422 | /at",
                "/nudges | {\"at\": [0, 0.5], \"by\": 1} | 400 | /at/1",
                "/nudges | {\"at\": [0, 0, 2], \"by\": 1} | 422 | /at",
                "/nudges | {\"at\": [2, 0, 0], \"by\": 1} | 422 | /at",
                "/nudges | {\"at\": [0, 0, 0], \"by\": 0} | 422 | /by",
                "/nudges | {\"at\": [0, 0, 0], \"by\": 1e999} | 422 | /by",
                "/nudges | {\"at\": [0, 0, 0], \"by\": 1, \"step\": 3} | 422 | /step",
                "/nudges | {\"at\": [0, 0, 0], \"by\": 1, \"size\": 3} | 400 | /size",
                "/predictions | {} | 400 | /inputs",
                "/predictions | {\"inputs\": 1} | 400 | /inputs",
                "/predictions | {\"inputs\": [1]} | 400 | /inputs/0",
                "/predictions | {\"inputs\": []} | 422 | /inputs",
                "/predictions | {\"inputs\": [[1, 2], [1]]} | 422 | /inputs/1",
                "/predictions | {\"inputs\": [[1, \"2\"]]} | 400 | /inputs/0/1",
                "/predictions | {\"inputs\": [[1, 1e999]]} | 422 | /inputs/0/1",
                "/predictions | {\"inputs\": [[1, 2]], \"step\": 1} | 422 | /step",
                "/input-shares | {} | 400 | /input",
                "/input-shares | {\"input\": 1} | 400 | /input",
                "/input-shares | {\"input\": [1]} | 422 | /input",
                "/input-shares | {\"input\": [1, \"2\"]} | 400 | /input/1",
                "/input-shares | {\"input\": [1, 2], \"output\": 1} | 422 | /output",
                "/input-shares | {\"input\": [1, 2], \"output\": -1} | 422 | /output",
                "/input-shares | {\"input\": [1, 2], \"step\": 1} | 422 | /step",
                "/input-shares | {\"input\": [1, 2], \"pixel\": 1} | 400 | /pixel",
                "/gradient-check | {\"sample\": 0} | 422 | /sample",
                "/gradient-check | {\"h\": 0} | 422 | /h",
                "/gradient-check | {\"h\": \"small\"} | 400 | /h",
                "/gradient-check | {\"step\": 1} | 422 | /step",
                "/gradient-check | {\"all\": true} | 400 | /all",
            })
    void aBadBodyIsNamedByItsPlace(String path, String body, int status, String pointer) {
        isProblem(app.post(run + path, body), status, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/neurons/0/0 | 404",
                "/neurons/3/0 | 404",
                "/neurons/1/2 | 404",
                "/neurons/x/2 | 400",
                "/neurons/1/-1 | 422",
                "/neurons/1/0?step=1 | 422",
                "/neurons/1/0?step=one | 400",
                "/neurons/1/0?at=1 | 400",
                "/neurons/1/0?digits=0 | 422",
                "/neurons/1/0?digits=18 | 422",
                "/weights/0/0/2/examples | 404",
                "/weights/2/0/0/examples | 404",
                "/weights/0/0/y/examples | 400",
                "/weights/0/0/0/examples?step=1 | 422",
                "/weights/0/0/0/examples?example=1 | 400",
                "/landscape?directions=north | 422",
                "/landscape?directions=path | 422",
                "/landscape?directions=weights:0.0.0 | 422",
                "/landscape?directions=weights:0.0.0,0.0.0 | 422",
                "/landscape?directions=weights:0.0.0,0.0.2 | 422",
                "/landscape?size=2 | 422",
                "/landscape?size=202 | 422",
                "/landscape?size=many | 400",
                "/landscape?span=0 | 422",
                "/landscape?span=NaN | 422",
                "/landscape?step=1 | 422",
                "/landscape?zoom=2 | 400",
            })
    void aBadAddressIsAProblem(String path, int status) {
        isProblem(app.get(run + path), status, "");
    }

    @Test
    void aBadQuestionForAStreamIsAProblemToo() {
        isProblem(
                app.send(app.request(run + "/landscape?directions=path").header("Accept", "text/event-stream")),
                422,
                "?directions");
    }

    @Test
    void aLandscapeThatWouldTakeTooLongIsRefusedWithWhatIsAllowed() {
        String large = app.create("""
                {"data": {"name": "moons", "count": 1000}, "network": {"layers": [2, 100, 100, 1]}}""");
        isProblem(app.get(large + "/landscape?size=201"), 422, "?size");
    }
}
