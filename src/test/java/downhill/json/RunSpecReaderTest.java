package downhill.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.json.form.Json;
import downhill.train.spec.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSpecReaderTest {
    private static final String XOR = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 2, 1]}}""";

    private static BadInputException refused(String json) {
        return catchThrowableOfType(
                BadInputException.class, () -> RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(String json) {
        return Json.text(RunSpecWriter.write(RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void everyFieldButDataAndLayersHasADefault() {
        assertThat(written(XOR)).isEqualTo("""
                        {"seed":1,\
                        "data":{"name":"xor","seed":1,"count":4,"noise":0.0,"testShare":0.0,"targets":[0.0,1.0],\
                        "features":["x","y"]},\
                        "network":{"layers":[2,2,1],"activations":["tanh","sigmoid"],"initializer":{"biases":false}},\
                        "cost":"half-squared-error",\
                        "batch":{"size":0,"shuffle":false,"reduce":"mean"},\
                        "optimizer":{"name":"sgd","learningRate":0.1,"momentum":0.0,"weightDecay":0.0},\
                        "frozen":[]}""");
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameSpecification() {
        String full = """
                {"seed": 9007199254740991,
                 "data": {"name": "spiral", "seed": 3, "count": 120, "noise": 0.05, "testShare": 0.25,
                          "targets": [-1, 1], "features": ["x", "y", "x^2", "sin y"]},
                 "network": {"layers": [4, 3, 1], "activations": ["leaky-relu", "tanh"],
                             "initializer": {"name": "uniform", "range": 0.3, "biases": true},
                             "groups": [{"layer": 0, "blocks": [{"from": [0, 2], "to": [0, 1]},
                                                                {"from": [2, 4], "to": [1, 3]}]}]},
                 "cost": "half-squared-error", "costMargin": 0.2,
                 "batch": {"size": 7, "shuffle": true, "reduce": "sum"},
                 "optimizer": {"name": "adam", "learningRate": 0.003, "beta1": 0.8, "weightDecay": 0.001},
                 "regularization": {"name": "l2", "rate": 0.01},
                 "dropout": [0.5],
                 "frozen": ["biases", {"layer": 1}, {"weight": [0, 1, 2]}]}""";
        String once = written(full);
        assertThat(written(once)).isEqualTo(once);
        assertThat(once).contains("\"costMargin\":0.2", "\"rate\":0.01", "{\"weight\":[0,1,2]}", "9007199254740991");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"name\": \"xor\"}} | SHAPE | /network",
                "{\"network\": {\"layers\": [2, 1]}} | SHAPE | /data",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"sed\": 1} | SHAPE | /sed",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1.5]}} | SHAPE | /network/layers/1",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, \"3\"]}} | SHAPE | /network/layers/1",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 0]}} | VALUE | /network/layers/1",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2]}} | VALUE | /network/layers",
                "{\"data\": {\"name\": \"xoor\"}, \"network\": {\"layers\": [2, 1]}} | VALUE | /data/name",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"seed\": -1} | VALUE | /seed",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"seed\": null} | SHAPE | /seed",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"optimizer\": {\"learningRate\": 0}} | VALUE | /optimizer/learningRate",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"optimizer\": {\"learningRate\": 1e999}} | VALUE | /optimizer/learningRate",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"optimizer\": {\"beta1\": 0.9}} | SHAPE | /optimizer/beta1",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1], \"weights\": []}} | SHAPE | /network/biases",
                "{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 1]}, \"frozen\": [{}]} | SHAPE | /frozen/0",
                "[] | SHAPE | ''",
                "{\"seed\": 1, \"seed\": 2} | SHAPE | ''",
                "{} {} | SHAPE | ''",
                "{\"seed\": NaN} | SHAPE | ''",
                "nonsense | SHAPE | ''",
                "'' | SHAPE | ''",
            })
    void whatIsWrongIsNamedByItsPlace(String json, Kind kind, String pointer) {
        BadInputException refused = refused(json);
        assertThat(refused).isNotNull();
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.problems()).extracting(Problem::pointer).contains(pointer);
        assertThat(refused.problems())
                .allSatisfy(p -> assertThat(p.detail()).matches("(?s).*[.?]").doesNotContain("jackson"));
    }

    @Test
    void aMisspelledFieldIsToldTheNearestName() {
        assertThat(refused(XOR.replace("layers", "layrs")).problems().toString())
                .contains("/network/layrs", "Did you mean \"layers\"?");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        String json = """
                {"data": {"name": "xor"}, "network": {"layers": [2, 1]}, "seed": -1, "cost": "wrong",
                 "optimizer": {"learningRate": -1, "momentum": 1}}""";
        assertThat(refused(json).problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/seed", "/cost", "/optimizer/learningRate", "/optimizer/momentum");
    }
}
