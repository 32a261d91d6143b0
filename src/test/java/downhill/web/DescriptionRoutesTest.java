package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Descriptions over HTTP, held against the numbers of the other routes. */
class DescriptionRoutesTest extends TrainedXor {
    private JsonNode description(String query, String of) {
        JsonNode description = json(app.get(run + "/telling?" + query));
        return StreamSupport.stream(description.get("figures").spliterator(), false)
                .filter(figure -> figure.get("of").stringValue().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private static double number(JsonNode cell) {
        return Double.parseDouble(cell.stringValue().replace('\u2212', '-'));
    }

    @Test
    void aStepIsToldInWordsAndTablesThatHoldItsNumbers() {
        JsonNode frame = json(app.get(run + "/frames/9?example=2"));
        JsonNode description = json(app.get(run + "/telling?step=9&example=2"));
        assertThat(description.get("step").intValue()).isEqualTo(9);
        List<String> figures = description
                .get("figures")
                .valueStream()
                .map(f -> f.get("of").stringValue())
                .toList();
        assertThat(figures)
                .containsExactly(
                        "step", "network", "answer", "sensitivity", "weights", "health", "count", "hidden", "cost");
        JsonNode network = description.get("figures").get(1);
        assertThat(network.get("sentences").get(0).stringValue())
                .startsWith("On example 3, of input 1, 0, the network answers 0.");
        JsonNode output = network.get("tables").get(0).get("rows").get(2);
        assertThat(output.get(0).stringValue()).isEqualTo("the output");
        double delta = frame.get("deltas").get(1).get(0).doubleValue();
        assertThat(Double.parseDouble(output.get(3).stringValue().replace('\u2212', '-')))
                .isCloseTo(delta, offset(1e-3));
        JsonNode weights = description.get("figures").get(4).get("tables");
        assertThat(weights.size()).isEqualTo(2);
        assertThat(weights.get(0).get("heads").size()).isEqualTo(4);
    }

    @Test
    void aLargeNetworkIsToldWithoutTablesThatNobodyWouldReadOut() {
        String large = app.create("""
                {"data": {"name": "digits", "count": 20}, "network": {"layers": [784, 30, 10], "activations": ["tanh", "softmax"]},
                 "cost": "cross-entropy"}""");
        JsonNode description = json(app.get(large + "/telling"));
        description
                .get("figures")
                .valueStream()
                .flatMap(figure -> figure.get("tables").valueStream())
                .forEach(table -> assertThat(table.get("rows").size()).isLessThanOrEqualTo(40));
        assertThat(description.toString()).contains("and 778 more").doesNotContain("\"answer\"");
    }

    @Test
    void aSubstepIsDescribedWithTheNumbersOfTheFrame() {
        JsonNode frame = json(app.get(run + "/frames/9?example=2"));
        JsonNode deltas = description("step=9&example=2&moment=delta%202", "moment");
        assertThat(number(deltas.get("tables").get(0).get("rows").get(0).get(3)))
                .isCloseTo(frame.get("deltas").get(1).get(0).doubleValue(), offset(1e-9));
        JsonNode update = description("step=9&moment=update%201%202", "moment");
        assertThat(number(update.get("tables").get(0).get("rows").get(0).get(3)))
                .isCloseTo(frame.get("weightUpdates").get(0).get(1).get(0).doubleValue(), offset(1e-9));
    }

    @Test
    void theTugOfWarIsToldWithTheExamplesOwnGradients() {
        JsonNode shares = json(app.get(run + "/weights/1/0/1/examples?step=9"));
        JsonNode rows =
                description("step=9&weight=1.0.1", "pulls").get("tables").get(0).get("rows");
        assertThat(rows.size()).isEqualTo(shares.get("examples").size() + 1);
        assertThat(number(rows.get(4).get(2)))
                .isCloseTo(
                        shares.get("reduced").doubleValue(),
                        offset(5e-3 * Math.abs(shares.get("reduced").doubleValue())));
    }

    @Test
    void theCostIsToldUpToTheNewestStepWithWhatWasChanged() {
        String own = app.create(XOR);
        app.post(own + "/steps", "{\"count\": 4}");
        app.post(own + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.5}}");
        app.post(own + "/steps", "{\"count\": 2}");
        JsonNode description = json(app.get(own + "/telling?step=3"));
        JsonNode cost =
                description.get("figures").get(description.get("figures").size() - 1);
        assertThat(cost.get("sentences").toString())
                .contains(
                        "after 6 steps.", "One looks back at step 3", "At step 4 the learning rate was set to 0.500.");
        assertThat(cost.get("tables").get(0).get("rows").size()).isEqualTo(7);
    }

    @Test
    void aLandscapeIsToldWithItsOwnNumbers() {
        String query = "step=12&directions=weights:0.0.0,1.0.1&size=7&span=3";
        JsonNode slice = json(app.get(run + "/landscape?" + query));
        JsonNode description = json(app.get(run + "/landscape/telling?" + query))
                .get("figures")
                .get(0);
        assertThat(description.get("of").stringValue()).isEqualTo("slice");
        JsonNode corner = description.get("tables").get(0).get("rows").get(0).get(1);
        double expected = slice.get("costs").get(0).get(6).doubleValue();
        assertThat(number(corner)).isCloseTo(expected, offset(1e-2 * expected));
        String share = String.format(
                java.util.Locale.ROOT,
                "%.1f%% of the gradient",
                100 * slice.get("share").get("gradient").doubleValue());
        assertThat(description.get("sentences").toString()).contains(share);
    }

    @Test
    void branchesAreToldInTheOrderInWhichTheyAreNamed() {
        String branch = json(app.post(
                        run + "/branches", "{\"step\": 12, \"tweak\": {\"optimizer\": {\"learningRate\": 5}}}"))
                .get("id")
                .stringValue();
        String ids = run.substring("/api/runs/".length()) + "." + branch;
        assertThat(description("branches=" + ids, "branches").get("sentences").toString())
                .contains(
                        "There are 2 branches.",
                        "Branch 2 left branch 1 at step 12, where the learning rate was set to 5");
        assertThat(app.get(run + "/telling?branches=gone.lost").body()).doesNotContain("\"branches\"");
    }

    @Test
    void anInputOfOnesOwnIsToldWithTheNetworksAnswer() {
        JsonNode made = json(app.post(run + "/predictions", "{\"inputs\": [[0.25, 0.75]]}"));
        JsonNode description = json(app.post(run + "/predictions/telling", "{\"inputs\": [[0.25, 0.75]]}"));
        JsonNode row = description
                .get("figures")
                .get(0)
                .get("tables")
                .get(0)
                .get("rows")
                .get(0);
        assertThat(number(row.get(1)))
                .isCloseTo(made.get("outputs").get(0).get(0).doubleValue(), offset(1e-3));
    }

    @Test
    void aFilmIsOfTheFirstLayerOnlyAndOthersAreToldWithoutOne() {
        String bottle = app.create("""
                {"data": {"name": "digits", "count": 20}, "cost": "cross-entropy",
                 "network": {"layers": [784, 1, 12, 10], "activations": ["tanh", "tanh", "softmax"]}}""");
        assertThat(app.get(bottle + "/telling?neuron=2.11&film=0").body())
                .contains("\"neuron\"")
                .doesNotContain("\"film\"");
        assertThat(app.get(bottle + "/telling?neuron=1.0&film=0").body()).contains("\"film\"");
    }

    @Test
    void aNudgeBeyondAllNumbersIsRefusedByTheNameOfItsParameter() {
        String immense = app.create("""
                {"data": {"name": "inline", "inputs": [[1e150, 1]], "targets": [[0]]},
                 "network": {"layers": [2, 1], "activations": ["identity"], "weights": [[[1e-150, 0]]], "biases": [[0]]}}""");
        isProblem(app.get(immense + "/nudges/telling?weight=0.0.0&by=1e6"), 422, "?by");
    }

    @Test
    void aStepOfImmenseNumbersIsToldToo() {
        String immense = app.create("""
                {"data": {"name": "circle"}, "network": {"layers": [2, 8, 8, 1], "activations": ["relu", "relu", "sigmoid"]},
                 "optimizer": {"learningRate": 1e200}}""");
        app.post(immense + "/steps", "{\"count\": 3}");
        JsonNode description = json(app.get(immense + "/telling?step=0&example=45"));
        assertThat(description.get("figures").get(0).get("sentences").get(0).stringValue())
                .startsWith("At step 0 the cost of the batch is 0.");
    }

    @Test
    void aGraphIsDescribedUpToItsShownStep() {
        String body = "{\"expression\": \"a = 3*x; b = x^2; L = a*b\", \"values\": {\"x\": 2}}";
        assertThat(app.post("/graphs/telling?step=2", body).body())
                .contains("Step 2 of 7. Forward: b = x ^ 2 is 4.")
                .doesNotContain("24");
        assertThat(app.post("/graphs/telling?step=7", body).body()).contains("L is 24 at x = 2.");
        isProblem(app.post("/graphs/telling?step=-1", body), 422, "?step");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | /inputs",
                "{\"inputs\": []} | 422 | /inputs",
                "{\"inputs\": [[1]]} | 422 | /inputs/0",
                "{\"inputs\": [[1, \"2\"]]} | 400 | /inputs/0/1",
                "{\"inputs\": [[1, 2]], \"step\": 21} | 422 | /step",
                "{\"inputs\": [[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1,2]]} | 422 | /inputs",
            })
    void aBadInputIsNamedByItsPlace(String body, int status, String pointer) {
        isProblem(app.post(run + "/predictions/telling", body), status, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nudges/telling?weight=0.0.0 | 422 | ?by",
                "/nudges/telling?by=0.1 | 422 | ?weight",
                "/nudges/telling?weight=9.0.0&by=0.1 | 422 | ?weight",
                "/nudges/telling?bias=9.0&by=0.1 | 422 | ?bias",
                "/nudges/telling?bias=0.0.0&by=0.1 | 422 | ?bias",
                "/nudges/telling?bias=0.0&weight=0.0.0&by=0.1 | 422 | ?bias",
                "/nudges/telling?weight=0.0.0&by=0 | 422 | ?by",
                "/nudges/telling?weight=0.0.0&by=x | 400 | ?by",
                "/nudges/telling?weight=0.0.0&low=1 | 422 | ?low",
                "/nudges/telling?weight=0.0.0&high=-1 | 422 | ?high",
                "/nudges/telling?weight=0.0.0&by=0.1&step=21 | 422 | ?step",
                "/nudges/telling?weight=0.0.0&much=1 | 400 | ?much",
                "/telling?neuron=1.0&film=0.21 | 422 | ?film",
                "/telling?neuron=1.0&film=5.0 | 422 | ?film",
                "/telling?neuron=1.0&film=x | 422 | ?film",
                "/telling?step=21 | 422 | ?step",
                "/telling?step=one | 400 | ?step",
                "/telling?example=4 | 422 | ?example",
                "/telling?moments=cost | 400 | ?moments",
                "/telling?moment=delta | 422 | ?moment",
                "/telling?moment=delta%203 | 422 | ?moment",
                "/telling?moment=z%201%209 | 422 | ?moment",
                "/telling?moment=dinner | 422 | ?moment",
                "/telling?weight=0.0 | 422 | ?weight",
                "/telling?weight=0.0.2 | 422 | ?weight",
                "/telling?neuron=0.0 | 422 | ?neuron",
                "/telling?neuron=2.1 | 422 | ?neuron",
                "/telling?neuron=first | 422 | ?neuron",
                "/landscape/telling?directions=north | 422 | ?directions",
                "/landscape/telling?directions=weights:0.0.0,0.0.2 | 422 | ?directions",
                "/landscape/telling?size=2 | 422 | ?size",
                "/landscape/telling?span=0 | 422 | ?span",
                "/landscape/telling?step=21 | 422 | ?step",
                "/landscape/telling?zoom=2 | 400 | ?zoom",
            })
    void aBadQuestionIsNamedByItsField(String path, int status, String pointer) {
        isProblem(app.get(run + path), status, pointer);
    }
}
