package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The family trees over HTTP: the units, the answers, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyTest {
    static final String FAMILY = """
            {"seed": 3, "data": {"name": "family-trees", "seed": 110},
             "network": {"layers": [36, 12, 12, 6, 24], "activations": ["sigmoid", "sigmoid", "sigmoid", "sigmoid"],
                         "initializer": {"name": "uniform", "range": 1.25, "biases": true},
                         "groups": [{"layer": 0, "blocks": [{"from": [0, 24], "to": [0, 6]}, {"from": [24, 36], "to": [6, 12]}]}]},
             "batch": {"size": 0, "reduce": "sum"}, "optimizer": {"learningRate": 0.025, "momentum": 0.5}}""";

    private final TestApp app = new TestApp();
    private final String run = app.create(FAMILY);

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void theUnitsAreTheNeuronsThatHearThePeople() {
        JsonNode family = json(app.get(run + "/family"));
        assertThat(family.get("units")).hasSize(6);
        assertThat(family.get("heldOut")).hasSize(4);
        assertThat(family.get("score").stringValue()).contains("of the 100 trained facts are");
        String whole = FAMILY.replaceAll(",\\s+\"groups\": .*?\\}\\]\\}\\]", "");
        assertThat(json(app.get(app.create(whole) + "/family")).get("units")).hasSize(12);
    }

    @Test
    void anAnswerHasTheOutputsOfThatStep() {
        app.post(run + "/steps", "{\"count\": 5}");
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 36; i++) {
            input.append(i > 0 ? "," : "").append(i == 10 || i == 24 + 7 ? 1 : 0);
        }
        for (int step : new int[] {0, 3}) {
            JsonNode answer = json(app.get(run + "/family/answer?person=Colin&relation=aunt&step=" + step));
            JsonNode predicted =
                    json(app.post(run + "/predictions", "{\"step\": " + step + ", \"inputs\": [[" + input + "]]}"));
            assertThat(answer.get("step").intValue()).isEqualTo(step);
            assertThat(answer.get("outputs")).isEqualTo(predicted.get("outputs").get(0));
            assertThat(answer.get("question").stringValue()).isEqualTo("Who is Colin’s aunt?");
            assertThat(answer.get("answers").toString()).isEqualTo("[\"Margaret\",\"Jennifer\"]");
            assertThat(answer.get("heldOut").booleanValue()).isTrue();
        }
        assertThat(json(app.get(run + "/family/answer?person=Alfonso&relation=aunt"))
                        .get("heldOut")
                        .booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/family/answer?person=Coln&relation=aunt | ?person | One of these is expected: Christopher",
                "/family/answer?person=Colin&relation=cousin | ?relation | One of these is expected: father",
                "/family/answer?person=Colin | ?relation | One of these is expected",
                "/family/answer | ?person | A person is missing",
                "/family?step=1000 | ?step | 0 to",
            })
    void refusesWhatIsNotInTheTrees(String query, String pointer, String detail) {
        HttpResponse<String> refused = app.get(run + query);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(json(refused).at("/errors/0/detail").stringValue()).contains(detail);
    }

    @Test
    void whoHasNoHusbandIsToldOfTheRelativesThatThereAre() {
        JsonNode answer = json(app.get(run + "/family/answer?person=Colin&relation=husband"));
        assertThat(answer.get("outputs")).isEmpty();
        assertThat(answer.get("right").booleanValue()).isFalse();
        assertThat(answer.get("sentences").toString())
                .isEqualTo(
                        "[\"The tree has no husband of Colin. Ask for one of these: father, mother, uncle, aunt, sister.\"]");
        JsonNode description = json(app.get(run + "/family/telling?person=Colin&relation=husband"));
        assertThat(description.at("/figures/0/tables")).isEmpty();
        assertThat(description.at("/figures/0/sentences/1").stringValue())
                .contains("The tree has no husband of Colin.");
    }

    @Test
    void refusesRunsOnOtherData() {
        HttpResponse<String> refused = app.get(app.create(XOR) + "/family");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("does not train on the family trees");
    }

    @Test
    void tellsTheQuestionAndTheUnits() {
        JsonNode figures = json(app.get(run + "/family/telling?person=Colin&relation=aunt&step=0"))
                .get("figures");
        assertThat(figures.get(0).toString())
                .contains("who is Colin’s aunt?", "This fact was held out", "\"Margaret\"");
        assertThat(figures.get(1).at("/tables/0/rows")).hasSize(6);
        assertThat(figures.get(1).at("/tables/1/rows")).hasSize(24);
        assertThat(json(app.get(run + "/family/telling")).get("figures").get(0).get("sentences"))
                .hasSize(1);
    }
}
