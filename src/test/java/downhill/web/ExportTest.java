package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String trained() {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": 3}");
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.25}}");
        app.post(run + "/steps", "{\"count\": 2}");
        return run;
    }

    @Test
    void theTableHasEveryStepWithItsCostAndLearningRate() {
        String run = trained();
        HttpResponse<String> table = app.get(run + "/export?format=csv");
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        List<String> lines = table.body().lines().toList();
        assertThat(lines).hasSize(7).startsWith("step,epoch,cost,learningRate");
        for (int step = 0; step <= 5; step++) {
            double cost = json(app.get(run + "/frames/" + step)).get("cost").doubleValue();
            assertThat(lines.get(step + 1)).isEqualTo(step + "," + step + "," + cost + "," + (step < 3 ? 2.0 : 0.25));
        }
    }

    @Test
    void theTableHasTheTestCostWhereItIsAskedFor() {
        String run = app.create("""
                {"data": {"name": "circle", "count": 40, "testShare": 0.5}, "network": {"layers": [2, 3, 1]},
                 "batch": {"size": 5}}""");
        app.post(run + "/steps", "{\"count\": 400}");
        List<String> lines =
                app.get(run + "/export?format=csv&evaluate=true").body().lines().toList();
        assertThat(lines)
                .hasSize(402)
                .startsWith("step,epoch,cost,learningRate,trainCost,testCost,accuracy,testAccuracy");
        for (int step : new int[] {0, 7, 400}) {
            JsonNode frame = json(app.get(run + "/frames/" + step + "?evaluate=true"));
            String[] cells = lines.get(step + 1).split(",", -1);
            assertThat(cells[2]).isEqualTo(frame.get("cost").toString());
            assertThat(cells[4]).isEqualTo(frame.get("trainCost").toString());
            assertThat(cells[5]).isEqualTo(frame.get("testCost").toString());
            assertThat(cells[7]).isEqualTo(frame.get("testAccuracy").toString());
        }
        List<String> few = app.get(run + "/export?format=csv&evaluate=true&points=20")
                .body()
                .lines()
                .toList();
        assertThat(few).hasSizeBetween(10, 45);
        assertThat(lines).containsSubsequence(few.get(0));
        assertThat(highest(few)).as("the highest cost is not lost").isEqualTo(highest(lines));
        assertThat(app.get(run + "/export?format=json&evaluate=true").statusCode())
                .isEqualTo(400);
    }

    private static double highest(List<String> lines) {
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                .max()
                .orElseThrow();
    }

    @Test
    void theNumbersAreThoseOfTheNewestFrame() {
        String run = trained();
        JsonNode numbers = json(app.get(run + "/export?format=json"));
        JsonNode frame = json(app.get(run + "/frames/5"));
        assertThat(numbers.get("weights")).isEqualTo(frame.get("weights"));
        assertThat(numbers.get("biases")).isEqualTo(frame.get("biases"));
        assertThat(numbers.get("costs").size()).isEqualTo(6);
        assertThat(numbers.get("costs").get(5)).isEqualTo(frame.get("cost"));
        assertThat(numbers.get("spec")).isEqualTo(json(app.get(run)).get("spec"));
        assertThat(numbers.get("tweaks")).isEqualTo(json(app.get(run)).get("tweaks"));
        assertThat(numbers.get("data").get("inputs").toString()).isEqualTo("[[0.0,0.0],[0.0,1.0],[1.0,0.0],[1.0,1.0]]");
    }

    @Test
    void aProgramIsAFileToSave() {
        HttpResponse<String> program = app.get(trained() + "/export?format=numpy");
        assertThat(program.statusCode()).isEqualTo(200);
        assertThat(program.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"run.py\"");
        assertThat(program.body()).contains("import numpy as np", "for step in range(6):", "learning_rate = 0.25");
    }

    @Test
    void aProgramToReadNamesThePartOfEachLineAndTheFirstCosts() {
        String run = trained();
        JsonNode read = json(app.get(run + "/program?format=pytorch"));
        assertThat(read.get("address").stringValue())
                .isEqualTo("/api/runs/" + json(app.get(run)).get("view").stringValue() + "/export?format=pytorch");
        assertThat(read.get("count").intValue()).isEqualTo((int)
                app.get(run + "/export?format=pytorch").body().lines().count());
        assertThat(read.get("lines"))
                .anySatisfy(line -> assertThat(line.toString())
                        .contains("cost.backward()", "\"part\":\"autograd\"", "\"moment\":\"mean\""));
        assertThat(read.get("prints").size()).isEqualTo(6);
        assertThat(read.get("printsLast")).isEmpty();
        assertThat(read.get("prints").get(0).stringValue())
                .isEqualTo("0 " + json(app.get(run + "/frames/0")).get("cost").doubleValue());
    }

    @Test
    void aLongerRunsProgramIsComparedByItsFirstAndItsNewestCosts() {
        String run = trained();
        app.post(run + "/steps", "{\"count\": 195}");
        JsonNode read = json(app.get(run + "/program?format=java"));
        assertThat(steps(read.get("prints"))).containsExactly("0", "1", "2");
        assertThat(steps(read.get("printsLast"))).containsExactly("198", "199", "200");
        assertThat(read.get("printsLast").get(2).stringValue())
                .isEqualTo(
                        "200 " + json(app.get(run + "/frames/200")).get("cost").doubleValue());
        assertThat(app.get(run + "/telling?program=java").body())
                .contains(
                        "The first costs, as the program prints them", "The newest costs, as the program prints them");
    }

    private static List<String> steps(JsonNode prints) {
        return prints.valueStream()
                .map(line -> line.stringValue().split(" ", 2)[0])
                .toList();
    }

    @Test
    void aProgramToReadStaysShortHoweverMuchDataItHolds() {
        String run =
                app.create("{\"data\": {\"name\": \"spiral\", \"count\": 1000}, \"network\": {\"layers\": [2, 8, 1]}}");
        String read = app.get(run + "/program?format=numpy").body();
        assertThat(read).hasSizeLessThan(20_000).contains("\"folded\"");
    }

    @Test
    void aProgramIsToldInWordsWhereItsLanguageIsNamed() {
        String run = trained();
        assertThat(app.get(run + "/telling").body()).doesNotContain("\"of\":\"program\"");
        assertThat(app.get(run + "/telling?program=java").body())
                .contains("As a program in Java this run has", "The costs, as the program prints them");
        assertThat(app.get(run + "/telling?program=cobol").statusCode()).isEqualTo(422);
    }

    @Test
    void aFormatThatIsMissingOrUnknownIsRefusedWithTheKnownOnes() {
        String run = app.create(XOR);
        assertThat(app.get(run + "/export").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = app.get(run + "/export?format=cobol");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("numpy", "csv");
        assertThat(app.get(run + "/program").statusCode()).isEqualTo(400);
        assertThat(app.get(run + "/program?format=csv").statusCode()).isEqualTo(422);
        assertThat(app.get(run + "/program?format=java&step=1").statusCode()).isEqualTo(400);
        assertThat(app.get("/api/runs/none/export?format=csv").statusCode()).isEqualTo(404);
    }
}
