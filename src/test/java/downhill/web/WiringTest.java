package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The connections into the outputs of a run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WiringTest {
    private static final String DIGITS = """
            {"seed": 4, "data": {"name": "digits", "count": 60, "testShare": 0.5},
             "network": {"layers": [784, 6, 10], "activations": ["sigmoid", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 1, "shuffle": true}, "optimizer": {"learningRate": 0.5}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String trained() {
        String run = app.create(DIGITS);
        app.post(run + "/steps", "{\"count\": 20}");
        return run;
    }

    @Test
    void theLedgerOfAStepIsTheUpdateThatItsFrameShows() {
        String run = trained();
        JsonNode frame = json(app.get(run + "/frames/20"));
        int example = frame.get("batch").get(0).intValue();
        JsonNode ledger = json(app.get(run + "/ledger?step=20&output=8&example=" + example));
        JsonNode updates = frame.get("weightUpdates").get(1).get(8);
        assertThat(ledger.get("rows"))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.get("change").doubleValue())
                        .isEqualTo(updates.get(row.get("unit").intValue()).doubleValue()));
        assertThat(ledger.get("inputs")).hasSize(784);
    }

    @Test
    void theAnswersToAllExamplesAndTheTrialsAreThere() {
        String run = trained();
        assertThat(json(app.get(run + "/answers?output=8")).get("labels")).hasSize(30);
        assertThat(json(app.get(run + "/rules")).get("hebb").get("risen").intValue())
                .isEqualTo(60);
        assertThat(json(app.get(run + "/ablation")).get("without")).hasSize(6);
    }

    @Test
    void theirDescriptionsTellTheSameNumbers() {
        String run = trained();
        JsonNode ledger = figure(run + "/ledger/telling?output=8&example=3");
        assertThat(ledger.get("sentences").get(0).stringValue()).startsWith("Output 8 has the activation ");
        assertThat(ledger.get("tables").get(0).get("rows")).hasSize(6);
        assertThat(figure(run + "/rules/telling").get("sentences").get(1).stringValue())
                .endsWith("Of 60 weights 60 rose and 0 fell.");
        assertThat(figure(run + "/ablation/telling").get("tables").get(0).get("rows"))
                .hasSize(7);
    }

    @Test
    void questionsThatHaveNoAnswerAreRefusedWithTheReason() {
        String run = trained();
        refused(run + "/ledger?output=10", "This network has the outputs 0 to 9.");
        refused(run + "/answers?output=10", "This network has the outputs 0 to 9.");
        refused(run + "/ledger?example=30", "29");
        refused(run + "/rules?steps=3", "steps");
        String curve = app.create("{\"data\": {\"name\": \"sine\"}, \"network\": {\"layers\": [1, 3, 1]}}");
        refused(curve + "/ablation", "do not stand for classes");
        refused(curve + "/answers", "do not stand for classes");
        refused(app.create(TestApp.XOR.replaceAll("\\[2, .*?1\\]", "[2, 1]")) + "/ablation", "no hidden units");
        String wide = app.create(DIGITS.replace("6, 10]", "201, 10]").replace("\"count\": 60", "\"count\": 20"));
        refused(wide + "/ledger", "200 units");
        refused(wide + "/rules", "200 units");
    }

    private void refused(String path, String reason) {
        HttpResponse<String> answer = app.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(400, 422);
        assertThat(answer.body()).contains(reason);
    }

    private JsonNode figure(String path) {
        return json(app.get(path)).get("figures").get(0);
    }
}
